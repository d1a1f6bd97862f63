/// The identifiers of a script, found without knowing its language.
enum Identifiers {
  /// Calls `body` with each identifier of `text`, the byte before it and what follows it.
  static func each(in text: [UInt8], _ body: (String, UInt8?, ArraySlice<UInt8>) -> Void) {
    var start: Int?
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : nil
      if let byte, isPart(byte) {
        start = start ?? index
      } else if let begin = start {
        let before = begin > 0 ? text[begin - 1] : nil
        body(String(decoding: text[begin..<index], as: UTF8.self), before, text[index...])
        start = nil
      }
    }
  }

  /// A variable that a script sets.
  struct Assignment: Equatable {
    let name: String
    /// Whether programs that the script starts may see it: it is exported there, or called like a
    /// variable of the environment, which may be exported elsewhere.
    let isVisible: Bool
  }

  /// The names before a `=`, `:=` or `+=`, and the words behind commands that set or unset variables: all
  /// that the script assigns, and perhaps some more.
  static func assigned(in text: [UInt8]) -> [Assignment] {
    var found: [Assignment] = []
    var setter: String?
    each(in: text) { name, before, rest in
      let isArgument = setter != nil && before == UInt8(ascii: " ")
      if setters.contains(name) {
        setter = name
      } else if isArgument || ["=", ":=", "+="].contains(where: { rest.starts(with: $0.utf8) }) {
        let isExported = isArgument && setter.map(exporters.contains) ?? false
        found.append(Assignment(name: name, isVisible: isExported || isOfEnvironment(name)))
      }
      if endsCommand(rest.prefix { !isPart($0) }) { setter = nil }
    }
    return found
  }

  private static func isOfEnvironment(_ name: String) -> Bool {
    name.hasSuffix("_proxy")
      || !name.utf8.contains { (UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  private static let exporters: Set = ["declare", "export", "typeset"]

  private static let setters: Set<String> = [
    "declare", "export", "getopts", "local", "mapfile", "read", "readarray", "readonly", "typeset",
    "unset",
  ]

  /// Whether what lies between two identifiers separates two commands.
  private static func endsCommand(_ gap: ArraySlice<UInt8>) -> Bool {
    !gap.contains(UInt8(ascii: "\\"))
      && gap.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ";") }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
