public import Diagnostics

/// Which rules run: what was selected, less what was ignored.
///
/// A rule is named by its code, by a prefix of codes (`PK`, `SH80`) or by its name. Where both lists
/// name a rule, the longer prefix wins and a tie ignores it, as in flake8.
public struct RuleSelection: Sendable {
  private let selected: [RuleSelector]
  private let ignored: [RuleSelector]
  /// Whether rules run that nobody has named.
  let selectsDefaults: Bool
  /// Words of other linters' configuration whose rules are off unless selected.
  public var ignoredLegacyNames: Set<String> = []

  /// All rules that are not opt-in.
  public static let standard = RuleSelection(selected: [], ignored: [], selectsDefaults: true)

  /// The selection of the command line or a configuration file: `select` replaces the rules that run by
  /// default, unless it is empty, `extended` adds to those selected so far. An unknown rule is an
  /// `InputError`.
  public init(
    select: [String] = [], ignore: [String] = [], extendedBy extended: [String] = []
  ) throws(InputError) {
    selected = try RuleSelector.parse(select + extended)
    ignored = try RuleSelector.parse(ignore)
    selectsDefaults = select.isEmpty
  }

  /// Whether another linter's finding with this code is wanted, which was asked to take part.
  func includes(foreign code: RuleCode) -> Bool {
    let ignoring = ignored.compactMap { $0.specificity(for: code) }.max()
    let selecting = selected.compactMap { $0.specificity(for: code) }.max()
    return ignoring.map { selecting ?? -1 > $0 } ?? true
  }

  private init(selected: [RuleSelector], ignored: [RuleSelector], selectsDefaults: Bool) {
    self.selected = selected
    self.ignored = ignored
    self.selectsDefaults = selectsDefaults
  }

  /// Whether the rule runs.
  public func includes(_ rule: RuleMetadata) -> Bool {
    choice(of: rule)
      ?? (selectsDefaults && !rule.isOptIn && ignoredLegacyNames.isDisjoint(with: rule.legacyNames))
  }

  /// Whether the lists select the rule or ignore it; nil when no entry means it.
  func choice(of rule: RuleMetadata) -> Bool? {
    let ignoring = ignored.compactMap { $0.specificity(for: rule) }.max()
    guard let selecting = selected.compactMap({ $0.specificity(for: rule) }).max() else {
      return ignoring == nil ? nil : false
    }
    return ignoring.map { selecting > $0 } ?? true
  }
}

/// One entry of a list of rules.
private enum RuleSelector: Sendable {
  case all
  case prefix(String)
  case name(String)

  /// The entries, each of which must mean at least one rule.
  static func parse(_ texts: [String]) throws(InputError) -> [RuleSelector] {
    var selectors = [RuleSelector]()
    for text in texts { selectors.append(try RuleSelector(text)) }
    return selectors
  }

  private init(_ text: String) throws(InputError) {
    if text == "ALL" {
      self = .all
    } else if RuleCode(rawValue: text).isForeign {
      self = .prefix(text)
    } else if RuleCatalog.all.contains(where: { $0.name == text }) {
      self = .name(text)
    } else if !text.isEmpty, RuleCatalog.all.contains(where: { $0.hasCode(prefixedBy: text) }) {
      self = .prefix(text)
    } else {
      throw RuleCatalog.unknownRule(text)
    }
  }

  /// How closely this entry means a code of another linter.
  func specificity(for code: RuleCode) -> Int? {
    switch self {
    case .all: 0
    case .prefix(let prefix): code.rawValue.hasPrefix(prefix) ? prefix.utf8.count : nil
    case .name: nil
    }
  }

  /// How closely this entry means `rule`: the longer, the closer; nothing when it does not.
  func specificity(for rule: RuleMetadata) -> Int? {
    switch self {
    case .all: 0
    case .prefix(let prefix): rule.hasCode(prefixedBy: prefix) ? prefix.utf8.count : nil
    case .name(let name): name == rule.name ? rule.code.rawValue.utf8.count : nil
    }
  }
}

extension RuleMetadata {
  fileprivate func hasCode(prefixedBy prefix: String) -> Bool {
    codes.contains { $0.rawValue.hasPrefix(prefix) }
  }
}
