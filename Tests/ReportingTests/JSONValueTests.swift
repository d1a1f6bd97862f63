import Testing

@testable import Reporting

struct JSONValueTests {
  @Test func keysKeepTheirOrder() {
    let value: JSONValue = ["b": 1, "a": .array([.null, .bool(true)]), "c": [:]]
    #expect(
      value.description == """
        {
          "b": 1,
          "a": [
            null,
            true
          ],
          "c": {}
        }
        """)
  }

  @Test(arguments: [
    ("\"\\/", #""\"\\/""#), ("\n\r\t", #""\n\r\t""#), ("\0\u{1f}\u{7f}", #""\u0000\u001f\u007f""#),
    ("\u{2028}", #""\u2028""#), ("e\u{301}🙂", "\"e\u{301}🙂\""), ("\r\n", #""\r\n""#),
  ])
  func everyCharacterIsEscaped(text: String, json: String) {
    #expect(JSONValue.string(text).description == json)
  }

  @Test func secondsHaveThreeDecimals() {
    #expect(JSONValue.seconds(.microseconds(1_999_500)).description == "2.000")
    #expect(JSONValue.seconds(.milliseconds(-3)).description == "0.000")
  }
}

extension JSONValueTests {
  @Test func valuesCanStandOnOneLine() {
    let value: JSONValue = ["a": .array([1, 2]), "b": [:], "c": "x\ny"]
    #expect(value.onOneLine == #"{"a": [1, 2], "b": {}, "c": "x\ny"}"#)
  }
}
