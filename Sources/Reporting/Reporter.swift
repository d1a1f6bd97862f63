import Diagnostics

/// Turns a report into text of one format. Pure: the same report gives the same text.
package protocol Reporter: Sendable {
  /// The name of the format on the command line.
  static var key: String { get }

  /// A reporter that dresses its text as asked; machine formats ignore the options.
  init(_ options: RenderingOptions)

  /// Appends the whole document, line end included.
  func render(_ report: Report, to output: inout some TextOutputStream)
}

/// How text meant for people is dressed.
package struct RenderingOptions: Sendable {
  package var style: TerminalStyle
  /// Whether a finding is followed by its notes and its next step.
  package var showsHints: Bool
  /// Whether a summary has lines for what passed.
  package var showsPassed: Bool

  /// Plain text without hints, unless told otherwise.
  package init(style: TerminalStyle = .plain, showsHints: Bool = false, showsPassed: Bool = true) {
    self.style = style
    self.showsHints = showsHints
    self.showsPassed = showsPassed
  }
}

/// The reporters there are.
package enum ReporterRegistry {
  /// All of them, sorted by key.
  package static let all: [any Reporter.Type] = [
    GitHubReporter.self,
    GitLabReporter.self,
    JSONReporter.self,
    JSONLinesReporter.self,
    JUnitReporter.self,
    ReportJSONReporter.self,
    SARIFReporter.self,
    SummaryReporter.self,
    TextReporter.self,
    ZuulReporter.self,
  ]

  /// The reporter of the format called `key`.
  package static func reporter(
    _ key: String, options: RenderingOptions = RenderingOptions()
  ) -> (any Reporter)? {
    all.first { $0.key == key }?.init(options)
  }
}

extension Reporter {
  /// The whole document as one string.
  package func text(of report: Report) -> String {
    var text = ""
    render(report, to: &text)
    return text
  }
}
