import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// A file of an element, read and classified once; all rules share what was found out about it.
struct LintedFile: Sendable {
  let file: ElementFile
  /// The path below the element, or below the test element the file belongs to.
  let relativePath: FilePath
  let role: FileRole
  let language: FileLanguage
  let shebang: Shebang?
  let content: Content
  let suppressions: Suppressions

  /// What reading the file gave.
  enum Content: Sendable {
    case text(SourceText)
    /// A regular file that is no text, or is too large to be a source.
    case binary
    case unreadable(InputError)
    /// A directory, a link, a pipe, …: never opened.
    case notRead
  }

  /// Reads the file if it is a regular one.
  init(_ file: ElementFile, relativePath: FilePath) {
    self.file = file
    self.relativePath = relativePath
    role = FileRole(of: relativePath)
    content = Content(of: file, isForced: role.isFormat)
    suppressions = Suppressions(in: content.text)
    shebang = content.text.flatMap { Shebang(startOf: $0.bytes) }
    language = FileLanguage(role, shebang: shebang, path: relativePath)
  }
}

extension LintedFile {
  var name: String { relativePath.lastComponent?.string ?? "" }

  /// Whether the file, or what the link leads to, is a regular one.
  var isRegular: Bool { file.isRegular }

  /// Whether someone may execute the file, or what the link leads to.
  var isExecutable: Bool { file.isExecutable }

  /// The text, if the file is one.
  var text: SourceText? { content.text }

  /// The file as a whole.
  var location: SourceLocation { SourceLocation(file.path) }

  /// The first line of a text; of other files, the file as a whole.
  var firstLine: SourceLocation { text.map { $0.location(ofLine: 1) } ?? location }

  /// Whether the file stands directly in the element's directory.
  var isTopLevel: Bool { relativePath.components.count == 1 }

  /// Whether the hook runner runs the file.
  var isRunnableHook: Bool {
    if case .hook = role { isRegular && isExecutable && RunParts.accepts(name) } else { false }
  }

  /// Whether the name begins with the number that orders hooks.
  var hasLeadingNumber: Bool {
    let digits = name.hasPrefix("-") ? name.dropFirst() : name[...]
    return digits.first.map { ("0"..."9").contains($0) } ?? false
  }

  /// Whether the name is built like a hook's: a number, a dash and a word.
  var hasHookNumber: Bool {
    let rest = name.drop { ("0"..."9").contains($0) }
    return rest.count < name.count && rest.hasPrefix("-")
  }

  /// Whether the file is a list of packages in its old form.
  var isPackageList: Bool {
    guard case .hook = role, isRegular, !isExecutable else { return false }
    return name.hasPrefix("package-installs-") || name.hasPrefix("package-uninstalls-")
  }

  /// Whether the file is a test case of the element.
  var isTestCase: Bool {
    relativePath.removingLastComponent() == "tests" && relativePath.extension == "yaml"
  }

  /// Whether the file is meant for the image as it is, so that conventions of sources do not hold.
  var isPayload: Bool {
    ["static", "os-apply-config", "os-config-applier"]
      .contains(relativePath.components.first?.string)
  }
}
