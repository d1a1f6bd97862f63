extension SyntaxErrorCases {
  static let nested: [(String, String)] = [
    ("def f(*): pass", "1:7 SyntaxError: named arguments must follow bare *"),
    (
      "def f(a=1, b): pass",
      "1:12 SyntaxError: parameter without a default follows parameter with a default"
    ),
    (
      "f(**a, *b)",
      "1:6 SyntaxError: iterable argument unpacking follows keyword argument unpacking"
    ),
    ("f(**a, b)", "1:9 SyntaxError: positional argument follows keyword argument unpacking"),
    ("f(a=1, b)", "1:9 SyntaxError: positional argument follows keyword argument"),
    ("f(a for a in b, c)", "1:3 SyntaxError: Generator expression must be parenthesized"),
    ("f(True=1)", "1:3 SyntaxError: cannot assign to True"),
    (
      "f(a.b=1)", "1:3 SyntaxError: expression cannot contain assignment, perhaps you meant \"==\"?"
    ),
    ("None = 1", "1:1 SyntaxError: cannot assign to None"),
    ("x = None = 1", "1:5 SyntaxError: cannot assign to None"),
    ("(a, None) = 1", "1:5 SyntaxError: cannot assign to None"),
    ("[a, 1] = 2", "1:5 SyntaxError: cannot assign to literal"),
    (
      "1 + 1 = 2",
      "1:1 SyntaxError: cannot assign to expression here. Maybe you meant '==' instead of '='?"
    ),
    ("a < b = 1", "1:1 SyntaxError: cannot assign to comparison"),
    ("f() = 1 = 2", "1:1 SyntaxError: cannot assign to function call"),
    ("x: int: 3", "1:7 SyntaxError: invalid syntax"),
    ("async x", "1:7 SyntaxError: invalid syntax"),
    ("nonlocal", "1:9 SyntaxError: invalid syntax"),
    ("global x.y", "1:9 SyntaxError: invalid syntax"),
    ("0x", "1:2 SyntaxError: invalid hexadecimal literal"),
    ("a$b", "1:2 SyntaxError: invalid syntax"),
    (
      "match x:\ncase 1: pass",
      "2:1 IndentationError: expected an indented block after 'match' statement on line 1"
    ),
    ("match x:\n case 1\n  pass", "2:8 SyntaxError: expected ':'"),
    ("@a b\ndef f(): pass", "1:4 SyntaxError: invalid syntax"),
    ("x = *", "1:6 SyntaxError: invalid syntax"),
    ("f(*)", "1:4 SyntaxError: Invalid star expression"),
    ("f(**)", "1:5 SyntaxError: invalid syntax"),
    ("a if b else", "1:12 SyntaxError: invalid syntax"),
    ("not", "1:4 SyntaxError: invalid syntax"),
    ("a +", "1:4 SyntaxError: invalid syntax"),
    ("a..b", "1:3 SyntaxError: invalid syntax"),
    ("a.1", "1:2 SyntaxError: invalid syntax"),
    ("a.", "1:3 SyntaxError: invalid syntax"),
    ("[1,,2]", "1:4 SyntaxError: invalid syntax"),
    ("{,}", "1:2 SyntaxError: invalid syntax"),
    ("(,)", "1:2 SyntaxError: invalid syntax"),
    ("f(,)", "1:3 SyntaxError: invalid syntax"),
    ("f(a,,b)", "1:5 SyntaxError: invalid syntax"),
    ("assert", "1:7 SyntaxError: invalid syntax"),
    ("raise from x", "1:7 SyntaxError: invalid syntax"),
    ("x = yield = 1", "1:5 SyntaxError: assignment to yield expression not possible"),
    ("(*a)", "1:2 SyntaxError: cannot use starred expression here"),
    ("[*a for a in b]", "1:2 SyntaxError: iterable unpacking cannot be used in comprehension"),
    ("{**a for a in b}", "1:2 SyntaxError: dict unpacking cannot be used in dict comprehension"),
    ("{a: *b}", "1:5 SyntaxError: cannot use a starred expression in a dictionary value"),
    ("{a:}", "1:3 SyntaxError: expression expected after dictionary key and ':'"),
    ("{a:,}", "1:3 SyntaxError: expression expected after dictionary key and ':'"),
    (
      "[a, b for a in c]",
      "1:2 SyntaxError: did you forget parentheses around the comprehension target?"
    ),
    ("f(a b for c in d)", "1:3 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("x[a b]", "1:3 SyntaxError: invalid syntax. Perhaps you forgot a comma?"),
    ("def f(a, a=, b): pass", "1:11 SyntaxError: expected default value expression"),
    ("def f((a, b)): pass", "1:7 SyntaxError: Function parameters cannot be parenthesized"),
    ("lambda (a): 1", "1:8 SyntaxError: Lambda expression parameters cannot be parenthesized"),
    (
      "class f(a, *b, **c, d): pass",
      "1:22 SyntaxError: positional argument follows keyword argument unpacking"
    ),
    ("type X = ", "1:10 SyntaxError: invalid syntax"),
    ("type X[] = int", "1:8 SyntaxError: Type parameter list cannot be empty"),
    ("def f[](): pass", "1:7 SyntaxError: Type parameter list cannot be empty"),
    (
      "try: pass\nexcept a, b: pass",
      "2:8 SyntaxError: multiple exception types must be parenthesized"
    ),
    ("try: pass\nexcept* : pass", "2:9 SyntaxError: expected one or more exception types"),
    (
      "try: pass\nexcept a: pass\nexcept* b: pass",
      "3:1 SyntaxError: cannot have both 'except' and 'except*' on the same 'try'"
    ),
  ]
}
