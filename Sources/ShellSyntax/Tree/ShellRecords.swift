/// A run of consecutive rows of a table.
struct Rows: Sendable, BitwiseCopyable {
  var start: UInt32 = 0
  var count: UInt32 = 0

  var range: Range<Int> { Int(start)..<Int(start + count) }
}

/// A row of the node table: a command of any kind, a pipeline or a substitution.
struct NodeRecord: Sendable, BitwiseCopyable {
  static let none = UInt32.max

  var kind: NodeKind
  var role: NodeRole
  var flags: NodeFlags = []
  var start: UInt32
  var end: UInt32 = 0
  var parent: UInt32
  /// A simple command's words, assignments first; a `for`'s variable and list; a `case`'s subject
  /// and patterns; a function's name.
  var words = Rows()
  var assignmentCount: UInt32 = 0
  var redirections = Rows()
  /// Where the first `then`, `do` or `in` begins; 0 without one.
  var body: UInt32 = 0
  /// A hash of a simple command's literal name; 0 without one.
  var nameHash: UInt32 = 0
}

enum NodeKind: UInt8, Sendable {
  case simple, pipeline, subshell, group, conditional, whileLoop, untilLoop, forLoop
  case arithmeticForLoop, select, caseSwitch, arithmetic, test, function, coprocess
  case commandSubstitution, backquotes, processSubstitution, hereDocument
}

/// Which part of its parent a node is.
enum NodeRole: UInt8, Sendable {
  case statement, condition, body, alternative, pipelineMember, substitution
}

struct NodeFlags: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt16

  static let afterAnd = NodeFlags(rawValue: 1 << 0)
  static let afterOr = NodeFlags(rawValue: 1 << 1)
  static let beforeAnd = NodeFlags(rawValue: 1 << 2)
  static let beforeOr = NodeFlags(rawValue: 1 << 3)
  static let negated = NodeFlags(rawValue: 1 << 4)
  static let timed = NodeFlags(rawValue: 1 << 5)
  static let background = NodeFlags(rawValue: 1 << 6)
  /// `function name` rather than `name ()`.
  static let functionKeyword = NodeFlags(rawValue: 1 << 7)
}

/// A row of the word table.
struct WordRecord: Sendable, BitwiseCopyable {
  var start: UInt32
  var end: UInt32
  var parts = Rows()
  var flags: WordFlags = []
  /// The length of the part before the `=` of an assignment, its `+` included.
  var targetLength: UInt32 = 0
}

struct WordFlags: OptionSet, Sendable, BitwiseCopyable {
  let rawValue: UInt8

  /// Any of the quoting characters occurs, the backslash among them.
  static let quoted = WordFlags(rawValue: 1 << 0)
  static let expanded = WordFlags(rawValue: 1 << 1)
  static let continued = WordFlags(rawValue: 1 << 2)
  /// `NAME=…` where the shell takes it for an assignment.
  static let assignment = WordFlags(rawValue: 1 << 3)
}

/// A row of the part table. Literal text between parts has no row.
struct PartRecord: Sendable, BitwiseCopyable {
  var kind: PartKind
  var start: UInt32
  var end: UInt32
  var children = Rows()
  /// The words of an array, or in `start` the node of a substitution.
  var payload = Rows()
}

enum PartKind: UInt8, Sendable {
  case singleQuoted, ansiQuoted, doubleQuoted, translated
  case parameter, commandSubstitution, backquotes, processSubstitution
  case arithmetic, oldArithmetic, extendedGlob, array
}

/// A row of the redirection table.
struct RedirectionRecord: Sendable, BitwiseCopyable {
  var kind: ShellToken.Kind
  var start: UInt32
  var operatorStart: UInt32
  var end: UInt32
  /// Of the word table; `NodeRecord.none` for `>&-`.
  var target: UInt32
  /// Of the here-document table.
  var hereDocument: UInt32 = NodeRecord.none
}

/// A row of the here-document table.
struct HereDocumentRecord: Sendable, BitwiseCopyable {
  var node: UInt32
  var delimiter: UInt32
  var start: UInt32 = 0
  var end: UInt32 = 0
  var parts = Rows()
  var isQuoted: Bool
  var stripsTabs: Bool
  var isTerminated = false
}
