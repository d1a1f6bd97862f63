import Diagnostics
import ShellSyntax

/// Flags `curl` that takes an error page for the file.
struct CurlWithoutFail: ShellRule {
  static let metadata = RuleMetadata(
    code: "SH820",
    name: "curl-without-fail",
    severity: .warning,
    rationale: """
      Without `--fail`, curl succeeds when the server says "404 Not Found", and the error page becomes the
      file. With it, curl fails and so does the hook.
      """,
    flagged: ["«curl» -L -o /foo https://example.com/foo\n"],
    accepted: [
      "curl --fail -L -o /foo https://example.com/foo\n",
      "curl -fsSL -o /foo https://example.com/foo\n",
      "curl -s -o /dev/null -w '%{http_code}' https://example.com/foo\n",
      "curl $CURL_OPTIONS -o /foo https://example.com/foo\n", "curl --version\n",
    ])

  func check(_ script: LintedScript) -> [Finding] {
    script.invocations(of: "curl").filter { !handlesErrors($0) && !$0.operands.isEmpty }.map {
      curl in
      finding(
        "curl takes an error page for the file", at: curl.word.location, hint: "add `--fail`",
        fix: Finding.Fix("add `--fail`", inserting: " --fail", behind: curl.word.location))
    }
  }

  /// Whether an error makes it fail, or somebody looks at the answer, or nothing is fetched.
  private func handlesErrors(_ curl: ShellInvocation) -> Bool {
    curl.hidesOptions(before: "http")
      || curl.hasOption("f", "--fail", "--fail-with-body", "--fail-early")
      || curl.hasOption(
        "w", "--write-out", "-I", "--head", "-V", "--version", "--help", "-K", "--config")
      || curl.arguments.contains { $0.literalPrefix.hasPrefix("file:") }
  }
}

extension ShellInvocation {
  /// Whether an unquoted expansion is among its arguments that is not the address to fetch.
  fileprivate func hidesOptions(before scheme: String) -> Bool {
    let isAddressGiven = arguments.contains { $0.literalPrefix.hasPrefix(scheme) }
    let expansions = arguments.filter {
      $0.text.hasPrefix("$") && !$0.text.contains("/") || $0.text.contains("[@]")
    }
    return expansions.contains { isAddressGiven || $0.text.uppercased().contains("OPT") }
      || expansions.contains { $0.text.uppercased().contains("ARG") || $0.text.contains("[@]") }
  }
}
