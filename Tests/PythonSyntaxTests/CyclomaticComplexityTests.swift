import PythonSyntax
import Testing

/// How many ways lead through functions.
struct CyclomaticComplexityTests {
  @Test(arguments: [
    ("def f(): pass\n", ["f 1"]),
    ("def f():\n  if a: pass\n  elif b: pass\n  else: pass\n", ["f 3"]),
    ("def f():\n  for a in b: pass\n  else: pass\n  while c: pass\n", ["f 3"]),
    (
      "def f():\n  try:\n    if a: pass\n  except b: pass\n  except c: pass\n  else: pass\n  finally:\n    if d: pass\n",
      ["f 5"]
    ),
    ("def f():\n  def g():\n    if a: pass\n", ["f 3"]),
    ("def f():\n  with a: pass\n  return [b for c in d if e and f]\n", ["f 1"]),
    ("def f():\n  match a:\n    case 1: pass\n    case 2: pass\n", ["f 1"]),
    ("class A:\n  class B:\n    async def f(self): pass\n", ["A.B.f 1"]),
    ("class A:\n  def f(self): pass\n  def f(self):\n    if a: pass\n", ["A.f 2"]),
    (
      "\nif a:\n  def f(): pass\nwhile b: pass\ntry: pass\nfinally: pass\n",
      ["If 2 3", "Loop 4 2", "TryExcept 5 2"]
    ),
    ("with a:\n  def f(): pass\n", ["f 1"]),
  ])
  func waysAreCountedAsMccabeCounts(_ text: String, _ expected: [String]) throws {
    let source = source(text)
    let parts = CyclomaticComplexity(try parse(text), line: { source.line(of: $0) }).parts
    #expect(parts.map { "\($0.name) \($0.count)" } == expected)
  }
}
