import Diagnostics

/// Why a list of elements cannot be resolved.
public enum ResolutionError: Error, Hashable, Sendable {
  /// No directory of the search path has the element.
  case unknownElement(UnknownElement)
  /// Something of an element cannot be read.
  case unreadableElement(InputError)
  /// Two of the elements provide one name.
  case providedTwice(ElementName, first: ElementName, second: ElementReference, by: ElementName)
  /// Requested elements that others of the elements provide; never empty.
  case requestedAndProvided([ProvidedRequest])
  /// None of the elements provides `operating-system`.
  case noOperatingSystem(known: [ElementName])

  /// A name that is on no search path, and what may have been meant.
  public struct UnknownElement: Hashable, Sendable {
    /// The name that was not found.
    public let name: ElementName
    /// The row that names it; nothing for a requested element.
    public let reference: ElementReference?
    /// The known name that is most like it.
    public let closest: ElementName?
    /// Known elements that provide the name.
    public let providers: [ElementName]
    /// How many directories were searched.
    public let directories: Int
  }

  /// A requested element, and the row by which another one replaces it.
  public struct ProvidedRequest: Hashable, Sendable {
    /// The requested element.
    public let name: ElementName
    /// The element that provides it.
    public let provider: ElementName
    /// The row of `element-provides`.
    public let reference: ElementReference
  }
}

extension ResolutionError {
  /// The row that causes the error, where there is one.
  public var location: SourceLocation? {
    switch self {
    case .unknownElement(let unknown): unknown.reference?.location
    case .unreadableElement(let fault): fault.location
    case .providedTwice(_, _, let second, _): second.location
    case .requestedAndProvided(let requests): requests.first?.reference.location
    case .noOperatingSystem: nil
    }
  }

  /// One clause, without a full stop.
  public var message: String {
    switch self {
    case .unknownElement(let unknown): return unknown.message
    case .unreadableElement(let fault): return fault.message
    case .providedTwice(let name, let first, _, let second):
      return "`\(second)` provides `\(name)`, which `\(first)` provides already"
    case .requestedAndProvided(let requests):
      return
        requests
        .map { "`\($0.name)` is requested, but `\($0.provider)` provides it" }
        .joined(separator: ", ")
    case .noOperatingSystem: return "no element provides `\(ElementName.operatingSystem)`"
    }
  }

  /// The next step.
  public var hint: String {
    switch self {
    case .unknownElement(let unknown): return unknown.hint
    case .unreadableElement(let fault): return fault.hint ?? "check the path"
    case .providedTwice(_, let first, _, let second): return "use either `\(first)` or `\(second)`"
    case .requestedAndProvided(let requests):
      return "do not request \(requests.map { "`\($0.name)`" }.joined(separator: ", "))"
    case .noOperatingSystem(let known):
      return known.isEmpty
        ? "add a directory that holds a distribution's element to the elements path"
        : "add one of \(known.map { "`\($0)`" }.joined(separator: ", "))"
    }
  }

  /// The same, as an error of the user's input.
  public var inputError: InputError { InputError(message, at: location, hint: hint) }
}

extension ResolutionError: CustomStringConvertible {
  /// Location, message and hint.
  public var description: String { inputError.description }
}

extension ResolutionError.UnknownElement {
  fileprivate var message: String {
    let place = directories == 1 ? "the directory" : "the \(directories) directories"
    return "element `\(name)` is not in \(place) of the elements path"
  }

  fileprivate var hint: String {
    if reference != nil, name.rawValue.hasPrefix("#") {
      return "remove the row, comments are not supported"
    }
    if !providers.isEmpty {
      return "add one of \(providers.map { "`\($0)`" }.joined(separator: ", ")), which provide it"
    }
    if let closest { return "did you mean `\(closest)`?" }
    return "check the name, or add its directory to the elements path"
  }
}
