import Diagnostics

/// A plain value: equality, in the type of what is expected.
struct ValueMatcher: Matcher {
  private let expected: Expected

  private enum Expected {
    case bool(Bool)
    case number(Double, text: String)
    case text(String)
  }

  init(_ node: LocatedNode) throws(InputError) {
    let text = try node.scalarText("value")
    if let bool = node.boolValue {
      expected = .bool(bool)
    } else if let number = node.numberValue {
      expected = .number(number, text: text)
    } else {
      expected = .text(text)
    }
  }

  /// Equality with `text`.
  init(text: String) { expected = .text(text) }

  /// Equality with `bool`.
  init(bool: Bool) { expected = .bool(bool) }

  func accepts(_ value: AttributeValue) -> Bool {
    switch expected {
    case .bool(let bool): value == .bool(bool)
    case .number(let number, _): value.number == number
    case .text(let text): value.text == text || Self.isEqual(value, exceptLastNewline: text)
    }
  }

  /// What a file holds and a command prints ends in a newline that nobody writes into a gossfile.
  private static func isEqual(_ value: AttributeValue, exceptLastNewline text: String) -> Bool {
    guard case .content(let content) = value else { return false }
    return content == text + "\n"
  }

  var exactText: String? {
    if case .text(let text) = expected { text } else { nil }
  }

  var description: String {
    switch expected {
    case .bool(let bool): String(bool)
    case .number(_, let text): text
    case .text(let text): text.quoted
    }
  }
}
