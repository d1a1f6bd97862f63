import Diagnostics
import ElementModel
import SystemPackage

/// Flags element files that nothing among the dependencies reads.
struct MissingInfrastructureDependency: TreeRule {
  static let metadata = RuleMetadata(
    code: "DP309",
    name: "missing-infrastructure-dependency",
    severity: .warning,
    rationale: """
      Lists of packages, maps and lists of repositories mean something only in builds that hold the
      element which reads them. Name it in `element-deps`, or the file counts only when another element
      happens to need it too.
      """,
    flagged: [
      ["«foo/element-deps»": "bar\n", "foo/package-installs.yaml": "vim:\n", "bar/README.rst": ""],
      ["«foo/element-deps»": "bar\n", "foo/svc-map": "web:\n", "bar/README.rst": ""],
      ["«foo»/pkg-map": "{}\n"],
    ],
    accepted: [
      [
        "foo/element-deps": "bar\n", "foo/package-installs.yaml": "vim:\n",
        "bar/element-deps": "package-installs\n", "package-installs/README.rst": "",
      ],
      ["pkg-map/pkg-map": "{}\n"],
    ],
    suppression: .none)

  func check(_ tree: LintedTree) -> [Finding] {
    tree.elements.flatMap { element -> [Finding] in
      let missing = readers(of: element).filter { !tree.brings($0.key, with: element) }
      guard !missing.isEmpty, tree.isComplete(element) else { return [] }
      return missing.map { reader, file in
        finding(
          "nothing among the dependencies reads `\(file.name)`", at: element.dependenciesLocation,
          notes: [Finding.Note("the file", at: file.location)],
          hint: "add `\(reader)` to `element-deps`", fix: element.adding(dependency: reader))
      }
    }
  }

  /// The elements that read this one's files, each with the first file that it reads.
  private func readers(of element: LintedElement) -> [ElementName: LintedFile] {
    element.files.filter { $0.isTopLevel && $0.isRegular }.reduce(into: [:]) { readers, file in
      guard let reader = file.role.reader, readers[reader] == nil else { return }
      readers[reader] = file
    }
  }
}

extension FileRole {
  /// The element that reads such files.
  fileprivate var reader: ElementName? {
    switch self {
    case .packageInstalls: "package-installs"
    case .packageMap: "pkg-map"
    case .serviceMap: "svc-map"
    case .sourceRepository: "source-repositories"
    default: nil
    }
  }
}
