import PythonSyntax
import Testing

/// Texts that are Python, in all versions or in some.
struct PythonParserTests {
  @Test(arguments: [
    "x = y = yield\n", "x: int = *a, b\n", "a.b[c] += d,\n", "(x): int\n", "del (a, [b.c]), d[0]\n",
    "for x, *y in *a, b: pass\nelse: pass\n", "with (a as b, c as d,): pass\n",
    "with (a, b): pass\n", "with (yield): pass\n", "with (a for a in b) as c: pass\n",
    "with (a), b as (c, d): pass\n", "async def f(): return [await x async for y in z]\n",
    "def f(a, /, b=1, *c: *d, e, f=2, **g) -> h: pass\n", "def f(*, a): pass\n",
    "lambda a, /, *b, c=lambda: 1, **d: a if b else c\n", "class A(B, *c, d=e, **f): pass\n",
    "def f[T: int = str, *U = *a, **P](): pass\n", "type X[T] = list[T]\n",
    "type = match = case = 1\n",
    "try: pass\nexcept* (a, b) as c: pass\n",
    "try: pass\nexcept: pass\nelse: pass\nfinally: pass\n",
    "f(a for b in c)\n", "f(*a, b, c=1, *d, **e, f=2)\n", "f(a := 1, b)\n", "{**a, 'b': c}\n",
    "{a: b for a, b in c if d if e}\n", "x[a:b, ::c, *d]\n", "x[a := 1]\n",
    "not a is not b not in c\n",
    "-a ** -b\n", "f'{a!r:{b}}' 'c' f\"{d=}\"\n", "f'{x:%Y-{m}}' r''.x\n", "print >> a, b\n",
    "@a.b[c](d)\n@(e := f)\nclass A: pass\n", "if a: pass\nelif b: c; d;\nelse: pass\n",
    "from . import a\nfrom ...b.c import (d as e, f,)\nfrom .. import *\n",
    "match (x):\n  case -1 + 2j | 'a' 'b' | None: pass\n",
    "match x, *y:\n  case [a, *_, b] | (c,) | (): pass\n  case {'a': b, **c} if d: pass\n",
    "match x:\n  case A.B(c, d=E()) as f: pass\n  case _: pass\n", "match[x]: int\nmatch.x\n",
  ])
  func textIsParsed(_ text: String) {
    #expect(syntaxError(text) == nil)
  }

  @Test func exceptionsNeedNoParenthesesSincePython314() {
    let text = "try: pass\nexcept a, b: pass\n"
    #expect(
      syntaxError(text) == "2:8 SyntaxError: multiple exception types must be parenthesized")
    #expect(syntaxError(text, version: PythonVersion(minor: 14)) == nil)
  }

  @Test func templateStringsAreParsedSincePython314() {
    #expect(syntaxError("t'{a!r:>{b}}'\n", version: PythonVersion(minor: 14)) == nil)
  }

  @Test func nodesCoverTheirBytes() throws {
    let tree = try parse("x = (a + b) * c\n")
    let assignment = tree.child(0, of: tree.root)
    let product = tree.lastChild(of: assignment)
    #expect(tree[product].kind == .binary)
    #expect(tree.range(of: product) == 4..<15)
    #expect(tree.range(of: tree.child(0, of: product)) == 5..<10)
  }

  @Test func equalOperatorsMakeOneNode() throws {
    let tree = try parse("a + b + c - d\n")
    let difference = tree.child(0, of: tree.child(0, of: tree.root))
    let kinds = tree.children(of: difference).map { tree.children(of: $0).count }
    #expect(kinds == [3, 0])
  }

  @Test func errorOfTheLexerCountsFirst() {
    #expect(
      syntaxError("a b\n'c") == "2:1 SyntaxError: unterminated string literal (detected at line 2)")
    #expect(syntaxError("f(a\nb = 1\n") == "1:2 SyntaxError: '(' was never closed")
  }
}
