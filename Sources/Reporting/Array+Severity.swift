import Diagnostics

extension [Finding] {
  /// The worst first, those of one severity in the order of reports: for readers with a limit.
  var sortedBySeverity: [Finding] {
    sorted { left, right in
      left.severity == right.severity ? left < right : left.severity > right.severity
    }
  }
}
