import Diagnostics
import Documents

/// Reads the parameters of one entry of `package-installs`.
struct PackageProperties {
  private var entry: PackageInstalls.Entry
  private let node: DocumentNode
  private var pairs: [DocumentNode.Pair] { node.mapping ?? [] }
  private var isUninstall = false
  private var isBuildOnly = false
  private var archKey: DocumentNode?

  init(_ blank: PackageInstalls.Entry, _ node: DocumentNode) {
    entry = blank
    self.node = node
  }

  mutating func parse(_ reader: inout FormatReader) -> PackageInstalls.Entry {
    for index in pairs.indices { read(pairs[index], at: index, &reader) }
    if isBuildOnly { entry.action = .buildOnly }
    if isUninstall { entry.action = .uninstall }
    return entry
  }

  private mutating func read(
    _ pair: DocumentNode.Pair, at index: Int, _ reader: inout FormatReader
  ) {
    switch pair.key.string {
    case "phase": readPhase(pair, &reader)
    case "uninstall":
      isUninstall = true
      checkFlag(at: index, &reader)
    case "build-only":
      isBuildOnly = true
      checkFlag(at: index, &reader)
    case "installtype": entry.installType = text(of: pair, &reader)
    case "arch":
      entry.architectures = architectures(pair, &reader)
      checkArchPair(pair.key, &reader)
    case "not-arch":
      entry.excludedArchitectures = architectures(pair, &reader)
      checkArchPair(pair.key, &reader)
    case "dib_python_version": entry.pythonVersion = text(of: pair, &reader)
    case "when": readConditions(pair, &reader)
    default: reportUnknown(pair.key, &reader)
    }
  }

  private mutating func readPhase(_ pair: DocumentNode.Pair, _ reader: inout FormatReader) {
    guard let phase = text(of: pair, &reader) else { return }
    entry.phase = phase
    guard !Self.phases.contains(phase) else { return }
    let closest = closestName(
      to: phase, among: Self.phases.flatMap { [$0, String($0.dropLast(2))] })
    let meant = closest.map { $0.hasSuffix(".d") ? $0 : $0 + ".d" }
    reader.report(
      .invalidPhase, "packages are never installed in `\(phase)`", at: pair.value,
      hint: meant.map { "did you mean `\($0)`?" } ?? "use one of \(Self.list(Self.phases))",
      fix: meant.flatMap { pair.value.guess($0) })
  }

  private mutating func readConditions(_ pair: DocumentNode.Pair, _ reader: inout FormatReader) {
    for node in pair.value.sequence ?? [pair.value] {
      guard let text = node.string else {
        reportType(of: node, pair.key, expected: "a text or a list of texts", &reader)
        continue
      }
      let condition = PackageCondition(text, at: reader.location(of: node))
      entry.conditions.append(condition)
      check(condition, node, &reader)
    }
  }

  private func check(
    _ condition: PackageCondition, _ node: DocumentNode, _ reader: inout FormatReader
  ) {
    guard let comparison = condition.comparison else {
      return reader.report(
        .malformedCondition, "`when: \(condition.text)` is no comparison", at: node,
        hint: "write `VARIABLE = value` or `VARIABLE != value`")
    }
    guard comparison.value.hasPrefix("=") else { return }
    let repaired = condition.text.replacing("==", with: "=", maxReplacements: 1)
    reader.report(
      .malformedCondition, "`==` compares with the text `\(comparison.value)`", at: node,
      hint: "use a single `=`",
      fix: node.replacement(by: repaired).map { Finding.Fix("replace `==` by `=`", edits: [$0]) })
  }

  /// The text of any scalar: `2` and `"2"` are the same version.
  private func text(of pair: DocumentNode.Pair, _ reader: inout FormatReader) -> String? {
    guard let text = pair.value.text, !pair.value.isNull else {
      reportType(of: pair.value, pair.key, expected: "a text", &reader)
      return nil
    }
    return text
  }

