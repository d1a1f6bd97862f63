import Diagnostics
import SystemPackage

/// What the command line, or one file, says about linting; of what it does not say there is nothing.
struct LintConfiguration: Sendable {
  /// Codes, prefixes of codes or names of rules.
  var select: Setting<[String]>?
  var extendSelect: Setting<[String]>?
  var ignore: Setting<[String]>?
  var extendIgnore: Setting<[String]>?
  var perFileIgnores: Setting<[FileRules]>?
  var exclude: Setting<[PathPattern]>?
  var severity: Setting<[SeverityOverride]>?
  /// Directories of elements, behind those of `ELEMENTS_PATH`.
  var elementsPath: Setting<[FilePath]>?
  /// The version of Python whose syntax holds, such as `3.11`.
  var targetPython: Setting<String>?
  var maxLineLength: Setting<Int>?
  /// The list of findings that are known.
  var baseline: Setting<FilePath>?
  /// Reports that are written besides.
  var output: Setting<[ReportTarget]>?

  /// Rules that are left out in some files.
  struct FileRules: Sendable {
    let pattern: PathPattern
    let rules: [String]
  }

  /// How much the findings of a rule, or of several, matter.
  struct SeverityOverride: Sendable {
    let rule: String
    let severity: Severity
  }
}

extension LintConfiguration {
  /// These settings, and where they say nothing, those of `lower`. What extends lists adds up.
  func over(_ lower: LintConfiguration) -> LintConfiguration {
    var merged = LintConfiguration()
    merged.select = select ?? lower.select
    merged.extendSelect = extendSelect?.adding(lower.extendSelect) ?? lower.extendSelect
    merged.ignore = ignore ?? lower.ignore
    merged.extendIgnore = extendIgnore?.adding(lower.extendIgnore) ?? lower.extendIgnore
    merged.perFileIgnores = perFileIgnores?.adding(lower.perFileIgnores) ?? lower.perFileIgnores
    merged.exclude = exclude ?? lower.exclude
    // Later ones win.
    merged.severity = lower.severity?.adding(severity) ?? severity
    merged.elementsPath = elementsPath ?? lower.elementsPath
    merged.targetPython = targetPython ?? lower.targetPython
    merged.maxLineLength = maxLineLength ?? lower.maxLineLength
    merged.baseline = baseline ?? lower.baseline
    merged.output = output ?? lower.output
    return merged
  }
}
