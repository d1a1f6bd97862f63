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

  /// Parses the file; nil when it holds no data of a known form.
  init?(_ file: LintedFile) {
    guard let text = file.text, let parsed = Parsed(file, text) else { return nil }
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
    switch file.role {
    case .packageInstalls: problems = PackageInstalls.parse(text.bytes, path: text.path).problems
    case .packageMap: problems = PackageMap.parse(text.bytes, path: text.path).problems
    case .serviceMap:
      let (map, problems) = ServiceMap.parse(text.bytes, path: text.path)
      (content, self.problems) = (.services(map.services), problems)
    case .sourceRepository:
      let (list, problems) = SourceRepositories.parse(text.bytes, path: text.path)
      (content, self.problems) = (.repositories(list.rows), problems)
    case .blockDevice: problems = BlockDeviceDocument.parse(text.bytes, path: text.path).problems
    default:
      guard !file.isTemplate else { return nil }
      switch file.language {
      case .yaml: parseYAML(text)
      case .json: parseJSON(text)
      default: return nil
      }
    }
  }

  private mutating func parseYAML(_ text: SourceText) {
    do {
      let document = try YAMLDocument(parsing: text.bytes, path: text.path)
      problems = document.problems.compactMap { $0.asFormatProblem(.duplicateYAMLKey) }
    } catch {
      syntaxError = error
    }
  }

  private mutating func parseJSON(_ text: SourceText) {
    do {
      let document = try JSONDocument(parsing: text.bytes, path: text.path)
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
