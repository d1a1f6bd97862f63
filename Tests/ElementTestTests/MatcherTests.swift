import Diagnostics
import Documents
import ElementTest
import SystemPackage
import Testing

@Suite struct MatcherTests {
  @Test(arguments: [
    ("foo", AttributeValue.text("foo"), true),
    ("foo", .text("bar"), false),
    ("'42'", .integer(42), true),
    ("42", .text("42"), true),
    ("42.0", .integer(42), true),
    ("42", .text("0042"), true),
    ("true", .bool(true), true),
    ("true", .text("true"), false),
    ("'true'", .bool(true), true),
    ("one", .list(["one"]), true),
    ("one", .list(["one", "two"]), false),
    ("hello", .content("hello\n"), true),
    ("hello", .content("hello\nyou\n"), false),
    ("{equal: foo}", .text("foo"), true),
    ("{equal: [a, b]}", .list(["a", "b"]), true),
    ("{equal: [a, b]}", .list(["b", "a"]), false),
    ("{equal: [a]}", .list(["a", "a"]), false),
  ])
  func equality(_ yaml: String, _ value: AttributeValue, isAccepted: Bool) throws {
    #expect(try matcher(yaml).accepts(value) == isAccepted)
  }

  @Test(arguments: [
    ("{have-prefix: /usr}", AttributeValue.text("/usr/bin"), true),
    ("{have-prefix: /usr}", .text("/bin"), false),
    ("{have-prefix: 4}", .integer(42), true),
    ("{have-suffix: .conf}", .text("a.conf"), true),
    ("{have-suffix: .conf}", .text("a.cfg"), false),
    ("{contain-substring: oo}", .text("foo"), true),
    ("{contain-substring: xx}", .text("foo"), false),
    ("{contain-substring: '2'}", .integer(42), true),
    (#"{match-regexp: '^\d{2}$'}"#, .integer(42), true),
    ("{match-regexp: '^b'}", .text("ab"), false),
    ("{match-regexp: '(?i)FOO'}", .text("a foo"), true),
    ("{match-regexp: '[[:alpha:]]+'}", .text("1a"), true),
    ("{match-regexp: '(?P<name>a)'}", .text("a"), true),
  ])
  func text(_ yaml: String, _ value: AttributeValue, isAccepted: Bool) throws {
    #expect(try matcher(yaml).accepts(value) == isAccepted)
  }

  @Test(arguments: [
    ("{gt: 1}", AttributeValue.integer(2), true),
    ("{gt: 2}", .integer(2), false),
    ("{ge: 2}", .integer(2), true),
    ("{lt: 2.5}", .integer(2), true),
    ("{le: 1}", .integer(2), false),
    ("{gt: 40}", .text(" 42 "), true),
    ("{gt: 40}", .text("many"), false),
    ("{gt: 0}", .bool(true), false),
    ("{have-len: 3}", .text("foo"), true),
    ("{have-len: 2}", .list(["a", "b"]), true),
    ("{have-len: 2}", .content("a\nb\n"), true),
    ("{have-len: 1}", .bool(true), false),
  ])
  func numbers(_ yaml: String, _ value: AttributeValue, isAccepted: Bool) throws {
    #expect(try matcher(yaml).accepts(value) == isAccepted)
  }

  @Test(arguments: [
    ("[a, b]", AttributeValue.list(["b", "c", "a"]), true),
    ("[a, a]", .list(["a", "b"]), false),
    ("[]", .list(["a"]), true),
    ("{contain-element: a}", .list(["a", "b"]), true),
    ("{contain-element: {have-prefix: x}}", .list(["a", "b"]), false),
    ("{contain-element: b}", .text("a\nb"), true),
    ("{contain-elements: [a, {have-prefix: b}]}", .list(["a", "bc"]), true),
    ("{consist-of: [b, a]}", .list(["a", "b"]), true),
    ("{consist-of: [a]}", .list(["a", "b"]), false),
    ("{consist-of: [a, b, c]}", .list(["a", "b"]), false),
    // The first matcher must leave the first element to the second.
    ("{consist-of: [{have-prefix: a}, ab]}", .list(["ab", "ac"]), true),
  ])
  func lists(_ yaml: String, _ value: AttributeValue, isAccepted: Bool) throws {
    #expect(try matcher(yaml).accepts(value) == isAccepted)
  }

  @Test(arguments: [
    ("{and: [{have-prefix: a}, {have-suffix: c}]}", AttributeValue.text("abc"), true),
    ("{and: [{have-prefix: a}, {have-suffix: x}]}", .text("abc"), false),
    ("{or: [x, abc]}", .text("abc"), true),
    ("{or: [x, y]}", .text("abc"), false),
    ("{not: abc}", .text("abc"), false),
    ("{not: {contain-element: c}}", .list(["a"]), true),
    ("{and: [{not: {gt: 3}}, {or: [1, 2]}]}", .integer(2), true),
  ])
  func combinations(_ yaml: String, _ value: AttributeValue, isAccepted: Bool) throws {
    #expect(try matcher(yaml).accepts(value) == isAccepted)
  }

  @Test(arguments: [
    ("{have-prefx: a}", "unknown matcher `have-prefx`", "did you mean `have-prefix`?"),
    (
      "{gt: 1, lt: 3}", "a matcher is a mapping with one key, not 2",
      "join several matchers with `and` or `or`"
    ),
    ("{gt: many}", "`gt` must be a number, not a string", nil),
    ("{have-len: a}", "`have-len` must be an integer, not a string", nil),
    ("{and: a}", "`and` must be a list, not a string", nil),
    ("~", "`value` must be a string, not null", nil),
  ])
  func unusableMatchersAreExplained(_ yaml: String, _ message: String, _ hint: String?) {
    #expect {
      try matcher(yaml)
    } throws: { error in
      let error = error as? InputError
      return error?.message == message && error?.hint == hint && error?.location?.start != nil
    }
  }

  @Test func invalidRegularExpressionIsAnErrorAtItsPlace() {
    #expect {
      try matcher("{match-regexp: '(a'}")
    } throws: { error in
      let error = error as? InputError
      return error?.location?.start == SourcePosition(line: 1, column: 16)
        && error?.message.hasPrefix("`(a` is no valid regular expression: ") == true
    }
  }

  @Test(arguments: [
    ("{and: [{gt: 1}, {lt: 3}]}", "more than 1 and less than 3"),
    ("{not: [a]}", #"anything but a list with ["a"]"#),
    (
      "{consist-of: [a, {have-suffix: b}]}",
      #"in any order exactly ["a", a text that ends with "b"]"#
    ),
    ("{match-regexp: x+}", "a text that matches /x+/"),
    ("{equal: [1, b]}", #"exactly [1, "b"]"#),
  ])
  func matchersDescribeThemselves(_ yaml: String, _ description: String) throws {
    #expect(try matcher(yaml).description == description)
  }
}

/// The matcher in a document of its own.
@discardableResult
private func matcher(_ yaml: String) throws -> any Matcher {
  let document = try YAMLDocument(parsing: Array(yaml.utf8), path: "goss.yaml")
  return try LocatedNode(#require(document.root), in: "goss.yaml").matcher()
}
