import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

private func problems(_ bytes: [UInt8], _ path: FilePath) -> [FormatProblem] {
  ServiceMap.parse(bytes, path: path).problems
}

@Suite struct ServiceMapTests {
  private let service = ServiceMap.parse(
    Array("web:\n  fedora: own\n  redhat: family\n  default: usual\nplain: {suse: s}\n".utf8),
    path: "svc-map"
  ).value.services

  @Test(arguments: [
    ("fedora", "own", "plain"), ("centos", "family", "plain"), ("rocky", "usual", "plain"),
    ("debian", "usual", "plain"), ("opensuse", "usual", "s"),
  ])
  func distributionThenFamilyThenDefaultThenTheNameItself(
    distribution: String, web: String, plain: String
  ) {
    #expect(service.map { $0.name(on: distribution) } == [web, plain])
  }

  @Test(arguments: [
    ("web: {«debain»: a}\n", [FormatProblem.Kind.unknownServiceMapKey]),
    ("web: {default: «[a]»}\n", [.unreadableServiceMap]),
    ("web: «name»\n", [.unreadableServiceMap]),
    ("«- web»\n", [.unreadableServiceMap]),
    ("web: {default: a}\n«web»: {default: b}\n", [.duplicateYAMLKey]),
    ("web: {rocky: a, almalinux: b, gentoo: c, suse: d}\n", []),
  ])
  func problemIsFoundAtItsPlace(text: String, kinds: [FormatProblem.Kind]) {
    expectProblems(kinds, in: text, problems)
  }

  @Test(arguments: ["", "web: [\n"]) func brokenFileIsAProblem(text: String) {
    #expect(problems(Array(text.utf8), "svc-map").map(\.kind) == [.unreadableServiceMap])
  }

  @Test func tableHasTheServicesOfAllElements() throws {
    try withElements(["a/svc-map": "x: {default: y}\n", "b/svc-map": "z: {default: w}\n"]) { tree in
      let table = try ServiceTable(of: try resolved(tree))
      #expect(["x", "z", "other"].map { table.name(of: $0, on: "debian") } == ["y", "w", "other"])
      #expect(table.owners.map(\.element) == ["a", "b"])
    }
  }

  @Test func serviceInTwoElementsIsAnError() throws {
    try withElements(["a/svc-map": "x: {default: y}\n", "b/svc-map": "x: {default: y}\n"]) { tree in
      let error = #expect(throws: InputError.self) { try ServiceTable(of: try resolved(tree)) }
      #expect(error?.message == "`a` and `b` both map the service `x`")
    }
  }

  private func resolved(_ tree: ElementTree) throws -> ResolvedElements {
    try ElementResolver(tree).resolve(tree.sorted.map(\.name), requiringOperatingSystem: false)
  }
}
