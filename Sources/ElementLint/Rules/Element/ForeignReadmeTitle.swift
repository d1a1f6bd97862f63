import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Flags READMEs whose title is not the element's name, or is no proper title.
struct ForeignReadmeTitle: ElementRule {
  static let metadata = RuleMetadata(
    code: "DC105",
    name: "foreign-readme-title",
    severity: .info,
    rationale: """
      READMEs become pages of a manual, which lists them by their titles. The title is the element's
      name, and its underline at least as long, or it is not read as a title.
      """,
    flagged: [
      ["foo/README.rst": "===\n«bar»\n===\n\nPaints.\n"],
      ["foo-bar/README.rst": "foo-bar\n«===»\n\nPaints.\n"],
      ["foo/«README.rst»": "Paints.\n"],
    ],
    accepted: [
      ["foo/README.rst": "===\nfoo\n===\n\nPaints.\n"],
      ["foo-bar/README.rst": ".. _foo:\n\nFoo Bar\n-------\n\nPaints.\n"],
    ],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    guard !element.isTestElement, let file = element.file("README.rst"), let text = file.text else {
      return []
    }
    guard let title = ReadmeTitle(in: text) else {
      let hint = "begin it with `\(element.name)` and an underline"
      return [finding("README has no title", at: file.location, hint: hint)]
    }
    if title.underline.count < title.width { return [shortUnderline(of: title, in: text)] }
    guard !isName(title.text, of: element) else { return [] }
    let place = text.location(title.textRange)
    return [
      finding(
        "title is not the element's name", at: place, hint: "call it `\(element.name)`")
    ]
  }

  private func shortUnderline(of title: ReadmeTitle, in text: SourceText) -> Finding {
    let place = text.location(title.underline)
    let line = String(repeating: String(UnicodeScalar(title.mark)), count: title.width)
    return finding(
      "underline is shorter than the title", at: place, hint: "make it as long as the title",
      fix: Finding.Fix(
        "make it as long", edits: [Finding.Edit(replacing: place, with: line)]))
  }

  /// Whether the title is the name, in whatever case and with blanks for dashes.
  private func isName(_ title: String, of element: LintedElement) -> Bool {
    func plain(_ text: String) -> String {
      text.lowercased().filter { $0.isLetter || $0.isNumber }
    }
    return plain(title) == plain(element.name.rawValue)
  }
}
