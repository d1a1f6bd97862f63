import Diagnostics
import Documents
import SystemPackage

/// Flags tags of templates that os-apply-config does not know.
struct UnsupportedTemplateTag: FileRule {
  static let metadata = RuleMetadata(
    code: "OR906",
    name: "unsupported-template-tag",
    severity: .error,
    rationale: """
      os-apply-config has no directory of partials, and tags in other delimiters are not found by those
      who look for what a template needs. Names are of letters, digits, `_`, `.` and `-`; anything else
      is never in the metadata and becomes empty.
      """,
    flagged: [
      ["foo/os-apply-config/etc/foo.conf": "a=«{{>common}}»\n"],
      ["foo/os-apply-config/etc/foo.conf": "«{{=<% %>=}}»\na=<%b%>\n"],
      ["foo/os-apply-config/etc/foo.conf": "a=«{{b c}}»\n"],
    ],
    accepted: [
      ["foo/os-apply-config/etc/foo.conf": "{{! a comment }}{{#a-b}}c={{{c.d}}}{{.}}{{/a-b}}\n"],
      ["foo/os-apply-config/etc/run": .executable("#!/bin/sh\necho '{{>a}}'\n")],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.isMustacheTemplate, let text = file.text else { return [] }
    return MustacheTag.all(in: text).compactMap { tag in
      fault(of: tag).map { message, hint in
        finding(message, at: text.location(tag.range), hint: hint)
      }
    }
  }

  private func fault(of tag: MustacheTag) -> (Finding.Message, hint: String)? {
    switch tag.sigil {
    case "!": nil
    case ">": ("there are no partials", "write the text here")
    case "=": ("delimiters stay as they are", "write `{{` and `}}` everywhere")
    default:
      isName(tag.name) ? nil : ("`\(tag.name)` is no name", "use letters, digits, `_`, `.` and `-`")
    }
  }

  private func isName(_ text: String) -> Bool {
    !text.isEmpty
      && text.utf8.allSatisfy { $0.isPartOfWord || $0 == UInt8(ascii: ".") }
  }
}
