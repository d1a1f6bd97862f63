/// The names that every module sees.
enum BuiltinNames {
  /// A table that has the built-in names and no others.
  static let table = {
    var table = PythonSymbolTable()
    for name in all { _ = table.intern(name) }
    return table
  }()

  /// A binding for each, at the place of its symbol.
  static let bindings = {
    let symbols = (0..<UInt32(table.count)).map { PythonSymbol(index: $0) }
    return symbols.map { PythonBinding(kind: .builtin, name: $0, source: .absent) }
  }()

  /// The names of a module in which nothing else is bound yet.
  static let slots = {
    let places = 1..<table.count
    return Dictionary(
      uniqueKeysWithValues: places.map {
        (PythonSymbol(index: UInt32($0)), PythonScope.Slot(binding: $0, order: 0))
      })
  }()

  private static let all = constants + functions + exceptions + warnings

  private static let constants = words(
    """
    Ellipsis False None NotImplemented True __build_class__ __debug__ __doc__ __import__ __loader__
    __name__ __package__ __spec__ __file__ __builtins__ __annotations__ copyright credits exit help
    license quit
    """)

  private static let functions = words(
    """
    abs aiter all anext any ascii bin bool breakpoint bytearray bytes callable chr classmethod
    compile complex delattr dict dir divmod enumerate eval exec filter float format frozenset
    getattr globals hasattr hash hex id input int isinstance issubclass iter len list locals map
    max memoryview min next object oct open ord pow print property range repr reversed round set
    setattr slice sorted staticmethod str sum super tuple type vars zip
    """)

  private static let exceptions = words(
    """
    ArithmeticError AssertionError AttributeError BaseException BaseExceptionGroup BlockingIOError
    BrokenPipeError BufferError ChildProcessError ConnectionAbortedError ConnectionError
    ConnectionRefusedError ConnectionResetError EOFError EnvironmentError Exception ExceptionGroup
    FileExistsError FileNotFoundError FloatingPointError GeneratorExit IOError ImportError
    IndentationError IndexError InterruptedError IsADirectoryError KeyError KeyboardInterrupt
    LookupError MemoryError ModuleNotFoundError NameError NotADirectoryError NotImplementedError
    OSError OverflowError PermissionError ProcessLookupError PythonFinalizationError RecursionError
    ReferenceError RuntimeError StopAsyncIteration StopIteration SyntaxError SystemError SystemExit
    TabError TimeoutError TypeError UnboundLocalError UnicodeDecodeError UnicodeEncodeError
    UnicodeError UnicodeTranslateError ValueError WindowsError ZeroDivisionError
    _IncompleteInputError
    """)

  private static let warnings = words(
    """
    BytesWarning DeprecationWarning EncodingWarning FutureWarning ImportWarning
    PendingDeprecationWarning ResourceWarning RuntimeWarning SyntaxWarning UnicodeWarning
    UserWarning Warning
    """)

  private static func words(_ text: String) -> [String] {
    text.split(whereSeparator: \.isWhitespace).map(String.init)
  }
}
