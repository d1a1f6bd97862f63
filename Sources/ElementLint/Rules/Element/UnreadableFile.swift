import Diagnostics
import ElementModel

/// Flags files and directories that cannot be read.
struct UnreadableFile: ElementRule {
  static let metadata = RuleMetadata(
    code: "FS209",
    name: "unreadable-file",
    severity: .error,
    rationale: """
      A file that cannot be read was not checked, and a build by the same user stops when it comes to
      copy it. The builder's own files must be regular ones.
      """,
    flagged: [["«foo/element-deps»/bar": "bar\n"], ["«foo/pkg-map»/names.json": "{}\n"]],
    accepted: [["foo/README.rst": "foo\n"]],
    suppression: .none)

  func check(_ element: LintedElement) -> [Finding] {
    let files = element.files.compactMap { file in
      fault(of: file).map { finding("\($0.message)", at: file.location, hint: $0.hint) }
    }
    let known = Set(files.map(\.location.path))
    let directories = element.element.faults.compactMap { fault in
      fault.location.map { finding("\(fault.message)", at: $0, hint: fault.hint) }
    }
    return files + directories.filter { !known.contains($0.location.path) }
  }

  private func fault(of file: LintedFile) -> InputError? {
    if case .unreadable(let error) = file.content { return error }
    guard file.role.isList, !file.isRegular, !file.file.isDangling else { return nil }
    return InputError("this is no regular file", hint: "replace it by a regular file")
  }
}

extension FileRole {
  /// Whether the builder reads a file of that name whatever it is.
  fileprivate var isList: Bool {
    switch self {
    case .dependencies, .provides, .packageInstalls, .packageMap, .serviceMap: true
    default: false
    }
  }
}
