/// A function of `typing` some of whose arguments are types, in strings perhaps.
enum TypingCall: String {
  case cast
  case assertType = "assert_type"
  case typeVariable = "TypeVar"
  case parameterSpecification = "ParamSpec"
  case typeVariableTuple = "TypeVarTuple"
  case newType = "NewType"
  case typedDictionary = "TypedDict"
  case namedTuple = "NamedTuple"

  enum Meaning { case type, value, fields }

  init?(_ name: String) { self.init(rawValue: name) }

  /// What the plain argument at a place is.
  func meaning(ofArgument place: Int) -> Meaning {
    switch self {
    case .cast: place == 0 ? .type : .value
    case .assertType, .typeVariable, .newType: place == 0 ? .value : .type
    case .parameterSpecification, .typeVariableTuple: .value
    case .typedDictionary, .namedTuple: place == 1 ? .fields : .value
    }
  }

  /// Whether the argument with a keyword is a type.
  func isType(keyword: String) -> Bool {
    switch self {
    case .cast: keyword == "typ"
    case .newType: keyword == "tp"
    case .typeVariable, .parameterSpecification, .typeVariableTuple:
      keyword == "bound" || keyword == "default"
    case .namedTuple: true
    case .assertType, .typedDictionary: false
    }
  }
}
