package import Diagnostics

/// Use of something that bash has and the POSIX shell has not.
package struct ShellExtension: Sendable {
  package let kind: Kind
  package let location: SourceLocation
}

extension ShellExtension {
  /// Bash manual, "Shell Grammar" to "Redirections", against POSIX.1-2017, "Shell Command Language".
  package enum Kind: UInt8, Sendable, CaseIterable {
    case doubleBracket, arithmeticCommand, arithmeticFor, select, coprocess, functionKeyword
    case processSubstitution, hereString, array, appendingAssignment, ansiQuoting, translation
    case oldArithmetic, pipeBoth, redirectBoth, caseFallThrough, extendedGlob
    case variableRedirection, parameterOperator
  }
}
