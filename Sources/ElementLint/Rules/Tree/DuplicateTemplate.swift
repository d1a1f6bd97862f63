import Diagnostics
import ElementModel
import ShellSyntax
import SystemPackage

/// Flags templates that two elements have for one file, and uses of templates that nobody has.
struct DuplicateTemplate: TreeRule {
  static let metadata = RuleMetadata(
    code: "OR905",
    name: "duplicate-template",
    severity: .warning,
    rationale: """
      The templates of all elements are copied into one directory: of two for the same file, the later one wins
      without a word. A script that names a template which no element has finds nothing on the machine.
      """,
    flagged: [
      [
        "foo/os-apply-config/etc/«foo.conf»": "mode={{mode}}\n",
        "bar/os-apply-config/etc/«foo.conf»": "mode=fast\n",
      ],
      [
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\nchmod 640 «/usr/libexec/os-apply-config/templates/etc/bar.conf»\n"),
        "foo/os-apply-config/etc/foo.conf": "mode={{mode}}\n",
      ],
    ],
    accepted: [
      [
        "foo/os-apply-config/etc/foo.conf": "mode={{mode}}\n",
        "bar/os-apply-config/etc/bar.conf": "mode=fast\n",
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\nchmod 640 /usr/libexec/os-apply-config/templates/etc/foo.conf\n"),
      ]
    ],
    suppression: .file)

  private static let installed = "/usr/libexec/os-apply-config/templates/"

  func check(_ tree: LintedTree) -> [Finding] {
    let claims = tree.elements.flatMap(templates)
    let doubled = tree.collisions(of: claims).map { collision in
      finding(
        "\(collision.others("has", plural: "have")) a template for the same file",
        at: collision.claim.location, notes: collision.notes("the other template"),
        hint: "keep one of them")
    }
    return doubled + missing(in: tree, Set(claims.map(\.subject)))
  }

  private func templates(of element: LintedElement) -> [Claim] {
    element.files.filter { $0.isRegular && $0.relativePath.starts(with: "os-apply-config") }.map {
      file in
      var path = file.relativePath
      _ = path.removePrefix("os-apply-config")
      return Claim(element: element.name, subject: path.string, location: file.location)
    }
  }

  private func missing(in tree: LintedTree, _ templates: Set<String>) -> [Finding] {
    guard !templates.isEmpty else { return [] }
    return tree.elements.flatMap(\.scripts)
      .filter { $0.text.contains("/usr/libexec/os-apply-config/templates/") }
      .flatMap { $0.syntax.commands.flatMap { Array($0.words) } }
      .filter { word in
        guard let path = word.literal, path.hasPrefix(Self.installed), !word.hasPattern else {
          return false
        }
        let relative = path.dropFirst(Self.installed.count)
        return relative.contains("/") && !templates.contains { $0.hasPrefix(relative) }
      }
      .map {
        finding("no element has this template", at: $0.location, hint: "correct the path")
      }
  }
}