  private func checkFlag(at index: Int, _ reader: inout FormatReader) {
    let pair = pairs[index]
    let text = pair.value.text?.lowercased() ?? ""
    guard pair.value.bool == false || ["false", "no", "off", "0"].contains(text) else { return }
    let key = pair.key.text ?? ""
    reader.report(
      .falseFlag, "`\(key): \(pair.value.text ?? "")` has the same effect as `\(key): true`",
      at: pair.key, hint: "remove the row",
      fix: node.removal(of: index).map { Finding.Fix("remove `\(key)`", edits: [$0]) })
  }

  private func reportType(
    of node: DocumentNode, _ key: DocumentNode, expected: String, _ reader: inout FormatReader
  ) {
    reader.report(
      .invalidProperty, "`\(key.text ?? "")` is a \(node.kindName), not \(expected)", at: node,
      hint: "write \(expected)")
  }

  private func reportUnknown(_ key: DocumentNode, _ reader: inout FormatReader) {
    let name = key.text ?? ""
    let closest = closestName(to: name, among: Self.names)
    reader.report(
      .invalidProperty, "property `\(name)` does not exist and is ignored", at: key,
      hint: closest.map { "did you mean `\($0)`?" } ?? "use one of \(Self.list(Self.names))")
  }
}

extension PackageProperties {
  private static let phases = [HookPhase.preInstall, .install, .postInstall].map(\.rawValue)

  private static let names = [
    "phase", "uninstall", "build-only", "installtype", "arch", "not-arch", "dib_python_version",
    "when",
  ]

  private static func list(_ names: [String]) -> String {
    names.map { "`\($0)`" }.joined(separator: ", ")
  }

  private mutating func checkArchPair(_ key: DocumentNode, _ reader: inout FormatReader) {
    guard let other = archKey else { return archKey = key }
    reader.report(
      .archWithNotArch, "package `\(entry.package)` has both `arch` and `not-arch`", at: key,
      hint: "keep one of them",
      notes: [Finding.Note("the other one", at: reader.location(of: other))])
  }

  /// The names of a comma separated list. Blanks are stripped, which the reference implementation
  /// does not do: what it would never match was certainly meant.
  private func architectures(
    _ pair: DocumentNode.Pair, _ reader: inout FormatReader
  ) -> [String]? {
    guard let text = pair.value.string else {
      reportType(of: pair.value, pair.key, expected: "a comma separated text", &reader)
      return pair.value.sequence?.compactMap(\.text)
    }
    let parts = text.split(separator: ",", omittingEmptySubsequences: false)
    let names = parts.map { String($0.trimming(while: \.isWhitespace)) }
    if zip(parts, names).contains(where: { $0.count != $1.count }) {
      reportBlanks(pair, names.joined(separator: ","), &reader)
    }
    reportForeignNames(names, pair, &reader)
    return names
  }

  private func reportBlanks(
    _ pair: DocumentNode.Pair, _ repaired: String, _ reader: inout FormatReader
  ) {
    let fix = pair.value.replacement(by: repaired)
    reader.report(
      .blankInArchList, "blanks in `\(pair.key.text ?? ""): \(pair.value.text ?? "")`",
      at: pair.value, hint: "remove them, diskimage-builder takes them for parts of the names",
      fix: fix.map { Finding.Fix("remove the blanks", edits: [$0]) })
  }

  private func reportForeignNames(
    _ names: [String], _ pair: DocumentNode.Pair, _ reader: inout FormatReader
  ) {
    for name in names {
      guard let own = Self.ownNames[name], !names.contains(own) else { continue }
      reader.report(
        .foreignArchName, "builds call the architecture `\(own)`, not `\(name)`", at: pair.value,
        hint: "add or use `\(own)`",
        fix: pair.value.guess(names.map { $0 == name ? own : $0 }.joined(separator: ",")))
    }
  }

  /// Names that the build never uses, or, as for POWER, on some hosts only.
  private static let ownNames = [
    "x86_64": "amd64", "x64": "amd64", "aarch64": "arm64", "i686": "i386", "i586": "i386",
    "x86": "i386", "armv7l": "armhf", "armhfp": "armhf", "arm": "armhf",
    "ppc64le": "ppc64el", "ppc64el": "ppc64le",
  ]
}

extension Substring {
  fileprivate func trimming(while isDropped: (Character) -> Bool) -> Substring {
    var rest = drop(while: isDropped)
    while let last = rest.last, isDropped(last) { rest.removeLast() }
    return rest
  }
}
