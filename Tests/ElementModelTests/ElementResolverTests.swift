import Diagnostics
import ElementModel
import SystemPackage
import TestSupport
import Testing

@Suite struct ElementResolverTests {
  /// What `names` stand for among elements given as name to files.
  private func resolve(
    _ names: [ElementName], in files: [String: FixtureFile], operatingSystem: Bool = false
  ) throws -> ResolvedElements {
    try withElements(files) { tree in
      try ElementResolver(tree).resolve(names, requiringOperatingSystem: operatingSystem)
    }
  }

  private func failure(
    _ names: [ElementName], in files: [String: FixtureFile], operatingSystem: Bool = false
  ) -> ResolutionError? {
    #expect(throws: ResolutionError.self) {
      try resolve(names, in: files, operatingSystem: operatingSystem)
    }
  }

  @Test func dependenciesFollowBreadthFirst() throws {
    let resolved = try resolve(
      ["a", "b"],
      in: [
        "a/element-deps": "d\nc\n", "b/element-deps": "e\n", "c/x": "", "d/element-deps": "f\n",
        "e/x": "", "f/element-deps": "a\n",
      ])
    #expect(resolved.names == ["a", "b", "d", "c", "e", "f"])
  }

  @Test func requestingTwiceIsHarmless() throws {
    #expect(try resolve(["a", "a"], in: ["a/element-provides": "x\nx\n"]).names == ["a"])
  }

  @Test func everyElementHasAReason() throws {
    let resolved = try resolve(
      ["a"], in: ["a/element-deps": "b\n", "b/element-deps": "c\n", "c/x": ""])
    #expect(resolved.reason(for: "a") == .requested)
    guard case .dependency(of: "b", let row) = resolved.reason(for: "c") else {
      Issue.record("no reason for c")
      return
    }
    #expect(row.location.start == SourcePosition(line: 1))
    #expect(resolved.reason(for: "other") == nil)
  }

  @Test func providedDependencyIsDroppedEvenIfItExists() throws {
    let resolved = try resolve(
      ["a", "c"],
      in: ["a/element-deps": "b\n", "b/element-deps": "gone\n", "c/element-provides": "b\n"])
    #expect(resolved.names == ["a", "c"])
    #expect(resolved.provided == ["b": "c"])
  }

  @Test func dependencyProvidedAfterItsVisitFallsAwayButWhatItBroughtStays() throws {
    let resolved = try resolve(
      ["a"],
      in: [
        "a/element-deps": "b\nc\n", "b/element-deps": "d\n", "c/element-provides": "b\n", "d/x": "",
      ])
    #expect(resolved.names == ["a", "c", "d"])
  }

  @Test func elementThatProvidesItselfFallsAway() throws {
    #expect(try resolve(["a"], in: ["a/element-provides": "a\n"]).names == [])
  }

  @Test func provisionOfAnElementThatIsNotUsedHasNoEffect() throws {
    let names = try resolve(
      ["a"], in: ["a/element-deps": "b\n", "b/x": "", "c/element-provides": "b\n"]
    ).names
    #expect(names == ["a", "b"])
  }

  @Test func unknownDependencyPointsAtItsRow() throws {
    let error = failure(["a"], in: ["a/element-deps": "\nbase\n", "basic/x": "", "bases/x": ""])
    guard case .unknownElement(let unknown) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(unknown.name == "base")
    #expect(unknown.closest == "bases")
    #expect(error?.location?.start == SourcePosition(line: 2))
    #expect(error?.hint == "did you mean `bases`?")
  }

  @Test func unknownRequestHasNoRow() {
    let error = failure(["x"], in: ["a/x": ""])
    #expect(error?.location == nil)
    #expect(error?.inputError.message.contains("`x`") == true)
  }

  @Test func commentInDependenciesIsAnUnknownElement() {
    #expect(
      failure(["a"], in: ["a/element-deps": "# b\n"])?.hint
        == "remove the row, comments are not supported")
  }

  @Test func unprovidedVirtualNameNamesItsProviders() {
    let error = failure(
      ["vm"],
      in: [
        "vm/element-deps": "block-device\n", "block-device-gpt/element-provides": "block-device\n",
        "block-device-mbr/element-provides": "block-device\n",
      ])
    #expect(error?.hint.contains("`block-device-gpt`, `block-device-mbr`") == true)
  }

  @Test func twoProvidersDoNotGoTogether() {
    let error = failure(
      ["a", "b"], in: ["a/element-provides": "x\n", "b/element-provides": "y\nx\n"])
    guard case .providedTwice("x", first: "a", let second, by: "b") = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(second.location.start == SourcePosition(line: 2))
  }

  @Test func requestedElementMustNotBeProvided() {
    let error = failure(
      ["a", "b", "c"], in: ["a/element-provides": "b\nc\n", "b/x": "", "c/x": ""])
    guard case .requestedAndProvided(let requests) = error else {
      Issue.record("\(String(describing: error))")
      return
    }
    #expect(requests.map(\.name) == ["b", "c"])
    #expect(requests.map(\.provider) == ["a", "a"])
    #expect(requests.last?.reference.location.start == SourcePosition(line: 2))
  }

  @Test func somethingMustProvideAnOperatingSystem() throws {
    let files: [String: FixtureFile] = ["a/x": "", "os/element-provides": "operating-system\n"]
    #expect(failure(["a"], in: files, operatingSystem: true) == .noOperatingSystem(known: ["os"]))
    #expect(try resolve(["a", "os"], in: files, operatingSystem: true).names == ["a", "os"])
  }

  @Test func requestingTheOperatingSystemByItsVirtualNameFails() {
    let files: [String: FixtureFile] = ["os/element-provides": "operating-system\n"]
    guard case .unknownElement = failure(["operating-system"], in: files) else {
      Issue.record("resolved")
      return
    }
    guard case .requestedAndProvided = failure(["os", "operating-system"], in: files) else {
      Issue.record("resolved")
      return
    }
  }
}
