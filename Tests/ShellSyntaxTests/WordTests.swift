import ShellSyntax
import Testing

struct WordTests {
  private func word(_ text: String) throws -> ShellWord {
    try #require(parsed("x \(text)").commands.first?.arguments.first)
  }

  @Test(arguments: [
    ("a", "a"), ("'a b'", "a b"), ("\"a b\"", "a b"), ("a'b'\"c\"d", "abcd"), ("a\\ b", "a b"),
    ("\\\\", "\\"), ("'\\'", "\\"), ("\"\\a\"", "\\a"), ("\"\\$\\`\\\"\\\\\"", "$`\"\\"),
    ("$'a\\tb'", "a\tb"), ("$'\\x41\\u00e9'", "Aé"), ("$\"a\"", "a"), ("''", ""), ("a\\\nb", "ab"),
    ("~/a", "~/a"), ("*.sh", "*.sh"), ("{a,b}", "{a,b}"), ("a#b", "a#b"), ("ä\"ö\"", "äö"),
    ("'$a'", "$a"), ("\\$a", "$a"), ("\"a\nb\"", "a\nb"), ("a=b", "a=b"),
  ])
  func quotesAreRemovedFromLiteralWords(_ text: String, _ literal: String) throws {
    #expect(try word(text).literal == literal)
    #expect(try word(text).text == text)
  }

  @Test(arguments: ["$a", "a$b", "\"$a\"", "$(a)", "`a`", "$((1))", "<(a)", "${a}", "a\"b$c\""])
  func wordsWithExpansionsHaveNoLiteral(_ text: String) throws {
    #expect(try word(text).literal == nil)
  }

  @Test(arguments: [
    ("a$b", "a"), ("'a b'$c", "a b"), ("\"a $b\"c", "a "), ("$a", ""), ("a/\"b\"/`c`", "a/b/"),
  ])
  func literalPrefixEndsAtTheFirstExpansion(_ text: String, _ prefix: String) throws {
    #expect(try word(text).literalPrefix == prefix)
  }

  @Test(arguments: [
    ("a", false, false), ("'a'", true, true), ("\"a$b\"", true, true), ("'a'b", true, false),
    ("\\a", true, false), ("\"a\"\"b\"", true, false), ("$'a'", true, true), ("$a", false, false),
  ])
  func quotingIsTold(_ text: String, _ isQuoted: Bool, _ isFullyQuoted: Bool) throws {
    #expect(try word(text).isQuoted == isQuoted)
    #expect(try word(text).isFullyQuoted == isFullyQuoted)
  }

  @Test(arguments: [
    ("*", true), ("a?", true), ("[a-z]", true), ("'*'", false), ("\\*", false), ("\"?\"", false),
    ("a", false), ("$a", false),
  ])
  func patternsAreUnquoted(_ text: String, _ hasPattern: Bool) throws {
    #expect(try word(text).hasPattern == hasPattern)
  }

  @Test(arguments: [
    ("$a", true), ("\"$a\"", false), ("\"a\"$b", true), ("'$a'", false), ("a", false),
    ("\"$(a)\"", false), ("`a`", true),
  ])
  func unquotedExpansionsAreTold(_ text: String, _ isUnquoted: Bool) throws {
    #expect(try word(text).hasUnquotedExpansion == isUnquoted)
  }

  @Test(arguments: [
    ("a b  c", ["a", "b", "c"]), ("a 'b c' d", ["a", "b c", "d"]), ("a\\\n b", ["a", "b"]),
    ("a >b c 2>&1 d", ["a", "c", "d"]), ("A=1 a B=2", ["a", "B=2"]), ("a # b", ["a"]),
    ("a if then }", ["a", "if", "then", "}"]), ("a -- --b", ["a", "--", "--b"]),
  ])
  func commandsAreCutIntoWords(_ text: String, _ words: [String]) throws {
    let command = try #require(parsed(text).commands.first)
    #expect(command.words.literals == words)
    #expect(command.name == words[0])
    #expect(command.arguments.literals == Array(words.dropFirst()))
  }
}
