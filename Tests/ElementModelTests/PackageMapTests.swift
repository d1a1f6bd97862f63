import Diagnostics
import ElementModel
import SystemPackage
import Testing

private func problems(_ bytes: [UInt8], _ path: FilePath) -> [FormatProblem] {
  PackageMap.parse(bytes, path: path).problems
}

@Suite struct PackageMapTests {
  private let map = PackageMap.parse(
    Array(
      """
      {"release": {"centos": {"8": {"a": "release"}}},
       "distro": {"centos": {"a": "distro", "b": "distro", "n": null}},
       "family": {"redhat": {"a": "family", "b": "family", "c": "family"}, "suse": {"c": "s"}},
       "default": {"a": "default", "b": "default", "c": "default", "d": "one  two", "e": "", "n": "x"}}
      """.utf8), path: "pkg-map"
  ).value

  private static let lookups: [(String, String, String, [String]?)] = [
    ("a", "centos", "8", ["release"]), ("a", "centos", "9", ["distro"]),
    ("a", "centos", "8-stream", ["release"]), ("a", "centos", "9-stream", ["distro"]),
    ("b", "centos", "8", ["distro"]), ("c", "centos", "8", ["family"]),
    ("c", "rocky", "8", ["family"]), ("c", "opensuse", "", ["s"]),
    ("c", "debian", "8", ["default"]),
    ("d", "centos", "8", ["one", "two"]), ("e", "centos", "8", []), ("n", "centos", "8", []),
    ("n", "debian", "8", ["x"]), ("x", "centos", "8", nil), ("a", "", "", ["default"]),
  ]

  @Test(arguments: lookups)
  func laterLevelsOverrideEarlierOnes(
    name: String, distro: String, release: String, expected: [String]?
  ) {
    #expect(map.names(for: name, distro: distro, release: release) == expected)
  }

  @Test(arguments: [
    (
      "{\"defaults\": {}}".replacing("\"defaults\"", with: "«\"defaults\"»"),
      [FormatProblem.Kind.invalidMapLevel]
    ),
    ("{\"distro\": {«\"debain\"»: {}}}", [.unknownDistribution]),
    ("{\"distro\": {«\"redhat\"»: {}}}", [.unknownDistribution]),
    ("{\"family\": {«\"ubuntu\"»: {}, \"gentoo\": {}}}", [.unknownDistribution]),
    ("{\"release\": {\"ubuntu\": {\"xenial\": {\"a\": \"b\"}}}}", []),
    ("{\"release\": {«\"ubuntu\"»: {\"a\": \"b\"}}}", [.invalidMapLevel]),
    ("{\"distro\": {\"debian\": «\"a\"»}}", [.invalidMapLevel]),
    ("{\"default\": «[]»}", [.invalidMapLevel]),
    ("{\"default\": {\"a\": «[\"b\"]»}}", [.invalidProperty]),
    ("{\"default\": {\"a\": \"b\", «\"a\"»: \"c\"}}", [.duplicateJSONKey]),
    ("«[]»", [.unreadablePackageFile]),
  ])
  func problemIsFoundAtItsPlace(text: String, kinds: [FormatProblem.Kind]) {
    expectProblems(kinds, in: text, problems)
  }

  @Test(arguments: ["", "default:\n  a: b\n", "{\"default\": {},}"])
  func fileMustBeJSON(text: String) {
    #expect(problems(Array(text.utf8), "pkg-map").map(\.kind) == [.unreadablePackageFile])
  }

  @Test func entriesKnowTheirKeys() {
    #expect(map.entries.first?.level == .release(distribution: "centos", "8"))
    #expect(map.entries.first?.location.start?.line == 1)
    #expect(map.entries.count == 14)
  }
}
