/// A minor version of Python 3, whose grammar is followed.
package struct PythonVersion: Hashable, Comparable, Sendable {
  /// The number behind `3.`.
  package let minor: Int

  /// Python 3.`minor`.
  package init(minor: Int) { self.minor = minor }

  /// What is meant unless told otherwise.
  package static let standard = PythonVersion(minor: 13)

  /// Whether an f-string is cut into its parts, as since PEP 701.
  package var splitsFormattedStrings: Bool { minor >= 12 }
  /// Whether there are template strings, as since PEP 750.
  package var hasTemplateStrings: Bool { minor >= 14 }

  /// By age.
  package static func < (left: PythonVersion, right: PythonVersion) -> Bool {
    left.minor < right.minor
  }
}
