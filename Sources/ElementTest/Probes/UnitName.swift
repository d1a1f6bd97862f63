/// The name of a systemd unit, with its template when it is an instance.
struct UnitName: Sendable, Hashable {
  /// With its type: `getty@tty1.service`.
  let name: String

  private static let types: Set<Substring> = [
    "automount", "device", "mount", "path", "scope", "service", "slice", "socket", "swap",
    "target", "timer",
  ]

  /// The unit that `systemctl` takes `name` for: a service, unless it ends in a type. Nil for what
  /// cannot be a unit's name.
  init?(_ name: String) {
    guard !name.isEmpty, !name.contains("/") else { return nil }
    let type = name.split(separator: ".", omittingEmptySubsequences: false).last
    let isTyped = name.contains(".") && type.map(Self.types.contains) == true
    self.name = isTyped ? name : "\(name).service"
  }

  /// `getty@.service` for `getty@tty1.service`; nil for what is no instance.
  var template: String? {
    guard let (stem, instance, type) = parts, !instance.isEmpty else { return nil }
    return "\(stem)@.\(type)"
  }

  var isTemplate: Bool { parts?.instance.isEmpty == true }

  /// Whether `other` is an instance of this template.
  func isTemplate(of other: String) -> Bool { UnitName(other)?.template == name }

  /// The instance of this template that is called `instance`.
  func instance(_ instance: String) -> String? {
    parts.map { "\($0.stem)@\(instance).\($0.type)" }
  }

  private var parts: (stem: Substring, instance: Substring, type: Substring)? {
    guard let at = name.firstIndex(of: "@"), let dot = name.lastIndex(of: "."), at < dot
    else { return nil }
    return (name[..<at], name[name.index(after: at)..<dot], name[name.index(after: dot)...])
  }
}
