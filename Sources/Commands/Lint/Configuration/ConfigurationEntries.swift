import Diagnostics
import Documents
import Reporting
import SystemPackage

typealias FileRules = LintConfiguration.FileRules
typealias SeverityOverride = LintConfiguration.SeverityOverride

extension LintConfiguration.FileRules {
  /// Reads `PATTERN: [RULE, …]`.
  static let read: @Sendable (ConfigurationValue) throws(InputError) -> [Self] = {
    value throws(InputError) in
    try value.entries { pattern, node throws(InputError) in
      Self(
        pattern: PathPattern(pattern, relativeTo: value.directory),
        rules: try value.rules(of: node))
    }
  }

  static let show: @Sendable ([Self]) -> JSONValue = { entries in
    .mapping(entries.map { ($0.pattern.text, .texts($0.rules)) })
  }
}

extension LintConfiguration.SeverityOverride {
  /// Reads `RULE: SEVERITY`.
  static let read: @Sendable (ConfigurationValue) throws(InputError) -> [Self] = {
    value throws(InputError) in
    try value.entries { rule, node throws(InputError) in
      try value.check(rule, at: node)
      guard let severity = node.text.flatMap(Severity.init) else {
        let names = Severity.allCases.map(\.rawValue).joined(separator: ", ")
        throw value.wrong(node, "one of \(names)", hint: "change the severity")
      }
      return Self(rule: rule, severity: severity)
    }
  }

  static let show: @Sendable ([Self]) -> JSONValue = { entries in
    .mapping(entries.map { ($0.rule, .string($0.severity.rawValue)) })
  }
}

extension ReportTarget {
  /// Reads `FORMAT: FILE`.
  static let read: @Sendable (ConfigurationValue) throws(InputError) -> [Self] = {
    value throws(InputError) in
    try value.entries { name, node throws(InputError) in
      do throws(InputError) {
        return Self(
          format: try LintFormat.named(name), file: value.absolute(try value.text(of: node)))
      } catch {
        throw InputError(
          error.message, at: error.location ?? value.location, hint: error.hint)
      }
    }
  }

  static let show: @Sendable ([Self]) -> JSONValue = { entries in
    .mapping(entries.map { ($0.format.rawValue, .string($0.file.string)) })
  }
}

extension JSONValue {
  /// An object with the given members.
  fileprivate static func mapping(_ members: [(String, JSONValue)]) -> JSONValue {
    members.reduce(.object([])) { $0.adding($1.0, $1.1) }
  }
}
