import Diagnostics
import Documents
import SystemPackage

/// Flags templates of os-apply-config whose sections do not match.
struct UnbalancedTemplate: FileRule {
  static let metadata = RuleMetadata(
    code: "OR904",
    name: "unbalanced-template",
    severity: .error,
    rationale: """
      os-apply-config stops at a template in which a section `{{#foo}}` is not closed by `{{/foo}}`, and writes
      none of its files.
      """,
    flagged: [
      ["foo/os-apply-config/etc/foo.conf": "«{{#foo}}»\nmode={{foo.mode}}\n"],
      ["foo/os-apply-config/etc/foo.conf": "{{#foo}}\n{{^bar}}\n«{{/foo}}»\n{{/bar}}\n{{/foo}}\n"],
    ],
    accepted: [
      ["foo/os-apply-config/etc/foo.conf": "{{#foo}}\nmode={{foo.mode}}\n{{/foo}}\n"],
      ["foo/static/etc/foo.conf": "{{#foo}}\n"],
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard file.isTemplate, let text = file.text else { return [] }
    var open = [Section]()
    for section in text.sections {
      guard section.isEnd else {
        open.append(section)
        continue
      }
      guard open.popLast()?.name == section.name else { return [fault(section, in: text)] }
    }
    return open.last.map { [fault($0, in: text)] } ?? []
  }

  private func fault(_ section: Section, in text: SourceText) -> Finding {
    finding(
      section.isEnd
        ? "no section `\(section.name)` is open here" : "section `\(section.name)` is not closed",
      at: text.location(section.range),
      hint: "pair `{{#\(section.name)}}` and `{{/\(section.name)}}`")
  }
}

/// `{{#name}}`, `{{^name}}` or `{{/name}}`.
private struct Section {
  let name: String
  let isEnd: Bool
  let range: Range<Int>
}

extension SourceText {
  /// The marks of sections in order; what has no end on its line is text.
  fileprivate var sections: [Section] {
    offsets(of: "{{").compactMap { start in
      let rest = bytes[start...].dropFirst(2)
      guard let kind = rest.first, "#^/".utf8.contains(kind) else { return nil }
      let line = rest.dropFirst().prefix { $0 != UInt8(ascii: "\n") && $0 != UInt8(ascii: "}") }
      guard bytes[line.endIndex...].starts(with: "}}".utf8) else { return nil }
      let name = String(decoding: line, as: UTF8.self).filter { !$0.isWhitespace }
      return Section(name: name, isEnd: kind == UInt8(ascii: "/"), range: start..<line.endIndex + 2)
    }
  }
}

extension LintedFile {
  /// Whether os-apply-config fills the file in; it runs executable ones.
  fileprivate var isTemplate: Bool {
    ["os-apply-config", "os-config-applier"].contains(relativePath.components.first?.string)
      && relativePath.components.count > 1 && !isExecutable
  }
}
