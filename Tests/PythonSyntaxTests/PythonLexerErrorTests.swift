import PythonSyntax
import Testing

struct PythonLexerErrorTests {
  /// As CPython 3.13 says it, columns counted from 1.
  static let errors: [(String, String)] = [
    ("x = 'a\n", "SyntaxError 1:5 unterminated string literal (detected at line 1)"),
    ("'''a\nb", "SyntaxError 1:1 unterminated triple-quoted string literal (detected at line 2)"),
    ("f'a\n", "SyntaxError 1:1 unterminated f-string literal (detected at line 1)"),
    ("f'{a '", "SyntaxError 1:6 f-string: expecting '}'"),
    ("f'}'", "SyntaxError 1:3 f-string: single '}' is not allowed"),
    ("f'{a)}'", "SyntaxError 1:5 f-string: unmatched ')'"),
    ("f'{a:{b:{c:{d}}}}'", "SyntaxError 1:11 f-string: expressions nested too deeply"),
    ("(a", "SyntaxError 1:1 '(' was never closed"),
    ("a]", "SyntaxError 1:2 unmatched ']'"),
    (
      "(\n]",
      "SyntaxError 2:1 closing parenthesis ']' does not match opening parenthesis '(' on line 1"
    ),
    ("a\\ \n", "SyntaxError 1:3 unexpected character after line continuation character"),
    ("a\\\n", "SyntaxError 1:3 unexpected EOF while parsing"),
    (
      "if a:\n  b\n c\n",
      "IndentationError 3:3 unindent does not match any outer indentation level"
    ),
    (
      "if a:\n\tb\n        c\n",
      "TabError 3:1 inconsistent use of tabs and spaces in indentation"
    ),
    ("1_", "SyntaxError 1:2 invalid decimal literal"),
    ("0xg", "SyntaxError 1:2 invalid hexadecimal literal"),
    ("0b12", "SyntaxError 1:4 invalid digit '2' in binary literal"),
    ("1jx", "SyntaxError 1:2 invalid imaginary literal"),
    ("a‘b", "SyntaxError 1:2 invalid character '‘' (U+2018)"),
    ("a\u{200B}", "SyntaxError 1:2 invalid non-printable character U+200B"),
    ("a\u{1}", "SyntaxError 1:2 invalid non-printable character U+0001"),
    ("a\n\0", "SyntaxError 2:1 source code string cannot contain null bytes"),
  ]

  @Test(arguments: errors)
  func errorIsThatOfPython(_ text: String, _ error: String) {
    #expect(lexerError(text) == error)
  }

  @Test func tokensBeforeTheErrorAreKept() {
    #expect(cut("a = 'b\n").prefix(2) == ["name 1:0 a", "equal 1:2 ="])
  }
}
