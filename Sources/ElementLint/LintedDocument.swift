import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// A file that holds data, parsed once.
struct LintedDocument: Sendable {
  let file: LintedFile
  let content: Content
  /// What is wrong with it, in the order of the text.
  let problems: [FormatProblem]
  /// Why a YAML or JSON file that is not one of the element's own cannot be parsed.
  let syntaxError: InputError?

  /// What other rules need of the file.
  enum Content: Sendable {
    case services([ServiceMap.Service])
    case repositories([SourceRepositories.Row])
    /// Nothing but its problems.
    case other
  }

  /// Parses the file; nil when it holds no data of a known form, or other bytes than UTF-8, which
  /// have a rule of their own.
  init?(_ file: LintedFile) {
    guard let text = file.text, text.firstInvalidByte == nil, let parsed = Parsed(file, text) else {
      return nil
    }
    self.file = file
    content = parsed.content
    problems = parsed.problems
    syntaxError = parsed.syntaxError
  }
}

extension LintedDocument {
  /// The services that the file maps.
  var services: [ServiceMap.Service] {
    if case .services(let services) = content { services } else { [] }
  }

  /// The repositories that the file has fetched.
  var repositories: [SourceRepositories.Row] {
    if case .repositories(let rows) = content { rows } else { [] }
  }
}

/// What parsing a file gives.
private struct Parsed {
  var content = LintedDocument.Content.other
  var problems: [FormatProblem] = []
  var syntaxError: InputError?

  init?(_ file: LintedFile, _ text: SourceText) {
    let path = text.path
    let bytes = file.isPayload ? text.bytes : text.bytesWithoutByteOrderMark
    switch file.role {
    case .packageInstalls: problems = PackageInstalls.parse(bytes, path: path).problems
    case .packageMap: problems = PackageMap.parse(bytes, path: path).problems
    case .serviceMap:
      let (map, problems) = ServiceMap.parse(bytes, path: path)
      (content, self.problems) = (.services(map.services), problems)
    case .sourceRepository:
      let (list, problems) = SourceRepositories.parse(bytes, path: path)
      (content, self.problems) = (.repositories(list.rows), problems)
    case .blockDevice: problems = BlockDeviceDocument.parse(bytes, path: path).problems
    default:
      guard !file.isTemplate else { return nil }
      switch file.language {
      case .yaml: parseYAML(bytes, path)
      case .json: parseJSON(bytes, path)
      default: return nil
      }
    }
  }

  private mutating func parseYAML(_ bytes: [UInt8], _ path: FilePath) {
    do {
      let document = try YAMLDocument(parsing: bytes, path: path)
      problems = document.problems.compactMap { $0.asFormatProblem(.duplicateYAMLKey) }
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
