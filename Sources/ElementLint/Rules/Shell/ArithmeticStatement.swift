import Diagnostics
import ShellSyntax

/// Flags `((…))` whose status ends the script when the value is zero; bashate's rule.
struct ArithmeticStatement: ShellRule {
  static let metadata = RuleMetadata(
    code: "E043",
    name: "arithmetic-statement",
    severity: .warning,
    rationale: """
      `((expression))` fails when the expression is zero, so under `set -e` the innocent `((count++))` ends the
      script at the first zero. Write `count=$((count + 1))`.
      """,
    flagged: ["#!/bin/bash\nset -e\ncount=0\n«((count++))»\n"],
    accepted: [
      "#!/bin/bash\nset -e\ncount=$((count + 1))\n",
      "#!/bin/bash\nset -e\nif ((count > 1)); then\n    date\nfi\n((count++)) || true\n",
      "#!/bin/bash\nset -e\nhas_many() {\n    ((count > 1))\n}\n",
      "#!/bin/bash\n((count++))\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    let statements = script.syntax.compounds.filter {
      $0.kind == .arithmetic && !$0.context.isStatusTested && !$0.context.endsFunction
    }
    guard !statements.isEmpty, script.isOn(.errexit) else { return [] }
    return statements.map { statement in
      finding(
        "`((…))` fails when its value is zero", at: statement.location,
        hint: "assign `name=$((…))`, or add `|| true`")
    }
  }
}
