import Diagnostics
import ElementLint
import Reporting
import SystemPackage

/// The settings of one run: the command line's, then those of the repository's own file, then those
/// that are there for other linters.
struct LintSettings {
  let configuration: LintConfiguration
  let rules: RuleSelection
  let filter: LintFilter
  /// What the nearest `[flake8]` says about flake8's own rules.
  let flake8: Flake8Configuration
  private let toxNames: Set<String>

  /// Merges what the command line says with the file that `--config` names, or else the nearest one
  /// as seen from `directory`.
  init(
    _ commandLine: LintConfiguration, configurationFile: FilePath?, seenFrom directory: FilePath,
    in environment: ProcessEnvironment
  ) throws {
    let file =
      configurationFile.map { ConfigurationFile(at: $0) } ?? ConfigurationFile(seenFrom: directory)
    configuration = commandLine.over(try file?.configuration() ?? LintConfiguration())
    toxNames = ToxConfiguration(seenFrom: environment.workingDirectory).ignoredNames
    rules = try Self.selection(configuration, toxNames)
    filter = try LintFilter(configuration)
    flake8 = try Flake8Configuration(seenFrom: environment).under(configuration)
  }

  /// The directories of elements that the settings name.
  var elementsPath: [FilePath] { configuration.elementsPath?.value ?? [] }

  private static func selection(
    _ settings: LintConfiguration, _ toxNames: Set<String>
  ) throws(InputError) -> RuleSelection {
    var selection = try RuleSelection(
      select: settings.select?.value ?? [],
      ignore: (settings.ignore?.value ?? []) + (settings.extendIgnore?.value ?? []),
      extendedBy: settings.extendSelect?.value ?? [])
    selection.ignoredLegacyNames = toxNames
    return selection
  }
}

extension Flake8Configuration {
  /// The configuration with what the repository's own settings say instead.
  fileprivate func under(_ settings: LintConfiguration) -> Flake8Configuration {
    var configuration = self
    if let length = settings.maxLineLength?.value { configuration.options.maxLineLength = length }
    let minor = settings.targetPython?.value.split(separator: ".").last.flatMap { Int($0) }
    if let minor { configuration.options.minorVersion = minor }
    return configuration
  }
}

extension LintSettings {
  /// Every key with its value and who chose it, in the form of a configuration file.
  func page(in environment: ProcessEnvironment) -> String {
    let rows = ConfigurationKey.all.map { key in
      let setting = key.shown(configuration)
      let value = setting.map { ": \($0.value.onOneLine)" } ?? ":"
      return (text: key.name + value, origin: origin(setting?.origin, environment))
    }
    let width = rows.map(\.text.count).max() ?? 0
    let tox = toxNames.sorted().joined(separator: " ")
    return rows.map { "\($0.text.padded(to: min(width, 40)))  # \($0.origin)\n" }.joined()
      + (tox.isEmpty ? "" : "# tox.ini, dib-lint ignores: \(tox)\n")
  }

  private func origin(_ origin: SettingOrigin?, _ environment: ProcessEnvironment) -> String {
    switch origin {
    case nil: return "default"
    case .commandLine: return "command line"
    case .file(var location):
      location.path = FilePath(environment.display(location.path))
      return "\(location)"
    }
  }
}
