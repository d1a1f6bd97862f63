import Diagnostics

/// pyflakes' patterns about statements where they mean nothing, and about texts in strings.
enum StatementPatterns {
  static let metadata: [RuleMetadata] = [
    .python(
      "F701", "break-outside-loop", "Python refuses `break` outside of a loop.",
      flagged: ["if x:\n    «»break\n"], accepted: ["for x in y:\n    break\n"], severity: .error),
    .python(
      "F702", "continue-outside-loop", "Python refuses `continue` outside of a loop.",
      flagged: ["for x in y:\n    pass\nelse:\n    «»continue\n"],
      accepted: ["while x:\n    continue\n"], severity: .error),
    .python(
      "F704", "yield-outside-function",
      "Python refuses `yield` and `await` outside of a function.",
      flagged: ["«»yield x\n", "class A:\n    x = «»await y\n"],
      accepted: ["def f():\n    yield x\n"], severity: .error),
    .python(
      "F706", "return-outside-function", "Python refuses `return` outside of a function.",
      flagged: ["«»return\n"], accepted: ["def f():\n    return\n"], severity: .error),
    .python(
      "F707", "bare-except-not-last",
      "Python refuses handlers behind `except:`, which catches everything.",
      flagged: ["try:\n    pass\n«»except:\n    pass\nexcept OSError:\n    pass\n"],
      accepted: ["try:\n    pass\nexcept OSError:\n    pass\nexcept:\n    pass\n"], severity: .error
    ),
    .python(
      "F721", "doctest-syntax-error",
      "An example in a docstring that is no Python fails when the examples are run.",
      flagged: [PythonExample("def f():\n    \"\"\"\n    >>> a b«»\n    \"\"\"\n", .doctests)],
      accepted: [PythonExample("def f():\n    \"\"\"\n    >>> a\n    \"\"\"\n", .doctests)]),
    .python(
      "F722", "annotation-syntax-error",
      "A string that stands for a type must hold one expression, or no tool can read the type.",
      flagged: ["x: «»'a b' = 1\n"], accepted: ["x: 'list[int]' = 1\n"]),
  ]
}

extension PythonOptions {
  fileprivate static var doctests: PythonOptions {
    var options = PythonOptions()
    options.doctests = true
    return options
  }
}
