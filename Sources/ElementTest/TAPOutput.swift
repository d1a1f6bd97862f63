/// What a test program printed in the Test Anything Protocol.
struct TAPOutput {
  private(set) var tests: [Test] = []
  private var bailOut: String?
  /// Each line that claims to be a plan; nil for one that is none.
  private var plans: [(line: String, count: Int?)] = []
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

  /// The tests in the output; nil when its first line neither looks like a plan nor gives the
  /// version.
  init?(_ output: String) {
    let lines = output.lines(omittingLastEmpty: true).map(String.init)
    guard let first = lines.first else { return nil }
    guard first.hasPrefix("TAP version ") || first.hasPrefix(Self.planPrefix) else { return nil }
    for line in lines { read(line) }
  }

  private mutating func read(_ line: String) {
    if line.hasPrefix(Self.planPrefix) {
      readPlan(line)
    } else if line.hasPrefix("Bail out!") {
      bailOut = String(line.dropFirst("Bail out!".count)).trimmingBlanks()
    } else if let test = Test(line, after: tests.last?.number ?? 0) {
      tests.append(test)
    } else if line.hasPrefix("#") || line.hasPrefix(" "), !tests.isEmpty {
      tests[tests.count - 1].diagnostics.append(line)
    }
  }

  private static let planPrefix = "1.."
  /// More tests than that are a slip of the pen.
  private static let planLimit = 100_000

  private mutating func readPlan(_ line: String) {
    let (plan, directive) = line.dropFirst(Self.planPrefix.count).splitAtDirective
    let count = Int(plan.trimmingBlanks()).flatMap { (0...Self.planLimit).contains($0) ? $0 : nil }
    plans.append((line, count))
    if count == 0 { skipReason = directive?.reason ?? "the plan is empty" }
  }
}

extension TAPOutput {
  /// What the program as a whole did wrong, as a verb phrase; nil when each planned test reported
  /// once.
  var fault: String? {
    if let bailOut { return "bailed out: \(bailOut)" }
    if let wrong = plans.first(where: { $0.count == nil }) {
      return "gave `\(wrong.line)`, which is no plan"
    }
    guard let planned = plans.first?.count else { return "gave no plan" }
    return plans.count > 1 ? "gave two plans" : fault(inNumbers: planned)
  }

  private func fault(inNumbers planned: Int) -> String? {
    var reported = Set<Int>()
    for test in tests {
      guard test.number >= 1, test.number <= planned else {
        return "reported test \(test.number), which is not in the plan `1..\(planned)`"
      }
      guard reported.insert(test.number).inserted else {
        return "reported test \(test.number) twice"
      }
    }
    return missing(reported, of: planned)
  }

  private func missing(_ reported: Set<Int>, of planned: Int) -> String? {
    let missing = (1..<planned + 1).filter { !reported.contains($0) }
    if missing.isEmpty { return nil }
    let more = missing.count > 10 ? " and \(missing.count - 10) more" : ""
    return
      "did not report test \(missing.prefix(10).map(String.init).joined(separator: ", "))\(more)"
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
