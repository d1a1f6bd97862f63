/// The letters before the quote of a string.
struct StringPrefix {
  private(set) var isRaw = false
  private(set) var isFormatted = false
  private(set) var isTemplate = false

  /// The plain string's: none.
  init() {}

  /// The prefix that the letters are in the given version, if they are one.
  init?(_ letters: ArraySlice<UInt8>, version: PythonVersion) {
    var seen: Set<UInt8> = []
    for letter in letters {
      guard seen.insert(letter | 0x20).inserted else { return nil }
      switch letter | 0x20 {
      case UInt8(ascii: "r"): isRaw = true
      case UInt8(ascii: "f"): isFormatted = true
      case UInt8(ascii: "t") where version.hasTemplateStrings: isTemplate = true
      case UInt8(ascii: "b"), UInt8(ascii: "u"): break
      default: return nil
      }
    }
    guard letters.count < 2 || isRaw && !seen.contains(UInt8(ascii: "u")) else { return nil }
  }
}
