import Diagnostics

/// `have-prefix`, `have-suffix`, `contain-substring`: part of a text.
struct TextMatcher: KeyedMatcher {
  static let keys = ["have-prefix", "have-suffix", "contain-substring"]

  private let place: Place
  private let part: String

  private enum Place: String {
    case start = "have-prefix"
    case end = "have-suffix"
    case anywhere = "contain-substring"
  }

  init(key: String, argument: LocatedNode) throws(InputError) {
    place = Place(rawValue: key) ?? .anywhere
    part = try argument.scalarText(key)
  }

  func accepts(_ value: AttributeValue) -> Bool {
    switch place {
    case .start: value.text.utf8.starts(with: part.utf8)
    case .end: value.text.utf8.reversed().starts(with: part.utf8.reversed())
    case .anywhere: value.text[...].containsBytes(of: part)
    }
  }

  var description: String {
    switch place {
    case .start: "a text that starts with \(part.quoted)"
    case .end: "a text that ends with \(part.quoted)"
    case .anywhere: "a text that contains \(part.quoted)"
    }
  }
}
