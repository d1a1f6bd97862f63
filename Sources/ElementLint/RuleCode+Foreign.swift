import Diagnostics

extension RuleCode {
  /// Whether it is shellcheck's, or the beginning of its codes: they are not listed here.
  var isForeign: Bool {
    rawValue.hasPrefix("SC") && rawValue.dropFirst(2).allSatisfy { ("0"..."9").contains($0) }
  }
}
