import PythonSyntax
import TestSupport
import Testing

/// Nesting that nobody writes must end parser and resolver well, and soon.
struct DeepSourceTests {
  @Test(arguments: [
    "not ", "-", "lambda: ", "a ** ", "a if b else ", "await ", "x = ", "(a := ", "~", "*",
    "yield ",
  ])
  func deepPrefixesEnd(_ text: String) {
    _ = syntaxError(String(repeating: text, count: 10_000) + "a\n")
  }

  @Test(arguments: ["a.b", "a()", "a[b]", "a + b - c", "a and b or c if d else e"])
  func longChainsAreRefused(_ text: String) {
    let link = String(text.dropFirst())
    let chain = "a" + String(repeating: link, count: 10_000)
    #expect(syntaxError(chain + "\n")?.hasSuffix("too deeply nested") == true)
  }

  @Test(arguments: ["a + ", "a and ", "a < ", "a, ", "a; ", "a = "])
  func longListsAreParsed(_ text: String) throws {
    let list = String(repeating: text, count: 50_000)
    #expect(try problems("import a\n" + list + "a\n", builtins: ["a"]).count <= 1)
  }

  @Test func deepestTreeIsWalked() throws {
    let chain = "a" + String(repeating: ".b", count: 990)
    #expect(try problems(chain + "\n") == ["1:1 F821 undefined name 'a'"])
  }

  @Test func longConditionIsNoDeepTree() throws {
    let text = "import a\nif a: pass\n" + String(repeating: "elif a: pass\n", count: 20_000)
    #expect(try problems(text) == [])
  }

  @Test(.notEndless)
  func hugeLineIsWalked() throws {
    let text = "a = 1\nx = [" + String(repeating: "a, ", count: 200_000) + "]\n"
    #expect(try problems(text) == [])
  }

  @Test(.notEndless)
  func manyNamesTakeNoQuadraticTime() throws {
    let names = (0..<20_000).map { "b\($0)\n" }.joined()
    let declarations = (0..<20_000).map { " global b\($0)\n" }.joined()
    #expect(try problems(names + "def f():\n" + declarations).count == 20_000)
  }

  @Test func manyStringAnnotationsAreParsed() throws {
    let text = "from a import B\n" + String(repeating: "def f(x: 'B'): pass\ndel f\n", count: 5_000)
    #expect(try problems(text) == [])
  }
}

/// Few bytes that stand for many must not fill the memory.
struct AmplifiedSourceTests {
  @Test(.notEndless)
  func longModuleOfManyNamesIsClipped() throws {
    let module = String(repeating: "a", count: 500_000)
    let names = (0..<5_000).map { "b\($0)" }.joined(separator: ", ")
    let found = try problems("from \(module) import \(names)\n")
    #expect(found.count == 5_000)
    #expect(found.allSatisfy { $0.utf8.count < 5_000 })
  }

  @Test(.notEndless)
  func manyStarImportsAreListedOnce() throws {
    let imports = (0..<1_000).map { "from a\($0) import *\n" }.joined()
    let names = (0..<1_000).map { "b\($0)\n" }.joined()
    let found = try problems(imports + names)
    #expect(found.count == 2_000)
    #expect(found.last?.hasPrefix("2000:1 F405 'b999' may be undefined") == true)
  }
}
