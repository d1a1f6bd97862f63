/// What a test program printed in the Test Anything Protocol.
struct TAPOutput: Equatable {
  private(set) var tests: [Test] = []
  private(set) var bailOut: String?
  private(set) var planned: Int?
  /// Why the program as a whole was skipped (`1..0 # SKIP reason`).
  private(set) var skipReason: String?

  struct Test: Equatable {
    let number: Int
    let description: String
    let outcome: Outcome
    /// The comments and indented lines that follow.
    fileprivate(set) var diagnostics: [String] = []

    enum Outcome: Equatable {
      case passed, failed
      case skipped(reason: String)
    }
  }

  /// The tests in the output; nil when its first line neither gives a plan nor the version.
  init?(_ output: String) {
    let lines = output.lines(omittingLastEmpty: true).map(String.init)
    guard let first = lines.first else { return nil }
    guard first.hasPrefix("TAP version ") || Self.plan(first) != nil else { return nil }
    for line in lines { read(line) }
  }

  private mutating func read(_ line: String) {
    if let plan = Self.plan(line) {
      planned = plan.count
      skipReason = plan.count == 0 ? plan.reason ?? "the plan is empty" : nil
    } else if line.hasPrefix("Bail out!") {
      bailOut = String(line.dropFirst("Bail out!".count)).trimmingBlanks()
    } else if let test = Test(line, after: tests.last?.number ?? 0) {
      tests.append(test)
    } else if line.hasPrefix("#") || line.hasPrefix(" "), !tests.isEmpty {
      tests[tests.count - 1].diagnostics.append(line)
    }
  }

  /// The numbers of planned tests that did not report; reports beyond the plan are no concern.
  var missing: [Int] {
    let reported = Set(tests.map(\.number))
    return (1..<(planned ?? 0) + 1).filter { !reported.contains($0) }
  }

  private static func plan(_ line: String) -> (count: Int, reason: String?)? {
    guard line.hasPrefix("1..") else { return nil }
    let (plan, directive) = line.dropFirst(3).splitAtDirective
    // More tests than that are a slip of the pen.
    guard let count = Int(plan.trimmingBlanks()), (0...100_000).contains(count) else { return nil }
    return (count, directive?.reason)
  }
}

extension TAPOutput.Test {
  /// `ok 1 - description # SKIP reason`; the number is optional. A failure that is `TODO` is
  /// expected.
  fileprivate init?(_ line: String, after last: Int) {
    guard let prefix = ["ok", "not ok"].first(where: { line == $0 || line.hasPrefix("\($0) ") })
    else { return nil }
    let (text, directive) = line.dropFirst(prefix.count).splitAtDirective
    let rest = text.trimmingBlanks()
    let digits = rest.prefix { $0.isASCII && $0.isNumber }
    number = Int(digits.prefix(9)) ?? last + 1
    let named = String(rest.dropFirst(digits.count)).trimmingBlanks()
    description = named.hasPrefix("-") ? String(named.dropFirst()).trimmingBlanks() : named
    switch directive?.word {
    case "SKIP": outcome = .skipped(reason: directive?.reason ?? "no reason given")
    case "TODO" where prefix == "not ok":
      outcome = .skipped(reason: "to do: \(directive?.reason ?? "no reason given")")
    default: outcome = prefix == "ok" ? .passed : .failed
    }
  }
}

extension Substring {
  /// The text before an unescaped ` # SKIP` or ` # TODO`, and what that says.
  fileprivate var splitAtDirective: (text: String, directive: (word: String, reason: String?)?) {
    let parts = split(separator: " # ", maxSplits: 1, omittingEmptySubsequences: false)
    guard parts.count == 2 else { return (String(self), nil) }
    let words = parts[1].split(separator: " ", maxSplits: 1).map(String.init)
    guard let word = words.first?.uppercased(), ["SKIP", "TODO"].contains(word) else {
      return (String(self), nil)
    }
    return (String(parts[0]), (word, words.count > 1 ? words[1] : nil))
  }
}
