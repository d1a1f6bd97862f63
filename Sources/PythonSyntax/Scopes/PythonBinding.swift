/// What a name stands for in a scope.
struct PythonBinding {
  /// How the name came to be bound, as far as it decides what is reported.
  enum Kind: UInt8 {
    case builtin, function, classDefinition
    case importation, submodule, importedFrom, starImport, future
    case argument, assignment, namedExpression, annotation, export
    /// A loop variable, or an element of an unpacking.
    case plain
  }

  var kind: Kind
  var name: PythonSymbol
  /// The node that binds; absent for what is built in.
  var source: PythonNodeID
  /// The scope and the node of the last use.
  var use: Use?
  /// Of `import module`, all of its name.
  var fullName = PythonSymbol.none
  /// Of `from module import name`, the parts.
  var module = PythonSymbol.none
  var importedName = PythonSymbol.none

  struct Use {
    var scope: Int
    var node: PythonNodeID
  }

  var isImportation: Bool {
    switch kind {
    case .importation, .submodule, .importedFrom, .starImport, .future: true
    default: false
    }
  }

  /// Whether the name stands for something that was meant to be used, and not for a value.
  var isDefinition: Bool {
    isImportation || kind == .builtin || kind == .function || kind == .classDefinition
  }

  var isAssignment: Bool { kind == .assignment || kind == .namedExpression }

  /// Whether this binding, in the place of `other`, would be a redefinition of it.
  func redefines(_ other: PythonBinding) -> Bool {
    guard kind != .annotation else { return false }
    if kind == .submodule, other.isImportation { return fullName == other.fullName }
    if isImportation, kind != .submodule {
      return other.kind == .submodule ? fullName == other.fullName : other.isDefinition
    }
    let isFunctionOrClass = kind == .function || kind == .classDefinition
    return other.isDefinition || isFunctionOrClass && other.isAssignment
  }
}
