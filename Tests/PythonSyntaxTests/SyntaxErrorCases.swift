/// Texts that are no Python, and what CPython 3.13 says of them.
enum SyntaxErrorCases {
  static let all = simple + nested

  private static let simple: [(String, String)] = [
    ("{1 2: 3}", "1:2 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("{1:2, 3 4:5}", "1:7 SyntaxError: ':' expected after dictionary key"),
    ("{a b}", "1:2 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("f(t t.b, 3)", "1:5 SyntaxError: invalid syntax"),
    ("f(x y.b, 3)", "1:3 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("f(t y)", "1:5 SyntaxError: invalid syntax"),
    ("f(tt y.b[1].c, 3)", "1:3 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("(x y[1])", "1:2 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("f(x y[1].c, 3)", "1:3 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("[a.b c]", "1:2 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    (
      "f(a, print b)",
      "1:6 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"
    ),
    ("(a not b)", "1:2 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("{1:2, 3}", "1:7 SyntaxError: ':' expected after dictionary key"),
    ("{1:2, 3 }", "1:7 SyntaxError: ':' expected after dictionary key"),
    ("{1:2, f(3)\n}", "1:10 SyntaxError: ':' expected after dictionary key"),
    ("{1:2, **a b}", "1:11 SyntaxError: invalid syntax"),
    ("{1:2,a for b in c}", "1:6 SyntaxError: ':' expected after dictionary key"),
    ("f'{a b}'", "1:4 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("f'{a b'", "1:6 SyntaxError: f-string: expecting '}'"),
    ("f'{a'", "1:5 SyntaxError: f-string: expecting '}'"),
    (
      "f'{a!x}'",
      "1:6 SyntaxError: f-string: invalid conversion character 'x': expected 's', 'r', or 'a'"
    ),
    ("f'{}'", "1:4 SyntaxError: f-string: valid expression required before '}'"),
    ("x = 1 if 2", "1:5 SyntaxError: expected 'else' after 'if' expression"),
    ("del f()", "1:5 SyntaxError: cannot delete function call"),
    ("del (a, f())", "1:9 SyntaxError: cannot delete function call"),
    (
      "f() += 1",
      "1:1 SyntaxError: 'function call' is an illegal expression for augmented assignment"
    ),
    ("a, b += 1", "1:1 SyntaxError: 'tuple' is an illegal expression for augmented assignment"),
    ("a, b: int", "1:1 SyntaxError: only single target (not tuple) can be annotated"),
    ("for f() in x: pass", "1:5 SyntaxError: cannot assign to function call"),
    ("for x in y\n pass", "1:11 SyntaxError: expected ':'"),
    ("def f:\n pass", "1:6 SyntaxError: expected '('"),
    ("class A(:\n pass", "1:9 SyntaxError: invalid syntax"),
    ("class A\n pass", "1:8 SyntaxError: expected ':'"),
    ("def f(a)\n pass", "1:9 SyntaxError: expected ':'"),
    ("while x\n pass", "1:8 SyntaxError: expected ':'"),
    (
      "if x = 3: pass",
      "1:4 SyntaxError: invalid syntax. Maybe you meant '==' or ':=' instead of '='?"
    ),
    ("x = = 3", "1:5 SyntaxError: invalid syntax"),
    ("import a.b as c.d", "1:16 SyntaxError: invalid syntax"),
    ("from a import *, b", "1:16 SyntaxError: invalid syntax"),
    ("from . import", "1:14 SyntaxError: Expected one or more names after 'import'"),
    ("import", "1:7 SyntaxError: Expected one or more names after 'import'"),
    ("with a as f(): pass", "1:11 SyntaxError: cannot assign to function call"),
    ("with (a as b, c as f()): pass", "1:20 SyntaxError: cannot assign to function call"),
    ("try:\n pass\nx=1", "3:1 SyntaxError: expected 'except' or 'finally' block"),
    ("except: pass", "1:1 SyntaxError: invalid syntax"),
    ("else: pass", "1:1 SyntaxError: invalid syntax"),
    (" x=1", "1:1 IndentationError: unexpected indent"),
    (
      "if x:\npass",
      "2:1 IndentationError: expected an indented block after 'if' statement on line 1"
    ),
    ("if x:\n  y\n    z", "3:4 IndentationError: unexpected indent"),
    ("a b", "1:3 SyntaxError: invalid syntax"),
    (
      "print a", "1:1 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"
    ),
    (
      "print 'x'",
      "1:1 SyntaxError: Missing parentheses in call to 'print'. Did you mean print(...)?"
    ),
    ("exec 'x'", "1:1 SyntaxError: Missing parentheses in call to 'exec'. Did you mean exec(...)?"),
    ("lambda x=: 1", "1:10 SyntaxError: invalid syntax"),
    ("def f(**a, b): pass", "1:12 SyntaxError: arguments cannot follow var-keyword argument"),
  ]
}
