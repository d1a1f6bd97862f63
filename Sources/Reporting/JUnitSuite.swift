import Diagnostics
import SystemPackage

/// The cases of one element as JUnit shows them: one `testsuite`.
struct JUnitSuite {
  let name: String
  private(set) var cases: [JUnitCase] = []

  var tally: ReportTally { ReportTally(cases: cases.map(\.result)) }

  var duration: Duration { cases.reduce(.zero) { $0 + $1.result.duration } }

  /// The suites of a report: one an element, in the order of their first cases, then one for the
  /// findings that no case stands for. A run without a case gets one that passed, because
  /// readers take an empty file for a broken run.
  static func suites(of report: Report) -> [JUnitSuite] {
    var suites = grouped(report.cases, by: \.element).map { element, results in
      JUnitSuite(name: element, results.map { JUnitCase($0) })
    }
    let files = grouped(report.findingsWithoutCase, by: \.location.path.string)
    if !files.isEmpty || suites.isEmpty {
      suites.append(JUnitSuite(name: "lint", lintCases(files)))
    }
    return suites
  }

  private init(name: String, _ cases: [JUnitCase]) {
    self.name = name
    self.cases = cases
    makeNamesUnique()
  }

  private static func lintCases(_ files: [(key: String, values: [Finding])]) -> [JUnitCase] {
    if files.isEmpty { return [JUnitCase(lint: "all files", .passed)] }
    return files.map { JUnitCase(lint: $0.key, CaseResult.Verdict(findings: $0.values)) }
  }

  /// Some readers drop all but the first of several cases with one name.
  private mutating func makeNamesUnique() {
    var seen: Set<[String]> = []
    for index in cases.indices {
      let name = cases[index].name
      var number = 2
      while !seen.insert([cases[index].className, cases[index].name]).inserted {
        cases[index].name = "\(name) (\(number))"
        number += 1
      }
    }
  }
}

/// One `testcase`.
struct JUnitCase {
  let result: CaseResult
  /// Dotted, because readers build their tree from the dots.
  let className: String
  fileprivate(set) var name: String

  fileprivate init(_ result: CaseResult) {
    self.result = result
    className = visible("tie.\(result.stage.rawValue).\(result.element)")
    name = visible(result.name)
  }

  /// The verdict on a file that belongs to no element known here.
  fileprivate init(lint name: String, _ verdict: CaseResult.Verdict) {
    result = CaseResult(element: "", stage: .validate, name: name, verdict: verdict)
    className = "tie.validate"
    self.name = visible(name)
  }
}

/// The text as it will stand in the document, so that what is unique here is unique there.
private func visible(_ text: String) -> String { oneLine(PrintableText.forXML(text)) }
