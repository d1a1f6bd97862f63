import ArgumentParser
import Diagnostics
import Reporting
import Sandbox
import SystemPackage

/// `tie-check write-documents DIRECTORY`: refreshes the generated pages, for `make docs`.
struct WriteDocumentsCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "write-documents", abstract: "Write the generated pages of docs/.",
    shouldDisplay: false)

  @Argument(help: "The directory that is `docs/`.")
  var directory: String

  func run() async throws {
    let directory = try ProcessEnvironment.current().path(directory, "the directory")
    let documents = ReferenceDocuments.all
    for (path, text) in documents { try ReportFile(directory.appending(path)).write(text) }
    let rules = directory.appending("rules")
    let known = Set(documents.map { directory.appending($0.path) })
    // The pages of rules that are no more.
    for name in try rules.children() where !known.contains(rules.appending(name)) {
      try ReportFile(rules.appending(name)).withdraw()
    }
  }
}
