import Diagnostics
import SystemPackage
import Testing

struct ReportTests {
  private func report(_ severities: [Severity], _ verdicts: [CaseResult.Verdict] = []) -> Report {
    var report = Report()
    report.findings = severities.map {
      Finding(rule: "X1", name: "x", severity: $0, message: "m", location: SourceLocation("a"))
    }
    report.cases = verdicts.map {
      CaseResult(element: "a", stage: .assert, name: "b", verdict: $0)
    }
    return report
  }

  private static let failure = CaseResult.Failure(code: "x", message: "m")

  @Test(
    arguments: [
      ([], false, false), ([.info], false, false), ([.warning], true, false),
      ([.error], true, true), ([.info, .warning, .error], true, true),
      ([.info, .info], false, false),
    ] as [([Severity], Bool, Bool)])
  func findingsDecide(_ severities: [Severity], _ isBad: Bool, _ hasErrors: Bool) {
    #expect(report(severities).isBad == isBad)
    #expect(report(severities).hasErrors == hasErrors)
  }

  @Test(
    arguments: [
      ([], false), ([.passed], false), ([.skipped(reason: "r")], false), ([.failed(failure)], true),
      ([.errored(failure)], true), ([.passed, .failed(failure)], true),
    ] as [([CaseResult.Verdict], Bool)])
  func casesDecideToo(_ verdicts: [CaseResult.Verdict], _ isBad: Bool) {
    #expect(report([], verdicts).isBad == isBad)
    #expect(report([.info], verdicts).isBad == isBad)
    #expect(!report([], verdicts).hasErrors)
  }

  @Test func warningIsEnoughBesidePassedCases() {
    #expect(report([.warning], [.passed]).isBad)
  }
}

struct InputErrorTests {
  private let place = SourceLocation("a/b", line: 3, column: 4)

  @Test func descriptionHasPlaceMessageAndNextStep() {
    #expect(InputError("no such element").description == "no such element")
    #expect(InputError("no name", at: place).description == "a/b:3:4: no name")
    #expect(
      InputError("no name", at: place, hint: "add one").description
        == "a/b:3:4: no name\n  hint: add one")
    #expect(InputError("no name", hint: "add one").description == "no name\n  hint: add one")
    #expect(
      InputError("is empty", at: SourceLocation("a")).description == "a: is empty")
  }
}

struct ClosestNameTests {
  private let names = ["element-deps", "element-provides", "pkg-map", "svc-map"]

  @Test(arguments: [
    ("element-dep", "element-deps"), ("elements-deps", "element-deps"), ("pgk-map", "pkg-map"),
    ("pkgmap", "pkg-map"), ("svc_map", "svc-map"), ("element-deps", "element-deps"),
  ])
  func misspeltNameIsRecognised(_ name: String, _ closest: String) {
    #expect(closestName(to: name, among: names) == closest)
  }

  @Test(arguments: ["", "x", "README.rst", "element", "deps", "map"])
  func otherNamesAreNot(_ name: String) { #expect(closestName(to: name, among: names) == nil) }

  @Test func firstOfEquallyCloseNamesIsTaken() {
    #expect(closestName(to: "bat", among: ["cat", "bar", "rat"]) == "bar")
  }
}

struct ProgressSinkTests {
  @Test func eventsArePassedOn() async {
    let event = await withCheckedContinuation { continuation in
      ProgressSink { continuation.resume(returning: $0) }.send("a/b", .note("n"))
    }
    #expect(event == ProgressEvent("a/b", .note("n")))
    ProgressSink.none.send(event)
  }
}
