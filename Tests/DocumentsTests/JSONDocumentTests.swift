import Diagnostics
import Documents
import SystemPackage
import Testing

@Suite struct JSONDocumentTests {
  private func json(_ text: String) throws -> DocumentNode {
    try #require(try JSONDocument(parsing: Array(text.utf8), path: "f").root)
  }

  private func failure(in bytes: [UInt8]) -> InputError? {
    do throws(InputError) {
      _ = try JSONDocument(parsing: bytes, path: "f")
      return nil
    } catch {
      return error
    }
  }

  @Test func nodesKnowTheirPlaces() throws {
    let root = try json("{\n  \"ä\": [1, {\"k\": \"v\"}]\n}\n")
    #expect(root.start == SourcePosition(line: 1, column: 1))
    #expect(root.end == SourcePosition(line: 3, column: 2))
    let item = try #require(root["ä"]?.sequence?.last)
    #expect(item.start == SourcePosition(line: 2, column: 12))
    #expect(item.end == SourcePosition(line: 2, column: 22))
  }

  @Test(arguments: [
    ("null", Scalar.Kind.null), ("true", .boolean), ("false", .boolean), ("-0", .integer),
    ("12", .integer), ("1.5", .float), ("1E+2", .float), ("\"yes\"", .string), ("\"\"", .string),
  ])
  func scalarsHaveJSONTypes(text: String, kind: Scalar.Kind) throws {
    #expect(try json(text).scalar?.kind == kind)
  }

  @Test(arguments: [
    (#""a\"\\\/\b\f\n\r\t""#, "a\"\\/\u{8}\u{C}\n\r\t"), (#""\u00e4\u20AC""#, "ä€"),
    (#""\ud83d\ude00""#, "😀"), ("\"ä€😀\"", "ä€😀"), ("\"\u{7F}\"", "\u{7F}"),
    // Half a surrogate pair is legal and stands for nothing.
    (#""\ud83d""#, "\u{FFFD}"), (#""\ude00""#, "\u{FFFD}"), (#""\ud83d\u0041""#, "\u{FFFD}A"),
    (#""\ud83d\ud83d\ude00""#, "\u{FFFD}😀"),
  ])
  func escapesAreReplaced(text: String, value: String) throws {
    #expect(try json(text).string == value)
  }

  @Test func numbersHaveValues() throws {
    #expect(try json("[-7, 1e2, 0.5]").sequence?.compactMap(\.double) == [-7, 100, 0.5])
  }

  @Test func lastOfEqualKeysWins() throws {
    let document = try JSONDocument(parsing: Array(#"{"a": 1, "a": 2}"#.utf8), path: "f")
    #expect(document.root?["a"]?.integer == 2)
    #expect(document.problems.map(\.location) == [place(1, 10, to: 13)])
    #expect(document.problems.map(\.kind) == [.duplicateKey(first: place(1, 2, to: 5))])
  }

  @Test func mergeKeyIsAKeyLikeAnyOther() throws {
    #expect(try json(#"{"<<": {"a": 1}}"#)["<<"]?["a"]?.integer == 1)
  }

  @Test func nothingHasNoRoot() throws {
    #expect(try JSONDocument(parsing: Array(" \n".utf8), path: "f").root == nil)
  }

  @Test(arguments: [
    ("{", 1, 2), ("[1,]", 1, 4), ("{\"a\":1,}", 1, 8), ("{a: 1}", 1, 2), ("{'a': 1}", 1, 2),
    ("{\"a\" 1}", 1, 6), ("[1 2]", 1, 4), ("[1]\n[2]", 2, 1), ("[01]", 1, 3), ("[1.]", 1, 4),
    ("[.5]", 1, 2), ("[+1]", 1, 2), ("[1e]", 1, 4), ("[-]", 1, 3), ("nul", 1, 1), ("NaN", 1, 1),
    ("Infinity", 1, 1), ("[true1]", 1, 6), ("\"a", 1, 1), ("\"a\nb\"", 1, 3), (#""\x""#, 1, 2),
    (#""\u12""#, 1, 2), (#""\ud83d\u12""#, 1, 8), (#""\"#, 1, 3),
    ("# c\n{}", 1, 1), ("// c", 1, 1), ("[1,\n\n}", 3, 1), ("\u{FEFF}{}", 1, 1), ("]", 1, 1),
  ])
  func whatIsNoJSONHasPlaceAndHint(text: String, line: Int, column: Int) throws {
    let error = try #require(failure(in: Array(text.utf8)))
    #expect(error.location?.start == SourcePosition(line: line, column: column))
    #expect(error.hint != nil)
  }

  @Test func stringThatIsNoUTF8IsRefused() {
    #expect(failure(in: [0x22, 0xC3, 0x28, 0x22])?.location == place(1, 1))
    #expect(failure(in: [0x22, 0xED, 0xA0, 0x80, 0x22]) != nil)
  }

  @Test func depthIsLimited() throws {
    let fine = String(repeating: "[", count: 128) + String(repeating: "]", count: 128)
    #expect(failure(in: Array(fine.utf8)) == nil)
    #expect(failure(in: Array(("[" + fine + "]").utf8))?.message.contains("levels") == true)
  }
}
