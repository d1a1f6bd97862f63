import Diagnostics

/// pyflakes' patterns about expressions and targets that cannot be meant so.
enum ExpressionPatterns {
  static let metadata: [RuleMetadata] = [
    .python(
      "F601", "repeated-key",
      "Of two entries of a dictionary with one key the last counts; the other value is lost.",
      flagged: ["x = {«»'a': 1, «»'a': 2}\n"], accepted: ["x = {'a': 1, 'b': 2}\n"]),
    .python(
      "F602", "repeated-variable-key",
      "Of two entries of a dictionary with one variable for a key, the first value is lost.",
      flagged: ["x = {«»a: 1, «»a: 2}\n"], accepted: ["x = {a: 1, b: 2}\n"]),
    .python(
      "F621", "too-many-targets",
      "Python refuses more than 255 targets before one with a star.",
      flagged: [PythonExample("«»" + targets + "*b = c\n")],
      accepted: [PythonExample("*b, " + targets + "d = c\n")], severity: .error),
    .python(
      "F622", "two-starred-targets",
      "Python refuses two targets with stars: nobody knows which takes how much.",
      flagged: ["«»*a, *b = c\n"], accepted: ["*a, b = c\n"], severity: .error),
    .python(
      "F631", "assert-on-tuple",
      "A tuple with elements is true, so the assertion never fails; leave the parentheses.",
      flagged: ["«»assert (x, 'message')\n"], accepted: ["assert x, 'message'\n"]),
    .python(
      "F632", "is-with-literal",
      "Whether two equal literals are one object depends on the interpreter; compare with `==`.",
      flagged: ["if «»x is 'a':\n    pass\n"], accepted: ["if x == 'a' or x is None:\n    pass\n"]),
    .python(
      "F633", "print-shift",
      "`print >> file` is Python 2, and fails at run time; write `print(…, file=file)`.",
      flagged: ["import sys\n«»print >> sys.stderr, 'a'\n"],
      accepted: ["import sys\nprint('a', file=sys.stderr)\n"], severity: .error),
    .python(
      "F634", "if-on-tuple",
      "A tuple with elements is true, so the condition always holds; a comma may be too many.",
      flagged: ["«»if (x, y):\n    pass\n", "z = «»1 if (x,) else 2\n"],
      accepted: ["if (x or y):\n    pass\n"]),
    .python(
      "F901", "raise-not-implemented",
      "`NotImplemented` is no exception, so raising it fails; raise `NotImplementedError`.",
      flagged: ["«»raise NotImplemented\n", "«»raise NotImplemented('a')\n"],
      accepted: ["raise NotImplementedError\n"]),
  ]

  private static let targets = String(repeating: "a, ", count: 256)
}
