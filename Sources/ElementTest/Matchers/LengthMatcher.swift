import Diagnostics

/// `have-len`: the number of elements of a list, of lines of content, of characters of a text.
struct LengthMatcher: KeyedMatcher {
  static let keys = ["have-len"]

  private let length: Int

  init(key: String, argument: LocatedNode) throws(InputError) {
    length = try argument.integer(key)
  }

  func accepts(_ value: AttributeValue) -> Bool {
    switch value {
    case .bool: false
    case .integer, .text: value.text.utf8.count == length
    case .list, .content: value.elements.count == length
    }
  }

  var description: String { "a length of \(length)" }
}
