import TestSupport
import Testing

@testable import ElementLint

/// Texts that nobody writes end well, and in a time that grows with their length only.
struct HostilePythonTests {
  @Test(
    .notEndless,
    arguments: [
      "x = 1; ", "f(a, b)[c] ", "a + ", "lambda: ", "not a in b ", "x == None ", "type(a == ",
      "{a: b} ", "x:= ", "'a' ", "# noqa ", "f'{a}' ", "@", ": ", "\t", "\u{C}", "é ", "\\",
    ])
  func longLineIsChecked(_ part: String) throws {
    _ = try pythonFindings(String(repeating: part, count: 4_000) + "\n", select: ["ALL"])
  }

  @Test(
    .notEndless,
    arguments: [
      "def f(): pass\n", "@a\n", "x = 1 # noqa\n", "\n", "# a\n", "  (1,\n", "(1,\n   2)\n",
      "class A:\n def f(self):\n  x\n def g(self):\n  y\n", "'''\n", "a \\\n", "x = (f(1,\n 2),\n",
    ])
  func manyLinesAreChecked(_ part: String) throws {
    let text = String(repeating: part, count: 1_000)
    _ = try pythonFindings(text, select: ["ALL"])
    _ = try pythonFindings("x = [\n\(text)]\n", select: ["ALL"])
  }

  @Test(arguments: ["(", "[", "{", "f'{", "lambda x: ("])
  func deepNestingIsAFinding(_ part: String) throws {
    let found = try pythonFindings(String(repeating: part, count: 10_000))
    #expect(found.map { $0.suffix(4) } == ["E999"])
  }
}
