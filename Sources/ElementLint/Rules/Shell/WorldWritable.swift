import Diagnostics
import ShellSyntax

/// Flags modes that let everyone write.
struct WorldWritable: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH825",
    name: "world-writable",
    severity: .warning,
    rationale: """
      What everyone may write, every service of the image may replace. Give the file to the user or group
      that needs it. Directories with the sticky bit, as in mode 1777, are another matter.
      """,
    flagged: ["chmod «777» /foo\nchmod -R «a+rwx» /foo\ninstall -m «0666» foo /foo\n"],
    accepted: ["chmod 755 /foo\nchmod 1777 /foo\nchmod o-w /foo\nchmod u+w /foo\n"])

  func check(_ script: LintedScript) -> [Finding] {
    let modes =
      script.invocations(of: "chmod").compactMap(\.operands.first)
      + script.invocations(of: "install", "mkdir").compactMap(\.mode)
    return modes.filter { $0.literal.map(letsEveryoneWrite) ?? false }.map { mode in
      finding(
        "everyone may write this", at: mode.location,
        hint: "give it to the user or group that needs it")
    }
  }

  private func letsEveryoneWrite(_ mode: String) -> Bool {
    if mode.allSatisfy(\.isNumber) {
      let digits = Array(mode.suffix(4))
      guard let last = digits.last?.wholeNumberValue, digits.count >= 3 else { return false }
      let isSticky = digits.count == 4 && (digits[0].wholeNumberValue ?? 0) & 1 == 1
      return last & 2 != 0 && !isSticky
    }
    return mode.split(separator: ",").contains { clause in
      clause.wholeMatch(of: #/[ugoa]*[oa][ugoa]*[+=][rxXst]*w[rwxXs]*/#) != nil
    }
  }
}

extension ShellInvocation {
  /// The argument of `-m`.
  fileprivate var mode: ShellWord? {
    guard let option = arguments.firstIndex(where: { $0.literal == "-m" }) else { return nil }
    return arguments[option...].dropFirst().first
  }
}
