import ArgumentParser
import Diagnostics
import Reporting

/// A form of what the linter found.
enum LintFormat: String, ExpressibleByArgument, CaseIterable, Sendable {
  case text, json, sarif, junit, github, gitlab, zuul
  case jsonLines = "json-lines"

  /// The report in this form.
  func text(of report: Report, _ options: RenderingOptions) -> String {
    switch self {
    case .text: TextReporter(options).text(of: report)
    case .json: JSONReporter(options).text(of: report)
    case .sarif: SARIFReporter(options).text(of: report)
    case .junit: JUnitReporter(options).text(of: report)
    case .github: GitHubReporter(options).text(of: report)
    case .gitlab: GitLabReporter(options).text(of: report)
    case .zuul: ZuulReporter(options).text(of: report)
    case .jsonLines: JSONLinesReporter(options).text(of: report)
    }
  }

  /// The format called `name`; an unknown one is an error that names the closest.
  static func named(_ name: String) throws(InputError) -> LintFormat {
    if let format = LintFormat(rawValue: name) { return format }
    let names = allCases.map(\.rawValue)
    let closest = closestName(to: name, among: names)
    throw InputError(
      "no format is called `\(name)`",
      hint: closest.map { "did you mean `\($0)`?" } ?? "use \(names.joined(separator: ", "))")
  }
}
