import Diagnostics

/// pyflakes' patterns about imports.
enum ImportPatterns {
  static let metadata: [RuleMetadata] = [
    .python(
      "F401", "unused-import",
      """
      An import that nobody uses costs time at every start, and hides what the file depends on. A
      name in `__all__` counts as used.
      """,
      flagged: ["«»import os\n", "«»from os import path as p, sep\nsep\n"],
      accepted: ["import os\nos.getcwd()\n", "from os import path\n__all__ = ['path']\n"]),
    .python(
      "F402", "import-shadowed-by-loop",
      "A loop variable with the name of an import replaces it for all code behind the loop.",
      flagged: ["import os\nfor «»os in []:\n    pass\n"],
      accepted: ["import os\nfor name in os.environ:\n    pass\n"]),
    .python(
      "F403", "star-import",
      """
      After `from module import *` neither a reader nor a linter knows which names there are. Import
      the names that are needed.
      """,
      flagged: ["«»from os import *\n"],
      accepted: ["from os import path\npath.sep\n"]),
    .python(
      "F404", "late-future-import",
      "Python refuses a future import behind other statements.",
      flagged: ["import os\n«»from __future__ import annotations\n"],
      accepted: ["\"\"\"Text.\"\"\"\nfrom __future__ import annotations\nimport os\n"],
      severity: .error),
    .python(
      "F405", "name-from-star-import",
      "A name that is bound nowhere may come from a star import, or be misspelt: nobody can tell.",
      flagged: ["from os import *\n«»getcwd()\n"],
      accepted: ["from os import getcwd\ngetcwd()\n"]),
    .python(
      "F406", "star-import-in-function",
      "Python refuses a star import in a function or class.",
      flagged: ["def f():\n    «»from os import *\n"],
      accepted: ["def f():\n    from os import path\n    return path\n"], severity: .error),
    .python(
      "F407", "unknown-future-feature",
      "Python refuses a future import of a feature that there is not.",
      flagged: ["«»from __future__ import braces\n"],
      accepted: ["from __future__ import annotations\n"], severity: .error),
  ]
}
