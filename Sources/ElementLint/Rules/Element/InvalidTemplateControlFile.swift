import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Flags control files that os-apply-config refuses.
struct InvalidTemplateControlFile: ElementRule {
  static let metadata = RuleMetadata(
    code: "OR907",
    name: "invalid-template-control-file",
    severity: .error,
    rationale: """
      A file `NAME.oac` beside a template is a YAML mapping of `mode`, `owner`, `group` and
      `allow_empty`. The mode is an octal number without quotes. At anything else os-apply-config stops
      and writes none of its files.
      """,
    flagged: [
      [
        "foo/os-apply-config/etc/foo": "a={{b}}\n",
        "foo/os-apply-config/etc/foo.oac": "mode: «\"0600\"»\n",
      ],
      [
        "foo/os-apply-config/etc/foo": "a={{b}}\n",
        "foo/os-apply-config/etc/foo.oac": "«ower»: root\nallow_empty: «sometimes»\n",
      ],
      ["foo/os-apply-config/etc/«foo.oac»": "mode: 0600\n"],
    ],
    accepted: [
      [
        "foo/os-apply-config/etc/foo": "a={{b}}\n",
        "foo/os-apply-config/etc/foo.oac":
          "mode: 0600\nowner: root\ngroup: 0\nallow_empty: false\n",
      ]
    ],
    suppression: .file)

  func check(_ element: LintedElement) -> [Finding] {
    element.files.filter { $0.isTemplateControlFile && $0.isRegular }.flatMap { file in
      missingTemplate(of: file, in: element) + faults(in: file)
    }
  }

  private func missingTemplate(of file: LintedFile, in element: LintedElement) -> [Finding] {
    let name = String(file.name.dropLast(".oac".count))
    let template = file.relativePath.removingLastComponent().appending(name)
    guard element.file(template) == nil else { return [] }
    return [
      finding(
        "there is no template `\(name)` beside it", at: file.location,
        hint: "name it after its template, or remove it")
    ]
  }

  private func faults(in file: LintedFile) -> [Finding] {
    guard let text = file.text, !text.bytes.isEmpty else { return [] }
    do {
      let document = try YAMLDocument(parsing: text.bytes, path: text.path)
      guard let root = document.root, !root.isNull else { return [] }
      guard let pairs = root.mapping else {
        return [
          finding("file is no mapping", at: text.location(of: root), hint: "write `mode: 0644`")
        ]
      }
      return pairs.compactMap { fault(in: $0, of: text) }
    } catch {
      return [finding("\(error.message)", at: error.location ?? file.location, hint: error.hint)]
    }
  }

  private func fault(in pair: DocumentNode.Pair, of text: SourceText) -> Finding? {
    let key = pair.key.text ?? ""
    guard let isValid = Self.keys[key] else {
      let closest = closestName(to: key, among: Self.keys.keys)
      return finding(
        "`\(key)` does not exist", at: text.location(of: pair.key),
        hint: closest.map { "did you mean `\($0)`?" } ?? "remove it")
    }
    guard !isValid(pair.value) else { return nil }
    return finding(
      "`\(pair.value.text ?? "")` is no value for `\(key)`", at: text.location(of: pair.value),
      hint: Self.hints[key] ?? "write a name or a number")
  }

  private static let keys: [String: @Sendable (DocumentNode) -> Bool] = [
    "mode": { $0.integer.map { (0...0o777).contains($0) } ?? false },
    "owner": { $0.string != nil || $0.integer != nil },
    "group": { $0.string != nil || $0.integer != nil },
    "allow_empty": { $0.bool != nil },
  ]

  private static let hints = [
    "mode": "write an octal number without quotes, such as `0600`",
    "allow_empty": "write `true` or `false`",
  ]
}

extension SourceText {
  fileprivate func location(of node: DocumentNode) -> SourceLocation {
    SourceLocation(path, node.start, to: node.end)
  }
}
