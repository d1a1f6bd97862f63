import ArgumentParser
import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct CheckOptionsTests {
  @Test func defaultsSuitARepository() throws {
    try withEnvironment(["elements/foo/element-deps": ""]) { environment in
      let request = try CheckOptions.parse([]).request(lint: true, in: environment)
      #expect(request.elements == ["elements"])
      #expect(request.base == "debian-minimal")
      #expect(request.jobs >= 1)
      #expect(request.timeout == nil)
      #expect(request.usesCache)
      #expect(request.reportFolder == environment.workingDirectory.appending("tie-report"))
    }
  }

  @Test func everyOptionIsPassedOn() throws {
    let request = try request([
      "--jobs", "3", "--base", "fake-os", "--case", "a*", "--fail-fast", "--timeout", "10m",
      "--no-cache", "--offline", "foo", "bar",
    ])
    #expect(request.elements == ["foo", "bar"])
    #expect(request.jobs == 3)
    #expect(request.base == "fake-os")
    #expect(request.stopsAtFirstFailure)
    #expect(request.timeout == .seconds(600))
    #expect(!request.usesCache)
    #expect(request.isOffline)
    #expect(request.selects("abc"))
    #expect(!request.selects("bc"))
  }

  @Test(arguments: [
    ["--jobs", "0"], ["--timeout", "0"], ["--timeout", "soon"], ["--timeout", "9999999h"],
    ["--timeout", "-1"],
  ])
  func unusableValueIsRefused(_ arguments: [String]) {
    #expect(throws: (any Error).self) { try CheckOptions.parse(arguments) }
  }

  @Test func emptyReportFolderIsRefused() {
    #expect(throws: InputError.self) { try request(["--report", ""]) }
  }

  @Test(arguments: [("-1", false), ("0", true), ("36500", true), ("9223372036854775807", false)])
  func daysOfTheCacheAreLimited(_ days: String, _ isFine: Bool) {
    let parsed = try? CacheCommand.Collect.parse(["--days=\(days)"])
    #expect((parsed != nil) == isFine)
  }

  @Test(arguments: [["ls", "-q"], ["gc", "-v"], ["clear", "--color", "never"]])
  func cacheTakesTheCommonOptions(_ arguments: [String]) throws {
    _ = try CacheCommand.parseAsRoot(arguments)
  }

  private func request(_ arguments: [String]) throws -> CheckRequest {
    try withEnvironment([:]) { environment in
      try CheckOptions.parse(arguments).request(lint: false, in: environment)
    }
  }
}
