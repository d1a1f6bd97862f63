/// Problems found before a build, all of them, so that one round of mending is enough.
struct SeveralProblems: Error, CustomStringConvertible {
  let problems: [any Error]

  var description: String { problems.map { "\($0)" }.joined(separator: "\ntie-check: ") }

  /// What the user got wrong counts more than what the host lacks.
  var status: ExitStatus {
    let all = problems.map { ExitStatus($0) }
    return all.contains(.unusableInput) ? .unusableInput : all.first ?? .failure
  }
}

/// Collects problems.
struct ProblemCollector {
  private(set) var problems: [any Error] = []

  /// The value of `body`; nil, and one more problem, where it throws.
  mutating func check<Value>(_ body: () throws -> Value) -> Value? {
    do { return try body() } catch {
      add([error])
      return nil
    }
  }

  mutating func add(_ errors: [any Error]) {
    for error in errors { problems += (error as? SeveralProblems)?.problems ?? [error] }
  }

  /// The only problem as it is, or several as one error.
  var error: any Error { problems.count == 1 ? problems[0] : SeveralProblems(problems: problems) }

  /// - Throws: What there is of problems.
  func throwAny() throws { if !problems.isEmpty { throw error } }
}
