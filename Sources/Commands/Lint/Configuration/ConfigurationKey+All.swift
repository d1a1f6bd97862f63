import Diagnostics
import Reporting
import SystemPackage

extension ConfigurationKey {
  /// All keys, in the order in which they are shown.
  static let all: [ConfigurationKey] = rules + files + others

  private static let rules: [ConfigurationKey] = [
    list("select", "Run only these rules: codes, prefixes of codes or names.", \.select),
    list("extend-select", "Run these rules as well.", \.extendSelect),
    list("ignore", "Leave these rules out.", \.ignore),
    list("extend-ignore", "Leave these rules out as well.", \.extendIgnore),
    ConfigurationKey(
      "per-file-ignores", "Rules that are left out in the files that a pattern means.",
      .mapping(to: .texts), \.perFileIgnores, read: FileRules.read, show: FileRules.show),
    ConfigurationKey(
      "severity", "How much the findings of a rule matter.",
      .mapping(to: ["enum": .texts(Severity.allCases.map(\.rawValue))]), \.severity,
      read: SeverityOverride.read, show: SeverityOverride.show),
  ]

  private static let files: [ConfigurationKey] = [
    ConfigurationKey(
      "exclude", "Patterns for files and directories in which nothing is reported.", .texts,
      \.exclude,
      read: { value throws(InputError) in
        try value.texts().map { PathPattern($0, relativeTo: value.directory) }
      }, show: { .texts($0.map(\.text)) }),
    ConfigurationKey(
      "elements-path", "Directories that hold elements, behind those of `ELEMENTS_PATH`.", .texts,
      \.elementsPath, read: { value throws(InputError) in try value.paths() },
      show: { .texts($0.map(\.string)) }),
    ConfigurationKey(
      "baseline", "The list of findings that are known and not reported.", .text, \.baseline,
      read: { value throws(InputError) in try value.path() }, show: { .string($0.string) }),
    ConfigurationKey(
      "output", "Reports that are written besides: a file for each form.", outputSchema, \.output,
      read: ReportTarget.read, show: ReportTarget.show),
  ]

  private static let others: [ConfigurationKey] = [
    ConfigurationKey(
      "target-python", "The version of Python that the scripts are for.",
      ["type": .array(["string", "number"])], \.targetPython, read: pythonVersion,
      show: { .string($0) }),
    ConfigurationKey(
      "max-line-length", "The longest line that Python files may have.",
      ["type": "integer", "minimum": 1], \.maxLineLength,
      read: { value throws(InputError) in try value.integer(in: 1...100_000) },
      show: { .integer($0) }),
  ]

  private static func list(
    _ name: String, _ summary: String,
    _ property: WritableKeyPath<LintConfiguration, Setting<[String]>?> & Sendable
  ) -> ConfigurationKey {
    ConfigurationKey(
      name, summary, .texts, property, read: { value throws(InputError) in try value.rules() },
      show: { .texts($0) })
  }

  private static let outputSchema: JSONValue = [
    "type": "object",
    "propertyNames": ["enum": .texts(LintFormat.allCases.map(\.rawValue))],
    "additionalProperties": .text,
  ]

  private static let pythonVersion: @Sendable (ConfigurationValue) throws(InputError) -> String = {
    value throws(InputError) in
    let text = try value.text()
    guard text.wholeMatch(of: #/3\.[0-9]{1,2}/#) != nil else {
      throw value.wrong(value.node, "a version such as 3.11", hint: "put it in quotes")
    }
    return text
  }
}

extension JSONValue {
  /// The schema of a text.
  static let text: JSONValue = ["type": "string"]

  /// The schema of a list of texts, or of one text.
  static let texts: JSONValue = [
    "oneOf": .array([.text, ["type": "array", "items": .text]])
  ]

  /// The schema of a mapping of any names to values of one kind.
  static func mapping(to value: JSONValue) -> JSONValue {
    ["type": "object", "additionalProperties": value]
  }

  /// A list of texts.
  static func texts(_ texts: [String]) -> JSONValue { .array(texts.map { .string($0) }) }
}
