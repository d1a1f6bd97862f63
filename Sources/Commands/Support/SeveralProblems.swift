import Diagnostics

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

  /// Adds what is wrong with one of several images, by its name; what the host lacks for all of them,
  /// only once.
  mutating func add(_ error: any Error, of image: String) {
    for problem in (error as? SeveralProblems)?.problems ?? [error] {
      if var input = problem as? InputError {
        input.message = "image `\(image)`: \(input.message)"
        problems.append(input)
      } else if !problems.contains(where: { "\($0)" == "\(problem)" }) {
        problems.append(problem)
      }
    }
  }

  /// The only problem as it is, or several as one error.
  var error: any Error { problems.count == 1 ? problems[0] : SeveralProblems(problems: problems) }

  /// - Throws: What there is of problems.
  func throwAny() throws { if !problems.isEmpty { throw error } }
}
