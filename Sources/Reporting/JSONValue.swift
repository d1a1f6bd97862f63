/// A JSON value with its keys in the order given, so that output is stable.
package indirect enum JSONValue: Sendable, Equatable {
  case null
  case bool(Bool)
  case integer(Int)
  /// A number as it is to be written.
  case number(String)
  case string(String)
  case array([JSONValue])
  case object([Member])

  /// One key and its value.
  package struct Member: Sendable, Equatable {
    let key: String
    let value: JSONValue
  }
}

extension JSONValue {
  /// An object with the given keys, in this order.
  package init(members: [(String, JSONValue)]) {
    self = .object(members.map { Member(key: $0.0, value: $0.1) })
  }

  /// Seconds with three decimals.
  package static func seconds(_ duration: Duration) -> JSONValue {
    .number(duration.decimalSeconds)
  }

  /// The string, or `null`.
  package static func optional(_ text: String?) -> JSONValue { text.map(JSONValue.string) ?? .null }
}

extension JSONValue: ExpressibleByDictionaryLiteral, ExpressibleByStringLiteral,
  ExpressibleByIntegerLiteral
{
  package init(dictionaryLiteral members: (String, JSONValue)...) {
    self.init(members: members)
  }

  package init(stringLiteral text: String) { self = .string(text) }

  package init(integerLiteral number: Int) { self = .integer(number) }
}

extension JSONValue: CustomStringConvertible {
  /// The value as indented text without a final line end.
  package var description: String {
    var writer = JSONWriter()
    writer.write(self)
    return writer.text
  }

  /// An object with one more member at its end.
  package func adding(_ key: String, _ value: JSONValue) -> JSONValue {
    guard case .object(let members) = self else { return self }
    return .object(members + [Member(key: key, value: value)])
  }

  /// The value as text without any line end.
  package var onOneLine: String {
    var writer = JSONWriter(onOneLine: true)
    writer.write(self)
    return writer.text
  }
}
