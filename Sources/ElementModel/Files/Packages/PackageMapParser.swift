import Diagnostics
import Documents
import SystemPackage

/// Reads one `pkg-map` and collects its problems.
struct PackageMapParser {
  private var reader: FormatReader
  private var entries: [PackageMap.Entry] = []

  init(_ path: FilePath) { reader = FormatReader(path, unreadable: .unreadablePackageFile) }

  var problems: [FormatProblem] { reader.problems }

  mutating func entries(of bytes: [UInt8]) -> [PackageMap.Entry] {
    guard let root = reader.json(bytes) else {
      reportEmpty()
      return []
    }
    let hint = "write `{\"default\": {…}}`"
    for pair in reader.pairs(of: root, "the file", kind: .unreadablePackageFile, hint: hint) {
      readLevel(pair)
    }
    return entries
  }

  private mutating func reportEmpty() {
    guard reader.problems.isEmpty else { return }
    reader.report(
      FormatProblem(
        .unreadablePackageFile, "the file is empty, which is no JSON",
        at: SourceLocation(reader.path), hint: "remove the file, or write `{}`"))
  }

  private mutating func readLevel(_ pair: DocumentNode.Pair) {
    switch pair.key.text {
    case "default": readNames(pair, level: .default)
    case "family":
      for family in maps(of: pair) {
        checkFamily(family.key)
        readNames(family, level: .family(family.key.text ?? ""))
      }
    case "distro":
      for distribution in maps(of: pair) {
        checkDistribution(distribution.key)
        readNames(distribution, level: .distribution(distribution.key.text ?? ""))
      }
    case "release":
      for distribution in maps(of: pair) {
        checkDistribution(distribution.key)
        readReleases(of: distribution)
      }
    default: reportUnknownLevel(pair.key)
    }
  }

  private mutating func readReleases(of distribution: DocumentNode.Pair) {
    let name = distribution.key.text ?? ""
    for release in maps(of: distribution) {
      guard release.value.mapping != nil else {
        reader.report(
          .invalidMapLevel, "`release` needs a level for the distribution above `\(name)`",
          at: distribution.key, hint: "write `\"release\": {\"DISTRIBUTION\": {\"\(name)\": {…}}}`")
        return
      }
      readNames(
        release, level: .release(distribution: name, release.key.text ?? ""))
    }
  }

  private mutating func readNames(_ pair: DocumentNode.Pair, level: PackageMap.Level) {
    let removals = pair.value.removalsFromJSON
    for (index, name) in maps(of: pair).enumerated() {
      guard name.value.isNull || name.value.string != nil else {
        reader.report(
          .invalidProperty,
          "`\(name.key.text ?? "")` is translated to a \(name.value.kindName), not to a text",
          at: name.value, hint: "write the names as one text, separated by blanks")
        continue
      }
      entries.append(
        PackageMap.Entry(
          name: name.key.text ?? "", translation: name.value.string ?? "", level: level,
          location: reader.location(of: name.key), removal: removals?[index]))
    }
  }

  private mutating func maps(of pair: DocumentNode.Pair) -> [DocumentNode.Pair] {
    let name = pair.key.text ?? ""
    return reader.pairs(
      of: pair.value, "`\(name)`", kind: .invalidMapLevel, hint: "write `\"\(name)\": {…}`")
  }

  private mutating func checkFamily(_ key: DocumentNode) {
    let name = key.text ?? ""
    guard !Distributions.familyNames.contains(name) else { return }
    let hint =
      Distributions.families[name] == nil
      ? suggestion(for: name, among: Distributions.familyNames) : "move it below `distro`"
    reader.report(.unknownDistribution, "`\(name)` is no family", at: key, hint: hint)
  }

  private mutating func checkDistribution(_ key: DocumentNode) {
    let name = key.text ?? ""
    guard Distributions.families[name] == nil else { return }
    let hint =
      Distributions.familyNames.contains(name)
      ? "move it below `family`" : suggestion(for: name, among: Distributions.families.keys)
    reader.report(.unknownDistribution, "`\(name)` is no distribution", at: key, hint: hint)
  }

  private mutating func reportUnknownLevel(_ key: DocumentNode) {
    let name = key.text ?? ""
    reader.report(
      .invalidMapLevel, "`\(name)` is no level of a pkg-map and is ignored", at: key,
      hint: suggestion(for: name, among: ["default", "family", "distro", "release"]))
  }

  private func suggestion(for name: String, among names: some Collection<String>) -> String {
    closestName(to: name, among: names).map { "did you mean `\($0)`?" }
      ?? "use one of \(names.sorted().map { "`\($0)`" }.joined(separator: ", "))"
  }
}
