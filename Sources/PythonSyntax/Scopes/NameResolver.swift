/// Walks a tree once, function bodies after all else, and binds and looks up names on the way.
struct NameResolver {
  /// What kind of text is being read as an annotation.
  enum AnnotationState { case none, string, bare }

  var tree: PythonTree
  let known: KnownNames
  let isPackage: Bool
  let readsDoctests: Bool
  let version: PythonVersion
  var scopes: [PythonScope] = []
  var bindings = BuiltinNames.bindings
  /// The scopes around, innermost last.
  var stack: [Int] = []
  /// The scopes that were left, in that order.
  var deadScopes: [Int] = []
  /// What is looked at when all statements of the module were.
  var deferred: [DeferredWork] = []
  var problems: [PythonProblem] = []
  /// The places of the reports that names are undefined.
  var undefinedNames: [PythonSymbol: [Int]] = [:]
  /// The places of reports that were taken back.
  var retracted: Set<Int> = []
  /// Names of the exceptions that the `try` statements around handle, innermost last.
  var handledNames: [[PythonSymbol]] = [[]]
  /// Nodes that bind again what an import bound in a scope further out.
  var laterRedefinitions: [Int: [PythonNodeID]] = [:]
  /// The star imports that were listed last, and the list.
  var listedImports: (imports: [Int], text: String) = ([], "")
  /// What an `__all__` lists.
  var exportedNames: [Int: [String]] = [:]
  var annotationState = AnnotationState.none
  var isInFormattedString = false
  var depth = 0
  /// The texts that were appended to the source's, and what reports about them point at.
  var appendices: [Appendix] = []
  let sourceEnd: Int
  /// The lines of the source, which are looked for when there are doctests.
  lazy var lines = LineStarts(Array(tree.bytes[..<sourceEnd]))

  /// The bytes that reports show of the name of a module, or of several.
  static let longestModule = 4096

  init(
    _ tree: PythonTree, isPackage: Bool, builtins: [String], readsDoctests: Bool,
    version: PythonVersion
  ) {
    self.tree = tree
    self.isPackage = isPackage
    self.readsDoctests = readsDoctests
    self.version = version
    sourceEnd = tree.bytes.count
    known = KnownNames(&self.tree.symbols)
    scopes.append(PythonScope(.module, slots: BuiltinNames.slots))
    for name in builtins { addBuiltin(self.tree.symbols.intern(name), to: 0) }
    stack = [0]
  }

  mutating func run() {
    for statement in tree.children(of: tree.root) { visit(statement) }
    runDeferred()
    leaveScope()
    checkDeadScopes()
    guard !retracted.isEmpty else { return }
    problems = problems.indices.filter { !retracted.contains($0) }.map { problems[$0] }
  }

  mutating func addBuiltin(_ name: PythonSymbol, to scope: Int) {
    bindings.append(PythonBinding(kind: .builtin, name: name, source: .absent))
    scopes[scope].bind(name, to: bindings.count - 1)
  }
}

extension NameResolver {
  /// Something to be looked at later, and the scopes around it.
  struct DeferredWork {
    enum Kind { case function, annotation, stringAnnotation, doctest }

    var kind: Kind
    var node: PythonNodeID
    var stack: [Int]
  }

  var scope: Int { stack.last ?? 0 }

  mutating func enterScope(_ kind: PythonScope.Kind) {
    scopes.append(PythonScope(kind))
    stack.append(scopes.count - 1)
  }

  mutating func leaveScope() {
    if let last = stack.popLast() { deadScopes.append(last) }
  }

  mutating func `defer`(_ kind: DeferredWork.Kind, _ node: PythonNodeID) {
    guard node.isPresent else { return }
    deferred.append(DeferredWork(kind: kind, node: node, stack: stack))
  }

  private mutating func runDeferred() {
    var next = 0
    let outer = stack
    while next < deferred.count {
      let work = deferred[next]
      next += 1
      stack = work.stack
      switch work.kind {
      case .function: visitFunctionBody(work.node)
      case .annotation: withAnnotation(.bare) { $0.visit(work.node) }
      case .stringAnnotation: withAnnotation(.string) { $0.visitStringAnnotation(work.node) }
      case .doctest: visitDoctests(of: work.node)
      }
    }
    stack = outer
  }
}
