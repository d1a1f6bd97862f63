import SystemPackage

/// What `tie-check check` and `tie-check test` were asked to do.
struct CheckRequest: Sendable {
  /// Directories or names of elements, as given.
  var elements: [String]
  var runsLint = true
  /// The element that brings the operating system to cases that name none.
  var base = "debian-minimal"
  /// Only cases whose name matches this shell pattern.
  var casePattern: String?
  /// How many cases are built and tested at once.
  var jobs = 2
  var stopsAtFirstFailure = false
  /// For one hook or command, where the case sets none.
  var timeout: Duration?
  var usesCache = true
  var isOffline = false
  /// Where the report goes.
  var reportFolder: FilePath
}
