/// A string for `str.format`, cut into its replacement fields.
///
/// Python Standard Library, "Format String Syntax"; messages are those of CPython.
struct BraceFormat {
  struct Field {
    var name: String
    var specification: String
  }

  /// Why a string is no format.
  struct Fault: Error { var message: String }

  private(set) var fields: [Field] = []

  init(_ text: String) throws(Fault) {
    var rest = text.unicodeScalars[...]
    while let brace = rest.firstIndex(where: { $0 == "{" || $0 == "}" }) {
      let kind = rest[brace]
      rest = rest[rest.index(after: brace)...]
      if rest.first == kind {
        rest.removeFirst()
      } else if kind == "}" {
        throw Fault(message: "Single '}' encountered in format string")
      } else if rest.isEmpty {
        throw Fault(message: "Single '{' encountered in format string")
      } else {
        fields.append(try Self.field(&rest))
      }
    }
  }

  private typealias Scalars = Substring.UnicodeScalarView

  private static func field(_ rest: inout Scalars) throws(Fault) -> Field {
    let start = rest
    guard let end = try endOfName(&rest) else {
      throw Fault(message: "expected '}' before end of string")
    }
    let name = String(start[..<end])
    switch start[end] {
    case "}": return Field(name: name, specification: "")
    case "!":
      if try isClosed(afterConversion: &rest) { return Field(name: name, specification: "") }
    default: break
    }
    return Field(name: name, specification: try specification(&rest))
  }

  /// Goes behind the character that ends the name of a field; returns its place.
  private static func endOfName(_ rest: inout Scalars) throws(Fault) -> Scalars.Index? {
    var isInBrackets = false
    while let first = rest.first {
      let place = rest.startIndex
      rest.removeFirst()
      switch first {
      case "]" where isInBrackets: isInBrackets = false
      case _ where isInBrackets: continue
      case "[": isInBrackets = true
      case "{": throw Fault(message: "unexpected '{' in field name")
      case "}", ":", "!": return place
      default: continue
      }
    }
    return nil
  }

  private static func isClosed(afterConversion rest: inout Scalars) throws(Fault) -> Bool {
    guard rest.popFirst() != nil else {
      throw Fault(message: "end of string while looking for conversion specifier")
    }
    switch rest.popFirst() {
    case "}": return true
    case ":", nil: return false
    default: throw Fault(message: "expected ':' after conversion specifier")
    }
  }

  private static func specification(_ rest: inout Scalars) throws(Fault) -> String {
    let start = rest
    var level = 1
    while let first = rest.first {
      let place = rest.startIndex
      rest.removeFirst()
      if first == "{" { level += 1 }
      if first == "}" { level -= 1 }
      if level == 0 { return String(start[..<place]) }
    }
    throw Fault(message: "unmatched '{' in format spec")
  }
}
