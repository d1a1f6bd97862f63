import Diagnostics
import ShellSyntax

/// Flags programs that are told not to check certificates or signatures.
struct VerificationDisabled: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH823",
    name: "verification-disabled",
    severity: .warning,
    rationale: """
      Without the check of certificates and signatures anyone on the way can put something else into the
      image. Install the certificate or the key instead.
      """,
    flagged: [
      "curl --fail «-k» -o /foo https://example.com/foo\n", "dnf -y install «--nogpgcheck» foo\n",
      "cat > /etc/yum.repos.d/foo.repo <<EOF\n[foo]\n«gpgcheck=0»\nEOF\n",
      "echo \"deb [«trusted=yes»] https://example.com/ foo main\" > /etc/apt/sources.list\n",
    ],
    accepted: [
      "curl --fail -o /foo https://example.com/foo\n", "# Not gpgcheck=0.\n",
      "cp -k foo bar\n",
    ])

  private static let options: [String: Set<String>] = [
    "apt": apt, "apt-get": apt, "curl": ["--insecure"],
    "debootstrap": ["--no-check-gpg"], "dnf": ["--nogpgcheck"], "wget": ["--no-check-certificate"],
    "yum": ["--nogpgcheck"], "zypper": ["--no-gpg-checks"],
  ]
  private static let apt: Set = ["--allow-unauthenticated", "--force-yes"]

  func check(_ script: LintedScript) -> [Finding] {
    let options = script.invocations(of: Self.options.keys.sorted()).flatMap(disabling)
      .map(\.location)
    let settings = (script.text.offsets(of: "gpgcheck=0") + script.text.offsets(of: "trusted=yes"))
      .map { script.text.setting(at: $0) }
    return (options + script.outsideComments(settings)).map { place in
      finding(
        "the check of certificates or signatures is off", at: place,
        hint: "install the certificate or key instead")
    }
  }

  private func disabling(_ program: ShellInvocation) -> [ShellWord] {
    program.arguments.filter { word in
      let text = word.literal ?? ""
      if Self.options[program.name]?.contains(text) ?? false { return true }
      let isCluster =
        text.hasPrefix("-") && !text.hasPrefix("--") && text.dropFirst().allSatisfy(\.isLetter)
      return program.name == "curl" && isCluster && text.contains("k") && !text.contains("o")
    }
  }
}

extension LintedScript {
  fileprivate func outsideComments(_ places: [SourceLocation]) -> [SourceLocation] {
    guard !places.isEmpty else { return [] }
    let comments = Dictionary(
      syntax.comments.map { ($0.position.line, $0.position.column) }, uniquingKeysWith: min)
    return places.filter { place in
      guard let start = place.start else { return false }
      return comments[start.line].map { $0 > start.column } ?? true
    }
  }
}
