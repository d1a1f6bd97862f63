extension PythonProblem {
  /// What pyflakes says; `line` gives the line of a byte.
  package func message(line: (Int) -> Int) -> String {
    switch kind {
    case .unusedImport: "\(quoted) imported but unused"
    case .importShadowedByLoopVariable:
      "import \(quoted) from line \(relatedLine(line)) shadowed by loop variable"
    case .redefinition: "redefinition of unused \(quoted) from line \(relatedLine(line))"
    case .undefinedLocal:
      "local variable \(quoted) \(origin(line)) referenced before assignment"
    case .starImport: "'from \(subject) import *' used; unable to detect undefined names"
    case .starImportNotAtTop: "'from \(subject) import *' only allowed at module level"
    case .lateFutureImport: "from __future__ imports must occur at the beginning of the file"
    case .perhapsFromStarImport:
      "\(quoted) may be undefined, or defined from star imports: \(detail)"
    case .unknownFuture: "future feature \(subject) is not defined"
    case .undefinedName: "undefined name \(quoted)"
    case .undefinedExport: "undefined name \(quoted) in __all__"
    case .unusedIndirection:
      "`\(detail) \(subject)` is unused: name is never assigned in scope"
    case .unusedVariable: "local variable \(quoted) is assigned to but never used"
    case .unusedAnnotation: "local variable \(quoted) is annotated but never used"
    default: messageOfLiteral ?? messageOfStatement
    }
  }

  private var quoted: String { Representation.of(text: Array(subject.utf8)) }

  private func relatedLine(_ line: (Int) -> Int) -> Int { related.map(line) ?? 0 }

  private func origin(_ line: (Int) -> Int) -> String {
    related.map { "defined in enclosing scope on line \(line($0))" } ?? "defined as a builtin"
  }

  private var messageOfStatement: String {
    switch kind {
    case .duplicateArgument: "duplicate argument \(quoted) in function definition"
    case .repeatedKey: "dictionary key \(subject) repeated with different values"
    case .repeatedVariableKey:
      "dictionary key variable \(subject) repeated with different values"
    case .tooManyTargets: "too many expressions in star-unpacking assignment"
    case .twoStars: "two starred expressions in assignment"
    case .assertOnTuple: "assertion is always true, perhaps remove parentheses?"
    case .isLiteral: "use ==/!= to compare constant literals (str, bytes, int, float, tuple)"
    case .printShift: "use of >> is invalid with print function"
    case .ifTuple: "'if tuple literal' is always true, perhaps remove accidental comma?"
    case .breakOutsideLoop: "'break' outside loop"
    case .continueOutsideLoop: "'continue' not properly in loop"
    case .yieldOutsideFunction: "'yield' outside function"
    case .returnOutsideFunction: "'return' outside function"
    case .bareExceptNotLast: "default 'except:' must be last"
    case .doctestSyntax: "syntax error in doctest"
    case .annotationSyntax: "syntax error in forward annotation \(subject)"
    default: "'raise NotImplemented' should be 'raise NotImplementedError'"
    }
  }
}
