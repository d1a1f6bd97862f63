import ElementLint
import Testing

/// What flake8 says of texts that its own rules stumble over.
struct PythonRuleTests {
  static let findings: [(String, [String])] = [
    // Tokens without text count as brackets.
    ("if a:\n    if b:\n        c = 1\nl = 1\n", []),
    ("if a:\n    c = 1\nl = 1\n", ["3:1 E741"]),
    // The tab counts as part of what is negated.
    ("x = not a\tin\tb\n", ["1:5 E713", "1:10 E274", "1:13 E273"]),
    ("x = not f(a) in b\n", []),
    ("None == (a)\n", []),
    ("a == None == b\n", ["1:3 E711"]),
    ("None == None\n", ["1:6 E711"]),
    ("if x.type(a) == 1:\n    pass\n", []),
    ("b == type(a)\n", []),
    ("type(type(a)) == b\n", []),
    ("def f(x,/,y):\n    pass\n", ["1:8 E231", "1:9 E227", "1:10 E231"]),
    ("def f(a, /): pass\n", []),
    ("a@=b\n", []),
    ("class A[T=int]:\n    pass\n", ["1:10 E225", "1:10 E252", "1:11 E252"]),
    ("x = [lambda y=1: y]\n", []),
    ("pass;\n", ["1:5 E703", "1:5 E275"]),
    ("if a:pass#c\n", ["1:5 E701", "1:5 E231", "1:10 E275", "1:10 E261", "1:10 E262"]),
    ("f'{a :b}{c:>3}'\n", ["1:5 E203"]),
    ("f: object = lambda x: 2\n", []),
    ("# x\n\n\n\n", ["4:1 W391"]),
    ("a = 1\n\n   \n  ", ["3:1 W293", "4:1 W293", "4:3 W292"]),
    ("f'''\\\n\\q{a}\n \\d'''\n", ["2:1 W605", "3:2 W605"]),
    ("rf'\\d{f\"\\d{x}\"}\\d'\n", ["1:9 W605"]),
    ("f'\\{x}'\n", ["1:3 W605"]),
    ("\u{C}x = 1\n", ["1:2 E111", "1:2 E113"]),
    ("\0", ["1:1 E999"]),
  ]

  @Test(arguments: findings)
  func findingsAreThoseOfFlake8(_ text: String, _ findings: [String]) throws {
    #expect(try pythonFindings(text) == findings)
  }

  @Test func emptyFileHasNoFindings() throws {
    #expect(try pythonFindings("") == [])
  }

  @Test func crlfIsNoFinding() throws {
    #expect(try pythonFindings("x = 1\r\ny = 2\r\n") == [])
  }

  @Test func optionsChangeLimits() throws {
    var flake8 = Flake8Configuration()
    flake8.options.maxLineLength = 10
    flake8.options.indentSize = 2
    #expect(
      try pythonFindings("if x:\n  y = 12345678\n", flake8: flake8) == ["2:11 E501"])
  }
}
