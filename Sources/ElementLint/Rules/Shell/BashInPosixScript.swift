import Diagnostics
import ShellSyntax

/// Flags what only Bash has in scripts for any shell.
struct BashInPosixScript: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH817",
    name: "bash-in-posix-script",
    severity: .warning,
    rationale: """
      `#!/bin/sh` is dash on Debian and Ubuntu and BusyBox in ramdisks, which do not know Bash's extensions.
      Use `#!/bin/bash`, or what POSIX has.
      """,
    flagged: [
      "#!/bin/sh\nif «[[» -e /foo ]]; then\n    «source» /foo\nfi\n",
      "#!/bin/sh\ndate «&>» /dev/null\n",
    ],
    accepted: [
      "#!/bin/bash\nif [[ -e /foo ]]; then\n    source /foo\nfi\n",
      "#!/bin/sh\nif [ -e /foo ]; then\n    . /foo\nfi\n",
    ])

  private static let builtins: Set = [
    "declare", "dirs", "let", "mapfile", "popd", "pushd", "readarray", "shopt", "source", "typeset",
  ]

  func check(_ script: LintedScript) -> [Finding] {
    guard script.syntax.dialect == .posix, ["sh", "dash"].contains(script.shebang?.program) else {
      return []
    }
    let functions = Set(script.syntax.functions.map(\.name))
    let builtins = script.syntax.commands(named: Self.builtins.subtracting(functions))
    let places =
      script.syntax.extensions.map { ($0.location, $0.kind.description) }
      + builtins.compactMap { command in
        command.words.first.map { ($0.location, "`\(command.name ?? "")`") }
      }
    return places.map { place, name in
      finding("\(name) is Bash's only", at: place, hint: "use `#!/bin/bash`, or what POSIX has")
    }
  }
}

extension ShellExtension.Kind {
  fileprivate var description: String {
    switch self {
    case .doubleBracket: "`[[`"
    case .arithmeticCommand, .arithmeticFor: "`((`"
    case .select: "`select`"
    case .coprocess: "`coproc`"
    case .functionKeyword: "`function`"
    case .processSubstitution: "process substitution"
    case .hereString: "`<<<`"
    case .array: "an array"
    case .appendingAssignment: "`+=`"
    case .ansiQuoting: "`$'…'`"
    case .translation: "`$\"…\"`"
    case .oldArithmetic: "`$[…]`"
    case .pipeBoth: "`|&`"
    case .redirectBoth: "`&>`"
    case .caseFallThrough: "fall-through in `case`"
    case .extendedGlob: "an extended pattern"
    case .variableRedirection: "`{name}>`"
    case .parameterOperator: "this expansion"
    }
  }
}
