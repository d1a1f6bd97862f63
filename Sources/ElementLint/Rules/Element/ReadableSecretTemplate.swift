import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Flags templates with secrets that become files for everyone.
struct ReadableSecretTemplate: ElementRule {
  static let metadata = RuleMetadata(
    code: "OR909",
    name: "readable-secret-template",
    severity: .warning,
    rationale: """
      os-apply-config writes new files with mode 0644. A template that is given a password, a secret or
      a private key needs a control file with a mode that keeps it from others.
      """,
    flagged: [
      ["foo/os-apply-config/etc/«foo.conf»": "password={{foo.admin_password}}\n"],
      [
        "foo/os-apply-config/etc/«foo.conf»": "secret={{foo.secret}}\n",
        "foo/os-apply-config/etc/foo.conf.oac": "mode: 0644\n",
      ],
    ],
    accepted: [
      [
        "foo/os-apply-config/etc/foo.conf": "password={{foo.admin_password}}\n",
        "foo/os-apply-config/etc/foo.conf.oac": "mode: 0640\n",
      ],
      ["foo/os-apply-config/etc/foo.conf": "user={{foo.user}}\n"],
    ],
    suppression: .file)

  func check(_ element: LintedElement) -> [Finding] {
    element.files.filter(\.isMustacheTemplate).compactMap { file in
      guard let text = file.text, let secret = text.secretName, !isProtected(file, in: element)
      else { return nil }
      return finding(
        "everyone can read what becomes of `\(secret)`", at: file.location,
        hint: "write `mode: 0600` into `\(file.name).oac`")
    }
  }

  private func isProtected(_ file: LintedFile, in element: LintedElement) -> Bool {
    let path = file.relativePath.removingLastComponent().appending("\(file.name).oac")
    guard let text = element.file(path)?.text else { return false }
    let root = (try? YAMLDocument(parsing: text.bytes, path: text.path))?.root
    return root?["mode"]?.integer.map { $0 & 0o007 == 0 } ?? false
  }
}

extension SourceText {
  /// The first name in a tag that a secret would have.
  fileprivate var secretName: String? {
    MustacheTag.all(in: self)
      .filter { $0.sigil == nil || $0.sigil == "{" || $0.sigil == "&" }
      .map(\.name)
      .first { name in
        let word = name.lowercased()
        return ["password", "passwd", "secret", "private_key", "token"].contains {
          word.contains($0)
        }
      }
  }
}
