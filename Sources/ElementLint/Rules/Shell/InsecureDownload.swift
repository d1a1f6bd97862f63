import Diagnostics
import ShellSyntax

/// Flags downloads over plain HTTP.
struct InsecureDownload: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH822",
    name: "insecure-download",
    severity: .warning,
    rationale: """
      What comes over plain HTTP can be changed by everyone on the way, and ends up in the image. Use
      `https://`. Package managers check signatures, so their mirrors are another matter.
      """,
    flagged: ["wget «http://example.com/foo»\ngit clone «http://example.com/$FOO»\n"],
    accepted: [
      "wget https://example.com/foo\n", "wget http://$FOO/foo\n",
      "curl --fail http://169.254.169.254/latest/meta-data\n",
      "export DIB_DISTRIBUTION_MIRROR=${DIB_DISTRIBUTION_MIRROR:-http://mirror.example.org/debian}\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    guard script.text.contains("http://") else { return [] }
    return script.invocations(of: "curl", "wget", "git").filter(\.isDownload)
      .flatMap { $0.operands.filter { $0.isInsecure } }
      .map { address in
        finding(
          "everyone on the way can change what is downloaded", at: address.location,
          hint: "use `https://`", fix: fix(address))
      }
  }

  private func fix(_ address: ShellWord) -> Finding.Fix? {
    let quote = address.text.hasPrefix("http://") ? 0 : 1
    guard let start = address.location.start, address.text.dropFirst(quote).hasPrefix("http://")
    else { return nil }
    let place = SourcePosition(line: start.line, column: start.column + quote + 4)
    return Finding.Fix(
      "use `https://`", edits: [Finding.Edit(from: place, to: place, text: "s")])
  }
}

extension ShellWord {
  /// Whether it begins with a plain address of another machine, rather than one that only the user
  /// knows.
  fileprivate var isInsecure: Bool {
    literalPrefix.hasPrefix("http://") && literalPrefix != "http://" && !isLocal
  }
}
