import PythonSyntax
import Testing

/// Names that are looked up and bound.
struct PythonNameTests {
  @Test(arguments: [
    ("a\n", ["1:1 F821 undefined name 'a'"]),
    ("class A:\n  b = 1\n  def f(self): return b\n", ["3:23 F821 undefined name 'b'"]),
    (
      "[b for a in c for b in a]\nb\n",
      ["1:13 F821 undefined name 'c'", "2:1 F821 undefined name 'b'"]
    ),
    ("try: pass\nexcept OSError as e: e\ne\n", ["3:1 F821 undefined name 'e'"]),
    ("a = 1\ndel a\na\n", ["3:1 F821 undefined name 'a'"]),
    ("x: 'List[int]'\n", ["1:4 F821 undefined name 'List'"]),
    ("x: 'a b' = 1\n", ["1:4 F722 syntax error in forward annotation 'a b'"]),
    (
      "a = 1\ndef f():\n  a\n  a = 2\n",
      [
        "3:3 F823 local variable 'a' defined in enclosing scope on line 1 referenced before assignment",
        "4:3 F841 local variable 'a' is assigned to but never used",
      ]
    ),
    (
      "def f():\n  global a\n  print(a)\n",
      ["2:3 F824 `global a` is unused: name is never assigned in scope"]
    ),
    ("def f(a, a): pass\n", ["1:1 F831 duplicate argument 'a' in function definition"]),
    ("def f():\n  a = 1\n", ["2:3 F841 local variable 'a' is assigned to but never used"]),
    ("def f():\n  a: int\n", ["2:3 F842 local variable 'a' is annotated but never used"]),
    (
      "try: pass\nexcept OSError as e: pass\n",
      ["2:1 F841 local variable 'e' is assigned to but never used"]
    ),
    (
      "def f():\n  with open('a') as b: pass\n",
      ["2:21 F841 local variable 'b' is assigned to but never used"]
    ),
    ("def a(): pass\ndef a(): pass\n", ["2:1 F811 redefinition of unused 'a' from line 1"]),
  ])
  func nameIsReported(_ text: String, _ expected: [String]) throws {
    #expect(try problems(text) == expected)
  }

  @Test(arguments: [
    "def f(): return a\na = 1\n", "width = 1\nｗｉｄｔｈ, 𝔴idth\n", "def f[T](x: T) -> T: return x\n",
    "type A[T] = list[T | B]\nB = 1\n",
    "class A[T]:\n  x: T\n  def f(self): return __class__, T\n", "try: a\nexcept NameError: pass\n",
    "def f():\n  a, b = g()\n  (c, d) = g()\ndef g(): pass\n",
    "def f():\n  a = 1\n  return locals()\n",
    "from typing import overload\n@overload\ndef f(): ...\n@overload\ndef f(): ...\ndef f(): ...\n",
    "import typing as t\nx = t.cast('int', 1)\ny = t.TypeVar('T', bound='int')\n",
    "from typing import Literal\nx: Literal['a b']\n",
    "def f():\n  if (a := 1): return [a for b in 'c']\n",
    "class A:\n  @property\n  def b(self): pass\n  @b.setter\n  def b(self, c): pass\n",
    "match 1:\n  case {'a': x, **y}: x, y\n  case [z, *w]: z, w\n",
    "def f():\n  global a\n  a = 1\na\n",
    "class A:\n  x = [1]\n  y = (b for b in x)\n  __module__\n",
    "lambda a, *b, c=1, **d: (a, b, c, d)\n",
  ])
  func nameIsKnown(_ text: String) throws {
    #expect(try problems(text) == [])
  }

  @Test func annotationsWaitSincePython314() throws {
    let text = "def f(x: A): pass\nclass A: pass\n"
    #expect(try problems(text) == ["1:10 F821 undefined name 'A'"])
    #expect(try problems(text, version: PythonVersion(minor: 14)) == [])
  }

  @Test func olderPythonsFormattedStringsAreParsedToo() throws {
    let text = "a = 1\nf'{a} {b}'\n"
    #expect(try problems(text, version: PythonVersion(minor: 8)) == ["2:8 F821 undefined name 'b'"])
  }

  @Test func doctestsAreReadWhenAskedFor() throws {
    let text = "def f():\n  '''\n  >>> a\n  >>> b c\n  '''\n"
    #expect(try problems(text) == [])
    #expect(
      try problems(text, readsDoctests: true)
        == ["3:7 F821 undefined name 'a'", "4:10 F721 syntax error in doctest"])
  }
}
