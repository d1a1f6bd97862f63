import Diagnostics
import PythonSyntax

/// Follows the tokens of a line, and whether blanks are wanted between them.
struct SpacingWalk {
  private var surroundings = Surroundings()
  private var need = Need.none
  private var previous: PlacedToken?

  /// What is wanted behind an operator.
  private enum Need {
    case none, blank
    /// The same as before the operator, which begins at the place.
    case asBefore(TokenPlace, hadBlank: Bool)
  }

  mutating func step(
    to token: PlacedToken, in source: PythonSource, _ report: inout PythonReport
  ) {
    surroundings.follow(token.kind)
    guard !token.kind.isLayout, token.kind != .comment else { return }
    checkPunctuation(token, source, &report)
    if case .none = need {
      examine(token, source, &report)
    } else {
      checkNeed(token, &report)
    }
    previous = token
  }

  private func checkPunctuation(
    _ token: PlacedToken, _ source: PythonSource, _ report: inout PythonReport
  ) {
    guard token.kind == .comma || token.kind == .colon || token.kind == .semicolon else { return }
    let next = token.end < source.bytes.count ? source.bytes[token.end] : 0x0A
    guard next != 0x20, next != 0x09, next != 0x0A, !source.hasNoBreakSpace(at: token.end) else {
      return
    }
    if token.kind == .colon, surroundings.allowColon { return }
    if token.kind == .comma, next == UInt8(ascii: ")") || next == UInt8(ascii: "]") { return }
    report.add("E231", at: token.place, "missing whitespace after '\(source.text(token.range))'")
  }

  /// Looks at what follows an operator.
  private mutating func checkNeed(_ token: PlacedToken, _ report: inout PythonReport) {
    guard let previous else { return }
    // What is wanted behind the `/` of a list of parameters is looked for behind the list.
    if token.start == previous.end, token.kind.endsParameters(behind: previous.kind) { return }
    defer { need = .none }
    if token.start != previous.end {
      guard case .asBefore(let place, hadBlank: false) = need else { return }
      return report.add("E225", at: place, "missing whitespace around operator")
    }
    guard case .asBefore(let place, hadBlank: false) = need else {
      return report.add("E225", at: previous.endPlace, "missing whitespace around operator")
    }
    switch previous.kind {
    case .doubleStar: return
    case .percent: report.add("E228", at: place, "missing whitespace around modulo operator")
    case .star, .slash, .doubleSlash, .plus, .minus, .at:
      report.add("E226", at: place, "missing whitespace around arithmetic operator")
    default: report.add("E227", at: place, "missing whitespace around bitwise or shift operator")
    }
  }

  /// Looks whether the token is an operator that wants blanks.
  private mutating func examine(
    _ token: PlacedToken, _ source: PythonSource, _ report: inout PythonReport
  ) {
    guard let previous else { return }
    let hasBlank = token.start != previous.end
    if token.kind == .equal, surroundings.allowBareEqual { return }
    if token.kind.needsBlanks {
      guard !hasBlank else { return need = .blank }
      report.add("E225", at: previous.endPlace, "missing whitespace around operator")
    } else if token.kind.isUnary ? source.isOperand(previous) : token.kind.mayHaveBlanks {
      need = .asBefore(previous.endPlace, hadBlank: hasBlank)
    }
  }
}

extension SpacingWalk {
  /// What encloses a token: brackets, f-strings, and parameters of a lambda.
  private struct Surroundings {
    private enum Enclosure { case round, square, curly, formatted, lambda }
    private var stack = [Enclosure]()

    mutating func follow(_ kind: PythonToken.Kind) {
      switch kind {
      case .leftParen: stack.append(.round)
      case .leftBracket: stack.append(.square)
      case .leftBrace: stack.append(.curly)
      case .formattedStart, .templateStart: stack.append(.formatted)
      case .lambdaKeyword: stack.append(.lambda)
      case .rightParen, .rightBracket, .rightBrace, .formattedEnd, .templateEnd: _ = stack.popLast()
      case .colon where stack.last == .lambda: stack.removeLast()
      default: break
      }
    }

    /// Whether a colon is that of a slice or of a format.
    var allowColon: Bool { stack.last == .square || isInField }

    /// Whether `=` is that of a keyword, a default or a field.
    var allowBareEqual: Bool { stack.last == .lambda || stack.last == .round || isInField }

    private var isInField: Bool {
      stack.last == .curly && stack.dropLast().last == .formatted
    }
  }
}
