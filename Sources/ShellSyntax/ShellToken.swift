/// A token of the shell's grammar.
///
/// A token inside a substitution comes after the word that the substitution is in.
package struct ShellToken: Sendable, BitwiseCopyable {
  package let kind: Kind
  let start: UInt32
  var end: UInt32
}

extension ShellToken {
  /// What a token is. Reserved words are told apart from words where the shell does so.
  ///
  /// Bash manual, "Reserved Words" and "Shell Grammar".
  package enum Kind: UInt8, Sendable, BitwiseCopyable {
    case word, assignment, number, variableRedirection, newline, endOfFile
    case semicolon, ampersand, pipe, pipeAmpersand, andAnd, orOr
    case semiSemi, semiAnd, semiSemiAnd, leftParen, rightParen
    case less, greater, lessLess, lessLessDash, lessLessLess, greaterGreater, lessAnd, greaterAnd
    case lessGreater, greaterPipe, andGreater, andGreaterGreater, dash
    case ifKeyword, thenKeyword, elseKeyword, elifKeyword, fiKeyword
    case caseKeyword, esacKeyword, inKeyword
    case forKeyword, selectKeyword, whileKeyword, untilKeyword, doKeyword, doneKeyword
    case functionKeyword, coprocKeyword, timeKeyword, timeOption, timeEndOfOptions
    case leftBrace, rightBrace, bang, leftTest, rightTest
    case arithmeticCommand, arithmeticFor
    /// What a substitution begins with; a part of a word, never among a script's tokens.
    case dollarParen
  }
}
