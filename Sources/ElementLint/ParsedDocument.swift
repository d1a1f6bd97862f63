import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// What parsing a file gives.
struct ParsedDocument {
  var content = LintedDocument.Content.other
  var problems: [FormatProblem] = []
  var syntaxError: InputError?

  init?(_ file: LintedFile, _ text: SourceText) {
    let path = text.path
    let bytes = file.isPayload ? text.bytes : text.bytesWithoutByteOrderMark
    switch file.role {
    case .packageInstalls: take(PackageInstalls.parse(bytes, path: path)) { .packages($0.entries) }
    case .packageMap: take(PackageMap.parse(bytes, path: path)) { .translations($0.entries) }
    case .serviceMap: take(ServiceMap.parse(bytes, path: path)) { .services($0.services) }
    case .sourceRepository:
      take(SourceRepositories.parse(bytes, path: path)) { .repositories($0.rows) }
    case .blockDevice:
      take(BlockDeviceDocument.parse(bytes, path: path)) { .blockDevices($0.entries) }
    default:
      guard !file.isTemplate else { return nil }
      switch file.language {
      case .yaml: parseYAML(bytes, path, isTestCase: file.isTestCase)
      case .json: parseJSON(bytes, path)
      default: return nil
      }
    }
  }

  private mutating func take<Value>(
    _ parsed: (value: Value, problems: [FormatProblem]),
    _ content: (Value) -> LintedDocument.Content
  ) {
    self.content = content(parsed.value)
    problems = parsed.problems
  }

  private mutating func parseYAML(_ bytes: [UInt8], _ path: FilePath, isTestCase: Bool) {
    do {
      let document = try YAMLDocument(parsing: bytes, path: path)
      problems = document.problems.compactMap { $0.asFormatProblem(.duplicateYAMLKey) }
      if isTestCase, let root = document.root { content = .testCase(root) }
    } catch {
      syntaxError = error
    }
  }

  private mutating func parseJSON(_ bytes: [UInt8], _ path: FilePath) {
    do {
      let document = try JSONDocument(parsing: bytes, path: path)
      if document.root == nil {
        syntaxError = InputError("the file is empty, which is no JSON", hint: "write `{}`")
      }
      problems = document.problems.compactMap { $0.asFormatProblem(.duplicateJSONKey) }
    } catch {
      syntaxError = error
    }
  }
}

extension DocumentProblem {
  /// The problem of a duplicate key; others are no faults in files whose readers are not known.
  fileprivate func asFormatProblem(_ kind: FormatProblem.Kind) -> FormatProblem? {
    guard case .duplicateKey(let first) = self.kind else { return nil }
    return FormatProblem(
      kind, message, at: location, hint: hint, notes: [Finding.Note("the first one", at: first)])
  }
}

extension LintedFile {
  /// Whether a program makes the data of the file before it is read: it is a template, or a stream of
  /// documents.
  fileprivate var isTemplate: Bool {
    relativePath.components.first.map {
      ["os-apply-config", "os-config-applier"].contains($0.string)
    }
      ?? false || text.map { $0.contains("{%") || $0.contains("\n---") } ?? false
  }
}
