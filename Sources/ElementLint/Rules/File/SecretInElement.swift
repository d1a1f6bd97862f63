import Diagnostics
import Documents

/// Flags private keys, passwords and tokens.
struct SecretInElement: FileRule {
  static let metadata = RuleMetadata(
    code: "SE951",
    name: "secret-in-element",
    severity: .warning,
    rationale: """
      What is in an element is in its repository's history and in every image that is built with it.
      Have the caller pass secrets in at build time, or make them at first boot.
      """,
    flagged: [
      ["foo/static/etc/foo.pem": "«-----BEGIN RSA PRIVATE KEY-----»\nMIIE\n"],
      "#!/bin/bash\necho «'stack:stack' | chpasswd»\n",
      "#!/bin/bash\nusermod -p '«$6$saltsalt$0123456789abcdef0123456789abcdef»' foo\n",
      "#!/bin/bash\n«ADMIN_PASSWORD=tiger»\n",
      ["foo/static/etc/foo.conf": "token = «ghp_0123456789abcdefghijABCDEFGHIJ012345»\n"],
    ],
    accepted: [
      ["foo/static/etc/foo.pem": "-----BEGIN CERTIFICATE-----\nMIIE\n"],
      "#!/bin/bash\necho \"stack:$password\" | chpasswd\n",
      "#!/bin/bash\nADMIN_PASSWORD=${ADMIN_PASSWORD:-}\nROOT_PASSWORD=$(pwgen)\n",
      ["foo/README.rst": "Set ``FOO_PASSWORD=secret``.\n"],
    ])

  func check(_ file: LintedFile) -> [Finding] {
    guard let text = file.text else { return [] }
    return SecretPattern.all
      .filter { !$0.isForScripts || file.language == .shell }
      .flatMap { pattern in
        text.matches(of: pattern).map {
          finding("\(pattern.what) is written here", at: $0, hint: "pass it in, and change it")
        }
      }
  }
}

extension SourceText {
  /// Where the pattern occurs, at most once a line.
  fileprivate func matches(of pattern: SecretPattern) -> [SourceLocation] {
    let lines = pattern.triggers.flatMap { offsets(of: $0) }.map { line(ofByteOffset: $0) }
    return Set(lines).sorted().compactMap { line in
      guard range(ofLine: line).count < 4096 else { return nil }
      let text = text(ofLine: line)
      guard let match = pattern.secret(text) else { return nil }
      return location(of: match.startIndex..<match.endIndex, of: text, onLine: line)
    }
  }

  private func location(
    of range: Range<String.Index>, of text: String, onLine line: Int
  ) -> SourceLocation {
    let start = text.unicodeScalars[..<range.lowerBound].count + 1
    let end = start + text.unicodeScalars[range].count
    return SourceLocation(
      path, SourcePosition(line: line, column: start), to: SourcePosition(line: line, column: end))
  }
}
