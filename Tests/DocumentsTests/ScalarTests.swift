import Diagnostics
import Documents
import SystemPackage
import Testing

@Suite struct ScalarTests {
  private func scalar(_ text: String) throws -> Scalar? {
    try YAMLDocument(parsing: Array("- \(text)\n".utf8), path: "f").root?.sequence?.first?.scalar
  }

  @Test(arguments: [
    ("", Scalar.Kind.null), ("~", .null), ("null", .null), ("Null", .null), ("nULL", .string),
    ("yes", .boolean), ("No", .boolean), ("on", .boolean), ("OFF", .boolean), ("y", .string),
    ("True", .boolean), ("tRUE", .string), ("yesterday", .string),
    ("0", .integer), ("-12", .integer), ("+1_000", .integer), ("0600", .integer),
    ("0b101", .integer), ("0xFF", .integer), ("0o17", .string), ("08", .string), ("0b", .string),
    ("1:30", .integer), ("1:60", .string), ("1:5:09", .integer), ("1-2", .string),
    ("1.5", .float), ("1.", .float), (".5", .float), ("-.5", .string), ("1e5", .string),
    ("1.0e+5", .float), ("1.0e5", .string), (".inf", .float), ("-.INF", .float), (".nan", .float),
    ("1:30.5", .float), ("1.2.3", .string), ("8.04", .float),
    ("2001-12-14", .timestamp), ("2001-1-14", .string),
    ("2001-12-14T21:59:43.10-05:00", .timestamp),
    ("2001-12-14 21:59:43", .timestamp), ("2001-12-14 21:59", .string), ("20011214", .integer),
    ("'1'", .string), ("\"yes\"", .string), ("!!str 1", .string), ("! 1", .integer),
    ("!!int \"7\"", .integer), ("x86_64", .string), ("=", .string),
  ])
  func plainScalarsResolveAsInYAML1_1(text: String, kind: Scalar.Kind) throws {
    #expect(try scalar(text)?.kind == kind)
  }

  @Test(arguments: [
    ("0600", 384), ("0x1F", 31), ("0b11", 3), ("1_000", 1000), ("-7", -7), ("+7", 7),
    ("1:30", 90), ("1:00:01", 3601), ("0", 0), ("-0x10", -16),
  ])
  func integersHaveValues(text: String, value: Int) throws {
    #expect(try scalar(text)?.integer == value)
  }

  @Test func integerThatDoesNotFitHasNoValue() throws {
    #expect(try scalar("99999999999999999999")?.integer == nil)
    #expect(try scalar("0x_")?.integer == nil)
  }

  @Test(arguments: [
    ("1.5", 1.5), ("1.", 1.0), (".5", 0.5), ("1_0.5", 10.5), ("-1.0e+2", -100), ("1:30.5", 90.5),
    ("3", 3), ("-.inf", -.infinity), ("+.inf", .infinity),
  ])
  func numbersHaveValues(text: String, value: Double) throws {
    #expect(try scalar(text)?.double == value)
  }

  @Test(arguments: [
    ("yes", true), ("On", true), ("TRUE", true), ("no", false), ("off", false), ("False", false),
  ])
  func booleansHaveValues(text: String, value: Bool) throws {
    #expect(try scalar(text)?.bool == value)
  }

  @Test func otherKindsHaveNoValueOfAKind() throws {
    let text = try scalar("'yes'")
    #expect(text?.bool == nil && text?.integer == nil && text?.double == nil)
  }
}
