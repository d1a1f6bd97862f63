import Diagnostics
import PythonSyntax

/// pyflakes' patterns about formats with braces.
enum BraceFormatPatterns {
  static let metadata: [RuleMetadata] = [
    .python(
      "F521", "invalid-brace-format",
      "Formatting fails at run time when the braces of a format do not match.",
      flagged: ["«»'{'.format(1)\n", "«»'{a'.format(a=1)\n"], accepted: ["'{{'.format()\n"],
      severity: .error),
    .python(
      "F522", "unused-format-keyword",
      "An argument that no field takes is left over, or its name is misspelt.",
      flagged: ["«»'{a}'.format(a=1, b=2)\n"], accepted: ["'{a}'.format(a=1)\n"]),
    .python(
      "F523", "unused-format-position",
      "An argument that no field takes is left over.",
      flagged: ["«»'{}'.format(1, 2)\n"], accepted: ["'{} {}'.format(1, 2)\n"]),
    .python(
      "F524", "missing-format-argument",
      "Formatting fails at run time when a field has no argument.",
      flagged: ["«»'{} {a}'.format(1)\n"], accepted: ["'{} {a}'.format(1, **b)\n"], severity: .error
    ),
    .python(
      "F525", "mixed-brace-numbering",
      "Formatting fails at run time when some fields have numbers and others are counted.",
      flagged: ["«»'{} {1}'.format(1, 2)\n"], accepted: ["'{0} {1}'.format(1, 2)\n"],
      severity: .error),
    .python(
      "F541", "f-string-without-placeholder",
      "An f-string without a field is a plain string; the braces were forgotten, or the `f` left.",
      flagged: ["x = «»f'a'\n"], accepted: ["x = f'{y}' 'a'\n"]),
    .python(
      "F542", "t-string-without-placeholder",
      "A t-string without a field is a constant; the braces were forgotten, or the `t` left.",
      flagged: [PythonExample("x = «»t'a'\n", .python314)],
      accepted: [PythonExample("x = t'{y}'\n", .python314)]),
  ]
}

extension PythonOptions {
  fileprivate static var python314: PythonOptions {
    var options = PythonOptions()
    options.minorVersion = 14
    return options
  }
}
