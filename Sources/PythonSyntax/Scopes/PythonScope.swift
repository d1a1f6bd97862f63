/// The names that are bound in one scope.
struct PythonScope {
  enum Kind: UInt8 {
    case module, doctest, classBody, function, typeParameters, comprehension, generator
  }

  /// A binding, and when its name was first bound, which decides the order of reports.
  struct Slot {
    var binding: Int
    var order: Int
  }

  let kind: Kind
  private(set) var slots: [PythonSymbol: Slot]
  private var nextOrder = 0
  /// The bindings of `from module import *`.
  var starImports: [Int] = []
  /// Whether `locals()` is called, which uses all names.
  var usesLocals = false
  /// Names declared global or nonlocal and not bound yet.
  var indirections: [PythonSymbol: PythonNodeID] = [:]
  var allowsFutures = true
  var postponesAnnotations = false

  init(_ kind: Kind, slots: [PythonSymbol: Slot] = [:]) {
    self.kind = kind
    self.slots = slots
  }

  var hasStarImport: Bool { !starImports.isEmpty }
  /// Whether it is a whole file or a doctest.
  var isModule: Bool { kind == .module || kind == .doctest }
  var isComprehension: Bool { kind == .comprehension || kind == .generator }
  /// Whether names can be declared global in it.
  var hasIndirections: Bool { kind == .classBody || kind == .function }

  /// The bindings, in the order in which their names were first bound.
  var ordered: [(name: PythonSymbol, binding: Int)] {
    slots.sorted { $0.value.order < $1.value.order }.map { ($0.key, $0.value.binding) }
  }

  subscript(name: PythonSymbol) -> Int? { slots[name]?.binding }

  mutating func bind(_ name: PythonSymbol, to binding: Int) {
    nextOrder += 1
    let order = slots[name]?.order ?? nextOrder
    slots[name] = Slot(binding: binding, order: order)
  }

  /// Unbinds a name; returns what it stood for.
  mutating func unbind(_ name: PythonSymbol) -> Int? {
    slots.removeValue(forKey: name)?.binding
  }

  /// Forgets that a name waits for being bound.
  mutating func settle(_ name: PythonSymbol) {
    if !indirections.isEmpty { indirections[name] = nil }
  }
}
