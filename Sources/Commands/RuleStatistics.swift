import Diagnostics

/// How often each rule was broken.
struct RuleStatistics {
  private let counts: [(rule: RuleCode, name: String, count: Int)]

  init(_ findings: [Finding]) {
    counts = Dictionary(grouping: findings, by: \.rule)
      .map { ($0, $1.first?.name ?? "", $1.count) }
      .sorted { $0.0 < $1.0 }
  }

  /// One line a rule, as flake8 prints them: count, code, name.
  var text: String {
    counts.map { "\(String($0.count).padded(to: 6))\($0.rule) \($0.name)" }.joined(separator: "\n")
  }
}
