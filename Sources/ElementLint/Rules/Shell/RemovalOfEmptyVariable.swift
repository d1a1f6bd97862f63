import Diagnostics
import ShellSyntax

/// Flags `rm -r` below a variable that may be empty.
struct RemovalOfEmptyVariable: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH824",
    name: "removal-of-empty-variable",
    severity: .error,
    rationale: """
      With `FOO` empty, `rm -rf $FOO/etc` deletes `/etc`: of the image, or of the build host. `${FOO:?}` makes
      the hook fail instead. `set -u` catches variables that are unset, not those that are empty.
      """,
    flagged: [
      "#!/bin/bash\nrm -rf «$FOO/etc»\n",
      "#!/bin/bash\nset -u\nFOO=${FOO:-}\nrm -rf «\"$FOO/\"*»\n",
    ],
    accepted: [
      "#!/bin/bash\nrm -rf ${FOO:?}/etc\n", "#!/bin/bash\nset -u\nrm -rf $FOO/etc\n",
      "#!/bin/bash\nFOO=$(mktemp -d)\nrm -rf $FOO/etc\n",
      "#!/bin/bash\nrm -rf /opt/$FOO/etc\n", "#!/bin/bash\nrm -f $FOO/etc\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    let removals = script.invocations(of: "rm").filter {
      $0.hasOption("r", "--recursive") || $0.hasOption("R")
    }
    guard !removals.isEmpty else { return [] }
    let isStrict = script.isOn(.nounset)
    return removals.flatMap(\.operands).filter { word in
      word.leadingVariable.map { mayBeEmpty($0, in: script, isStrict: isStrict) } ?? false
    }.map { word in
      finding(
        "deletes `\(word.rest)` when the variable is empty", at: word.location,
        hint: "write `${\(word.leadingVariable ?? ""):?}`")
    }
  }

  private func mayBeEmpty(_ name: String, in script: LintedScript, isStrict: Bool) -> Bool {
    let assignments = script.variables.assignments[name] ?? []
    if assignments.isEmpty {
      let isKnown =
        BuilderVariables.always.contains(name) || script.variables.assigned.contains(name)
      return !isStrict && !isKnown && !script.mentions(testOf: name)
    }
    return assignments.contains(where: \.mayGiveNothing) && !script.mentions(testOf: name)
  }
}

extension ShellAssignment {
  /// Whether the value is nothing, or a default of nothing.
  fileprivate var mayGiveNothing: Bool {
    let text = value.text.filter { $0 != "\"" && $0 != "'" }
    return text.isEmpty || text.wholeMatch(of: #/\$\{\w+:?-\}/#) != nil
  }
}

extension LintedScript {
  /// Whether a test looks at the variable.
  fileprivate func mentions(testOf name: String) -> Bool {
    let tests =
      syntax.commands(named: ["[", "test"]).map(\.text)
      + syntax.compounds.filter { $0.kind == .test }.map(\.text)
    return tests.contains { $0.contains("$\(name)") || $0.contains("${\(name)") }
  }
}

extension ShellWord {
  /// The variable that the word begins with, when a slash follows.
  fileprivate var leadingVariable: String? {
    guard literalPrefix.isEmpty, rest.hasPrefix("/"),
      case .parameter(let first)? = expansions.first?.content,
      first.operation == .value, first.index == nil, !first.name.allSatisfy(\.isNumber)
    else { return nil }
    return first.name
  }

  /// What stands behind the first expansion, without quotes.
  fileprivate var rest: String {
    guard let first = expansions.first else { return "" }
    let unquoted = text.filter { $0 != "\"" }
    return String(unquoted.dropFirst(first.text.count))
  }
}
