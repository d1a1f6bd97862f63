import Diagnostics
import SystemPackage

/// Everything that is known about a failure, as labelled lines.
enum FailureText {
  /// The message, the place, expected and found, evidence, the log and the command to see it again.
  static func body(_ failure: CaseResult.Failure, of result: CaseResult) -> String {
    ([failure.message] + lines(failure, of: result)).joined(separator: "\n")
  }

  /// The same without the message.
  static func lines(_ failure: CaseResult.Failure, of result: CaseResult) -> [String] {
    labelled("location", (failure.location ?? result.location)?.description)
      + labelled("expected", failure.expected)
      + labelled("found", failure.found)
      + evidence(failure.details)
      + labelled("log", result.log?.string)
      + labelled("reproduce", failure.reproduce)
  }

  /// `label: value`, a value of several lines below its label.
  private static func labelled(_ label: String, _ value: String?) -> [String] {
    guard let value else { return [] }
    let lines = splitLines(value)
    if lines.count <= 1 { return ["\(label): \(value)"] }
    return ["\(label):"] + lines.map { "  " + $0 }
  }

  private static func evidence(_ details: String) -> [String] {
    splitLines(Excerpt.headAndTail(of: details)).map(String.init)
  }

  private static func splitLines(_ text: String) -> [Substring] {
    var lines = text.split(separator: "\n", omittingEmptySubsequences: false)
    if lines.last == "" { lines.removeLast() }
    return lines
  }
}
