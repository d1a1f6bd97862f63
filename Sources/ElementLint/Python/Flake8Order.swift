import Diagnostics

/// The order in which flake8 computes findings, which it keeps where places are equal.
enum Flake8Order {
  /// The codes of each of flake8's plugins, or what they begin with, in the order of the plugins.
  private static let plugins = [
    ["E9"], ["C90"], ["F"], ["E501"], ["W191"], ["E101"], ["W391", "W292"], ["W291", "W293"],
    ["E74"], ["E722"], ["E30"], ["W504"], ["W503"], ["E713", "E714"], ["E711", "E712"], ["E721"],
    ["E70", "E731"], ["E12", "E13"], ["E502"], ["E20"], ["E401"], ["E11"], ["W505"],
    ["E225", "E226", "E227", "E228", "E231"], ["E275"], ["E402"], ["W605"], ["E24"], ["E27"],
    ["E25"], ["E22"], ["E26"], ["E211"],
  ]

  private static let ranks = Dictionary(
    PythonRules.all.flatMap { $0.metadata.map { ($0.code, rank(of: $0.code.rawValue)) } },
    uniquingKeysWith: { first, _ in first })

  private static func rank(of code: String) -> Int {
    plugins.firstIndex { $0.contains { code.hasPrefix($0) } } ?? plugins.count
  }

  /// The findings by line, printed column and plugin.
  static func sorted(_ findings: [PythonFinding]) -> [PythonFinding] {
    findings.enumerated()
      .map { (key: ($1.line, $1.printedColumn, ranks[$1.code] ?? plugins.count, $0), finding: $1) }
      .sorted { $0.key < $1.key }
      .map(\.finding)
  }
}
