public import Diagnostics
import Documents
public import SystemPackage

extension Flake8Configuration {
  /// Reads the text of `setup.cfg`, `tox.ini` or `.flake8`; nil when it has no section for flake8.
  ///
  /// Patterns with a `/` are seen from the directory of the file, in `per-file-ignores` from the
  /// working directory.
  public init?(
    parsing text: String, at path: FilePath, workingDirectory: FilePath
  ) throws(InputError) {
    let file = INIFile(parsing: text)
    guard file.hasSection("flake8") || file.hasSection("flake8:local-plugins") else { return nil }
    self.init()
    for (name, value) in file.options(in: "flake8").sorted(by: { $0.key < $1.key }) {
      let setting = Flake8Setting(
        name: String(name.map { $0 == "_" ? "-" : $0 }), value: value, path: path)
      try read(setting, workingDirectory: workingDirectory)
    }
  }

  private mutating func read(
    _ setting: Flake8Setting, workingDirectory: FilePath
  ) throws(InputError) {
    let directory = setting.path.removingLastComponent()
    switch setting.name {
    case "select": selection.select = try setting.codes()
    case "extend-select": selection.extendSelect = try setting.codes()
    case "ignore": selection.ignore = try setting.codes()
    case "extend-ignore": selection.extendIgnore = try setting.codes()
    case "per-file-ignores": perFileIgnores = try setting.perFileIgnores(in: workingDirectory)
    case "exclude": exclude = PathPatterns(setting.list, in: directory)
    case "extend-exclude": exclude = exclude + PathPatterns(setting.list, in: directory)
    case "disable-noqa": disablesNoqa = setting.isOn
    default: try options.read(setting)
    }
  }
}

extension PythonOptions {
  /// Takes over the value of an option; flake8's options for its output and plugins mean nothing.
  fileprivate mutating func read(_ setting: Flake8Setting) throws(InputError) {
    switch setting.name {
    case "max-line-length": maxLineLength = try setting.number()
    case "max-doc-length": maxDocLength = try setting.number()
    case "indent-size": indentSize = max(1, try setting.number())
    case "hang-closing": hangClosing = setting.isOn
    case "max-complexity":
      let limit = try setting.number()
      maxComplexity = limit < 0 ? nil : limit
    case "builtins": builtins = setting.list
    case "doctests": doctests = setting.isOn
    default: break
    }
  }
}

/// An option of flake8's and what it is set to.
private struct Flake8Setting {
  let name: String
  let value: String
  let path: FilePath

  /// What commas and white space separate.
  var list: [String] { value.split { $0 == "," || $0.isWhitespace }.map(String.init) }

  var isOn: Bool { ["1", "yes", "true", "on"].contains(value.lowercased()) }

  func number() throws(InputError) -> Int {
    guard let number = Int(value) else { throw error("`\(value)` is no number") }
    return number
  }

  func codes() throws(InputError) -> [String] { try codes(list) }

  private func codes(_ texts: [String]) throws(InputError) -> [String] {
    if let text = texts.first(where: { !$0.isCodePrefix }) { throw error("`\(text)` is no code") }
    return texts
  }

  /// Patterns, a colon and codes, over and over.
  func perFileIgnores(
    in directory: FilePath
  ) throws(InputError) -> [Flake8Configuration.PerFileIgnore] {
    var entries = [Flake8Configuration.PerFileIgnore]()
    let parts = value.split(separator: ":").map { part in
      part.split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
    var patterns = parts.first ?? []
    for (index, words) in parts.enumerated().dropFirst() {
      let isLast = index == parts.count - 1
      let codes = isLast ? words : Array(words.prefix { $0.isCodePrefix })
      entries += try patterns.map { pattern throws(InputError) in
        .init(patterns: PathPatterns([pattern], in: directory), codes: try self.codes(codes))
      }
      patterns = Array(words.dropFirst(codes.count))
    }
    return entries
  }

  private func error(_ message: String) -> InputError {
    InputError(
      "\(message), in option `\(name)`", at: SourceLocation(path),
      hint: "comments need a line of their own")
  }
}

extension String {
  /// Whether it is a code or the beginning of one: up to three letters, then up to three digits.
  fileprivate var isCodePrefix: Bool {
    let digits = drop { ("A"..."Z").contains($0) }
    let letterCount = count - digits.count
    return (1...3).contains(letterCount) && digits.count <= 3
      && digits.allSatisfy { ("0"..."9").contains($0) }
  }
}
