import Diagnostics

/// Which of flake8's codes are reported, by its own four lists of prefixes.
public struct Flake8Selection: Hashable, Sendable {
  /// What replaces the codes that are on by default.
  public var select: [String]?
  /// What is on besides.
  public var extendSelect: [String] = []
  /// What replaces the codes that are off by default.
  public var ignore: [String]?
  /// What is off besides.
  public var extendIgnore: [String] = []

  /// flake8's defaults.
  public init() {}

  /// The families that are on by default.
  static let defaultSelect = ["C90", "E", "F", "W"]
  /// The codes that are off by default.
  static let defaultIgnore = ["E121", "E123", "E126", "E226", "E24", "E704", "W503", "W504"]
}

extension Flake8Selection {
  /// Whether findings with the code are reported.
  ///
  /// What was asked for beats what is so by default; where both lists were given, or neither, the
  /// longer prefix wins, and a tie ignores the code.
  func includes(_ code: RuleCode) -> Bool {
    let selected = Match(
      code, given: given(select, extendSelect), default: select == nil ? Self.defaultSelect : [])
    let ignored = Match(
      code, given: given(ignore, extendIgnore), default: ignore == nil ? Self.defaultIgnore : [])
    switch (selected, ignored) {
    case (.none, _): return false
    case (_, .none), (.given, .default): return true
    case (.default, .given): return false
    case (.given(let selecting), .given(let ignoring)),
      (.default(let selecting), .default(let ignoring)):
      return selecting > ignoring
    }
  }

  private func given(_ list: [String]?, _ extended: [String]) -> [String] {
    (list ?? []) + extended
  }

  /// How the lists of one kind mean a code, and the longest prefix that does.
  private enum Match {
    case none
    case `default`(Int)
    case given(Int)

    init(_ code: RuleCode, given: [String], default: [String]) {
      if let length = Self.longest(given, code) {
        self = .given(length)
      } else if let length = Self.longest(`default`, code) {
        self = .default(length)
      } else {
        self = .none
      }
    }

    private static func longest(_ prefixes: [String], _ code: RuleCode) -> Int? {
      prefixes.filter { code.rawValue.hasPrefix($0) }.map(\.utf8.count).max()
    }
  }
}
