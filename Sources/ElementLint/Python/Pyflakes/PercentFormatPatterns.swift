import Diagnostics

/// pyflakes' patterns about formats for the operator `%`.
enum PercentFormatPatterns {
  static let metadata: [RuleMetadata] = [
    .python(
      "F501", "invalid-percent-format",
      "Formatting fails at run time when the last placeholder has no end.",
      flagged: ["«»'100%' % 1\n"], accepted: ["'%d%%' % 1\n"], severity: .error),
    .python(
      "F502", "percent-format-wants-mapping",
      "Formatting fails at run time: placeholders with names take their values from a dictionary.",
      flagged: ["«»'%(name)s' % ('a',)\n"], accepted: ["'%(name)s' % {'name': 'a'}\n"],
      severity: .error),
    .python(
      "F503", "percent-format-wants-sequence",
      "Formatting fails at run time: several placeholders without names need a tuple.",
      flagged: ["«»'%s %s' % {'name': 'a'}\n"], accepted: ["'%s %s' % ('a', 'b')\n"],
      severity: .error),
    .python(
      "F504", "unused-percent-key",
      "A value that no placeholder takes is left over, or its name is misspelt.",
      flagged: ["«»'%(a)s' % {'a': 1, 'b': 2}\n"], accepted: ["'%(a)s' % {'a': 1}\n"]),
    .python(
      "F505", "missing-percent-key",
      "Formatting fails at run time when a placeholder has no value.",
      flagged: ["«»'%(a)s %(b)s' % {'a': 1}\n"], accepted: ["'%(a)s' % {'a': 1}\n"],
      severity: .error),
    .python(
      "F506", "mixed-percent-format",
      "Formatting fails at run time when some placeholders have names and others have none.",
      flagged: ["«»'%(a)s %s' % {'a': 1}\n"], accepted: ["'%(a)s %(b)s' % {'a': 1, 'b': 2}\n"],
      severity: .error),
    .python(
      "F507", "percent-count-mismatch",
      "Formatting fails at run time unless there are as many values as placeholders.",
      flagged: ["«»'%s %s' % (1,)\n"], accepted: ["'%s %s' % (1, 2)\n", "'%s %s' % (*a,)\n"],
      severity: .error),
    .python(
      "F508", "percent-star-with-mapping",
      "Formatting fails at run time: a width of `*` is a value of its own, which has no name.",
      flagged: ["«»'%(a)*s' % {'a': 1}\n"], accepted: ["'%*s' % (5, 1)\n"], severity: .error),
    .python(
      "F509", "unknown-percent-conversion",
      "Formatting fails at run time when a placeholder ends with a letter that means nothing.",
      flagged: ["«»'%y' % 1\n"], accepted: ["'%s' % 1\n"], severity: .error),
  ]
}
