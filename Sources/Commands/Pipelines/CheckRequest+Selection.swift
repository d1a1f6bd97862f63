import Glibc

extension CheckRequest {
  /// Whether a case of this name was asked for.
  func selects(_ name: String) -> Bool {
    guard let casePattern else { return true }
    return fnmatch(casePattern, name, 0) == 0
  }
}
