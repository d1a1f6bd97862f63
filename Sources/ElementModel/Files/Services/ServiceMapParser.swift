import Diagnostics
import Documents
import SystemPackage

/// Reads one `svc-map` and collects its problems.
struct ServiceMapParser {
  private var reader: FormatReader

  init(_ path: FilePath) { reader = FormatReader(path, unreadable: .unreadableServiceMap) }

  var problems: [FormatProblem] { reader.problems }

  mutating func services(of bytes: [UInt8]) -> [ServiceMap.Service] {
    guard let root = reader.yaml(bytes), !root.isNull else {
      reportEmpty()
      return []
    }
    let hint = "write `SERVICE:` rows"
    return reader.pairs(of: root, "the file", kind: .unreadableServiceMap, hint: hint)
      .enumerated().map { service($0.element, removal: root.removal(of: $0.offset)) }
  }

  private mutating func reportEmpty() {
    guard reader.problems.isEmpty else { return }
    reader.report(
      FormatProblem(
        .unreadableServiceMap, "the file names no service", at: SourceLocation(reader.path),
        hint: "remove the file"))
  }

  private mutating func service(
    _ pair: DocumentNode.Pair, removal: Finding.Edit?
  ) -> ServiceMap.Service {
    let name = pair.key.text ?? ""
    let hint = "write `default: NAME` below it"
    let pairs = reader.pairs(
      of: pair.value, "service `\(name)`", kind: .unreadableServiceMap, hint: hint)
    var names: [String: String] = [:]
    for pair in pairs {
      check(pair)
      if let key = pair.key.text, let text = pair.value.text { names[key] = text }
    }
    return ServiceMap.Service(
      name: name, names: names, location: reader.location(of: pair.key), removal: removal)
  }

  private mutating func check(_ pair: DocumentNode.Pair) {
    let key = pair.key.text ?? ""
    if !Self.keys.contains(key) {
      let closest = closestName(to: key, among: Self.keys)
      reader.report(
        .unknownServiceMapKey, "`\(key)` is no distribution, family or `default`", at: pair.key,
        hint: closest.map { "did you mean `\($0)`?" } ?? "use the distribution's `DISTRO_NAME`")
    }
    if pair.value.string == nil {
      reader.report(
        .unreadableServiceMap, "the name for `\(key)` is a \(pair.value.kindName), not a text",
        at: pair.value, hint: "write the service's name")
    }
  }

  private static let keys = Set(Distributions.families.keys)
    .union(Distributions.serviceFamilies.values).union(["default"])
}
