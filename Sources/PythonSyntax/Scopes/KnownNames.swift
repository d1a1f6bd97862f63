/// Names that mean something to the resolver, as symbols of one file.
struct KnownNames {
  let all: PythonSymbol
  let dunderClass: PythonSymbol
  let dunderPath: PythonSymbol
  let future: PythonSymbol
  let literal: PythonSymbol
  let annotated: PythonSymbol
  let locals: PythonSymbol
  let nameError: PythonSymbol
  let notImplemented: PythonSymbol
  let print: PythonSymbol
  let underscore: PythonSymbol
  let format: PythonSymbol
  let typing: PythonSymbol
  let typingExtensions: PythonSymbol
  let star: PythonSymbol
  let classMagic: Set<PythonSymbol>
  /// Names that are used by whoever prints a traceback.
  let alwaysUsed: Set<PythonSymbol>

  init(_ table: inout PythonSymbolTable) {
    all = table.intern("__all__")
    dunderClass = table.intern("__class__")
    dunderPath = table.intern("__path__")
    future = table.intern("__future__")
    literal = table.intern("Literal")
    annotated = table.intern("Annotated")
    locals = table.intern("locals")
    nameError = table.intern("NameError")
    notImplemented = table.intern("NotImplemented")
    print = table.intern("print")
    underscore = table.intern("_")
    format = table.intern("format")
    typing = table.intern("typing")
    typingExtensions = table.intern("typing_extensions")
    star = table.intern("*")
    classMagic = Self.set(["__firstlineno__", "__module__", "__qualname__"], &table)
    alwaysUsed = Self.set(
      [
        "__tracebackhide__", "__traceback_info__", "__traceback_supplement__", "__debuggerskip__",
      ], &table)
  }

  private static func set(
    _ names: [String], _ table: inout PythonSymbolTable
  ) -> Set<PythonSymbol> {
    Set(names.map { table.intern($0) })
  }
}
