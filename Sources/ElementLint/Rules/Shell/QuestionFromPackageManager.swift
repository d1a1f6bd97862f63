import Diagnostics
import ShellSyntax

/// Flags package managers that ask before they do anything.
struct QuestionFromPackageManager: ShellRule {
  static let metadata = RuleMetadata(
    code: "PK423",
    name: "question-from-package-manager",
    severity: .error,
    rationale: """
      Nobody is there to answer while an image is built: a package manager that asks takes the end of its input
      for a no and fails. Give it the option that answers all questions with yes.
      """,
    flagged: [
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n«apt-get» install foo\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\n«zypper» install foo\n")],
    ],
    accepted: [
      [
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\napt-get -y install foo\napt-get -qq install foo\nyum install -y foo\n")
      ],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nyes | apt-get install foo\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\napt-get update\n")],
      ["foo/install.d/50-foo": .executable("#!/bin/bash\nyum $YUM_OPTIONS install foo\n")],
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.hookPhase != nil else { return [] }
    return script.invocations(of: PackageManager.known.keys.sorted()).compactMap { program in
      guard let manager = program.packageManager, asks(program, manager) else { return nil }
      return finding(
        "`\(program.name)` waits for an answer", at: program.word.location,
        hint: "add `\(manager.yes)`",
        fix: Finding.Fix(
          "add `\(manager.yes)`", inserting: " \(manager.yes)", behind: program.word.location))
    }
  }

  private func asks(_ program: ShellInvocation, _ manager: PackageManager) -> Bool {
    let context = program.command.context
    let isAnswered =
      (context.pipeline?.position ?? 0) > 0
      || program.command.redirections.contains { $0.kind == .input || $0.kind == .hereString }
    return !isAnswered && !program.assumesYes(manager)
      && program.verb(in: manager.installing.union(manager.removing)) != nil
  }
}
