import Diagnostics
import ElementLint
import ElementModel
import SystemPackage

/// What the server asks the linter; given by the program, which knows paths and settings.
package struct LintSource: Sendable {
  /// The findings in files, those in `unsaved` with the bytes there. Paths are absolute.
  package var findings:
    @Sendable (_ files: [FilePath], _ unsaved: [FilePath: [UInt8]]) async throws -> [Finding]
  /// The element that is called so, as seen from a file.
  package var element: @Sendable (_ name: String, _ file: FilePath) throws -> Element?
  /// A rule's page, as text.
  package var page: @Sendable (RuleMetadata) -> String

  /// A source made of the given functions.
  package init(
    findings: @escaping @Sendable ([FilePath], [FilePath: [UInt8]]) async throws -> [Finding],
    element: @escaping @Sendable (String, FilePath) throws -> Element?,
    page: @escaping @Sendable (RuleMetadata) -> String
  ) {
    self.findings = findings
    self.element = element
    self.page = page
  }
}
