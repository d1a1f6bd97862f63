import PythonSyntax
import Testing

/// Imports and what becomes of them.
struct PythonImportTests {
  @Test(arguments: [
    ("import a\n", ["1:1 F401 'a' imported but unused"]),
    (
      "import a.b, c as d\n",
      ["1:1 F401 'a.b' imported but unused", "1:1 F401 'c as d' imported but unused"]
    ),
    ("from .a import b as c\n", ["1:1 F401 '.a.b as c' imported but unused"]),
    (
      "import a\nfor a in []: pass\n", ["2:5 F402 import 'a' from line 1 shadowed by loop variable"]
    ),
    (
      "from a import *\nb\n",
      [
        "1:1 F403 'from a import *' used; unable to detect undefined names",
        "2:1 F405 'b' may be undefined, or defined from star imports: a",
      ]
    ),
    (
      "x = 1\nfrom __future__ import division\n",
      ["2:1 F404 from __future__ imports must occur at the beginning of the file"]
    ),
    ("def f():\n  from a import *\n", ["2:3 F406 'from a import *' only allowed at module level"]),
    ("from __future__ import a\n", ["1:1 F407 future feature a is not defined"]),
    ("import a\nimport a\na\n", ["2:1 F811 redefinition of unused 'a' from line 1"]),
    (
      "import a\ndef f():\n  import a\n  a\n",
      ["1:1 F401 'a' imported but unused", "3:3 F811 redefinition of unused 'a' from line 1"]
    ),
  ])
  func importIsReported(_ text: String, _ expected: [String]) throws {
    #expect(try problems(text) == expected)
  }

  @Test(arguments: [
    "import a\n__all__ = ['a']\n", "a = x\nimport a.b\na\n",
    "import a\n__all__ = []\n__all__ += ['a']\n",
    "if x:\n  import a\nelse:\n  import a\na\n",
    "try:\n  import a\nexcept E:\n  import b as a\na\n",
    "import a.b\nimport a.c\na\n", "import a\ndef f(): return a\n", "class A:\n  import b\n",
    "match x:\n  case 1:\n    import a\n  case 2:\n    import a\na\n",
    "import a\nx: 'a.b' = 1\n", "from __future__ import annotations\nimport a\ndef f(x: a): pass\n",
    "def f():\n  try:\n    import a\n  finally:\n    a\n", "import a\n@a\ndef a(): pass\n",
  ])
  func importIsUsed(_ text: String) throws {
    #expect(try problems(text, builtins: ["x", "E"]) == [])
  }

  @Test func packageMayExportItsSubmodules() throws {
    #expect(try problems("__all__ = ['a']\n", isPackage: true) == [])
    #expect(try problems("__all__ = ['a']\n") == ["1:1 F822 undefined name 'a' in __all__"])
  }
}
