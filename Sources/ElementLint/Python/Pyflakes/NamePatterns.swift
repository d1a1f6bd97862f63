import Diagnostics

/// pyflakes' patterns about names.
enum NamePatterns {
  static let metadata: [RuleMetadata] = [
    .python(
      "F811", "redefinition-of-unused",
      """
      What is defined again before it was used was written for nothing: a test that never runs, or an
      import that is there twice. Branches of which one is taken, and overloads, may define twice.
      """,
      flagged: ["import os\n«»import os\nos\n", "def f(): pass\n«»def f(): pass\n"],
      accepted: ["try:\n    import a\nexcept ImportError:\n    import b as a\na\n"]),
    .python(
      "F821", "undefined-name",
      "A name that is bound nowhere fails when it is reached, perhaps only in a rare branch.",
      flagged: ["«»undefined()\n", "def f(x: «»'Missing'): pass\n"],
      accepted: [
        "def f(): return later\nlater = 1\n", "try:\n    x\nexcept NameError:\n    pass\n",
      ], severity: .error),
    .python(
      "F822", "undefined-export",
      "A name in `__all__` that the module does not have makes `from module import *` fail.",
      flagged: ["«»__all__ = ['missing']\n"], accepted: ["__all__ = ['x']\nx = 1\n"],
      severity: .error),
    .python(
      "F823", "local-used-before-assignment",
      """
      A function that binds a name anywhere has it for its own everywhere, so reading it before fails.
      """,
      flagged: ["x = 1\ndef f():\n    print(«»x)\n    x = 2\n    return x\n"],
      accepted: ["x = 1\ndef f():\n    global x\n    print(x)\n    x = 2\n"], severity: .error),
    .python(
      "F824", "unused-global-declaration",
      "A name that is never bound in the function needs no `global` or `nonlocal` to be read.",
      flagged: ["x = 1\ndef f():\n    «»global x\n    return x\n"],
      accepted: ["x = 1\ndef f():\n    global x\n    x = 2\n"]),
    .python(
      "F831", "duplicate-argument", "Python refuses two parameters with one name.",
      flagged: ["«»def f(a, a): pass\n"], accepted: ["def f(a, b): pass\n"], severity: .error),
    .python(
      "F841", "unused-variable",
      """
      A value that is kept and never used was meant for something, or needs no name. Unpacked
      values may go unused.
      """,
      flagged: [
        "def f():\n    «»x = 1\n", "try:\n    pass\n«»except OSError as e:\n    pass\n",
      ],
      accepted: ["def f():\n    x = 1\n    return x\n", "def f():\n    x, y = g\n"]),
    .python(
      "F842", "unused-annotation",
      "A local name with a type and without a value does nothing.",
      flagged: ["def f():\n    «»x: int\n"], accepted: ["def f():\n    x: int = 1\n    return x\n"]),
  ]
}
