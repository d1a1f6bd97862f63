/// What a node is. The comment after a kind lists its children in order; `?` marks those that may be
/// absent, `…` those that repeat.
package enum PythonNodeKind: UInt8, Sendable, BitwiseCopyable {
  /// Fills the place of something left out.
  case absent
  /// A whole file, or the expression in a string annotation: statement …
  case module
  /// The statements under a header: statement …
  case block
  /// Decorators, type parameters, handlers: anything …
  case list

  // Statements.
  case functionDefinition  // decorators list?, type parameter list?, parameters, result?, block
  case classDefinition  // decorators list?, type parameter list?, argument list?, block
  case returnStatement  // value?
  case deleteStatement  // target …
  case assignment  // target …, value
  case augmentedAssignment  // target, value
  case annotatedAssignment  // target, annotation, value?
  case forStatement  // target, iterable, block, else block?
  case whileStatement  // test, block, else block?
  case ifStatement  // test, block, (test, block) …, else block?
  case withStatement  // item …, block
  case matchStatement  // subject, case …
  case raiseStatement  // exception?, cause?
  case tryStatement  // block, handler list, else block?, finally block?
  case assertStatement  // test, message?
  case importStatement  // alias …
  case importFromStatement  // alias …
  case globalStatement  // identifier …
  case nonlocalStatement  // identifier …
  case expressionStatement  // value
  case typeAlias  // name, type parameter list?, value
  case passStatement, breakStatement, continueStatement

  // Parts of statements.
  case alias  // identifier behind `as`?
  case identifier
  case withItem  // context, target?
  case matchCase  // pattern, guard?, block
  case exceptionHandler  // exception?, block
  case parameters  // parameter …
  case parameter  // annotation?, default?
  case typeParameter  // bound?, default?
  case keywordArgument  // value

  // Expressions.
  case name
  case number, string, bytes, trueLiteral, falseLiteral, noneLiteral, ellipsis
  case formattedString  // string or replacement …
  case templateString  // string or replacement …
  case replacement  // value, format specification?
  case tuple, listDisplay, setDisplay  // element …
  case dictionary  // (key? , value) …
  case attribute  // value
  case subscripted  // value, index
  case slice  // lower?, upper?, step?
  case starred  // value
  case call  // function, argument …
  case unary  // operand
  case binary  // operand, operand … of one operator
  case boolean  // operand, operand … of one operator
  case compare  // left, comparison …
  case comparison  // right
  case conditional  // test, value if true, value if false
  case lambda  // parameters, body
  case namedExpression  // target, value
  case awaitExpression, yieldFrom  // value
  case yieldExpression  // value?
  case listComprehension, setComprehension, generator  // element, clause …
  case dictionaryComprehension  // key, value, clause …
  case comprehensionClause  // target, iterable, condition …

  // Patterns.
  case valuePattern  // value
  case capturePattern  // pattern?
  case starPattern
  case sequencePattern, alternatives  // pattern …
  case mappingPattern  // (key, pattern) …
  case classPattern  // class, pattern or keyword pattern …
  case keywordPattern  // pattern
}
