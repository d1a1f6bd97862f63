/// What an attribute of a resource is in the rootfs.
package enum AttributeValue: Sendable, Equatable {
  case bool(Bool)
  case integer(Int)
  case text(String)
  case list([String])
  /// What is matched line by line: the content of a file, or what a command printed.
  case content(String)
}

// Goss changes the type of what it read to the type that a matcher wants; these are its rules.
extension AttributeValue {
  /// As text; the elements of a list are joined as lines.
  package var text: String {
    switch self {
    case .bool(let value): String(value)
    case .integer(let value): String(value)
    case .text(let text), .content(let text): text
    case .list(let elements): elements.joined(separator: "\n")
    }
  }

  /// As a number, when the text is one; a leading zero does not make it octal.
  package var number: Double? {
    if case .bool = self { return nil }
    return Double(text.trimmingBlanks())
  }

  /// As a list; text is split into lines.
  package var elements: [String] {
    switch self {
    case .list(let elements): elements
    case .bool, .integer, .text: text.lines(omittingLastEmpty: false).map(String.init)
    case .content(let text): text.lines(omittingLastEmpty: true).map(String.init)
    }
  }
}

extension AttributeValue: CustomStringConvertible {
  /// The value as a message shows it: text in quotes, numbers and booleans bare.
  package var description: String {
    switch self {
    case .bool, .integer: text
    case .text(let text), .content(let text): text.quoted
    case .list(let elements): "[\(elements.map(\.quoted).joined(separator: ", "))]"
    }
  }
}
