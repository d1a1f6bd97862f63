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
    case packages([PackageInstalls.Entry])
    case translations([PackageMap.Entry])
    case blockDevices([BlockDeviceEntry])
    case testCase(DocumentNode)
    /// Nothing but its problems.
    case other
  }

  /// Parses the file; nil when it holds no data of a known form, or other bytes than UTF-8, which
  /// have a rule of their own.
  init?(_ file: LintedFile) {
    guard let text = file.text, text.firstInvalidByte == nil,
      let parsed = ParsedDocument(file, text)
    else {
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

  /// The packages that the file has installed or removed.
  var packages: [PackageInstalls.Entry] {
    if case .packages(let entries) = content { entries } else { [] }
  }

  /// The names of packages that the file translates.
  var translations: [PackageMap.Entry] {
    if case .translations(let entries) = content { entries } else { [] }
  }

  /// What a test case of the element says.
  var testCase: DocumentNode? {
    if case .testCase(let root) = content { root } else { nil }
  }

  /// The modules of a block-device configuration.
  var blockDevices: [BlockDeviceEntry] {
    if case .blockDevices(let entries) = content { entries } else { [] }
  }
}
