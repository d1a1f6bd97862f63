import Diagnostics
import Documents
import Reporting
import SystemPackage

extension LanguageServer {
  mutating func open(_ parameters: DocumentNode?) {
    let item = parameters?["textDocument"]
    let document = OpenDocument(
      uri: item?["uri"]?.string, version: item?["version"]?.integer, text: item?["text"]?.text)
    guard let document else { return }
    documents[document.path] = document
    makeAllStale()
  }

  mutating func change(_ parameters: DocumentNode?) {
    guard let path = path(parameters), var document = documents[path],
      let text = parameters?["contentChanges"]?.sequence?.last?["text"]?.text
    else { return }
    document.version = parameters?["textDocument"]?["version"]?.integer ?? document.version
    document.text = SourceText(Array(text.utf8), path: path)
    documents[path] = document
    makeAllStale()
  }

  mutating func close(_ parameters: DocumentNode?) {
    guard let path = path(parameters) else { return }
    documents[path] = nil
    makeAllStale()
  }

  /// A change of one file can give findings in another.
  mutating func makeAllStale() {
    for path in documents.keys { documents[path]?.isStale = true }
  }

  /// The document that a request is about.
  func document(_ parameters: DocumentNode?) throws(Refusal) -> OpenDocument {
    guard let path = path(parameters), let document = documents[path] else {
      throw Refusal(code: .invalidParameters, text: "the document is not open")
    }
    return document
  }

  private func path(_ parameters: DocumentNode?) -> FilePath? {
    parameters?["textDocument"]?["uri"]?.string.flatMap(FileURI.path)
  }

  /// Looks at what changed since the last time; gives the notifications with all findings.
  package mutating func refresh() async -> [JSONValue] {
    let stale = documents.values.filter(\.isStale).map(\.path).sorted { $0.string < $1.string }
    guard !stale.isEmpty else { return [] }
    var messages: [JSONValue] = []
    let unsaved = documents.mapValues(\.text.bytes)
    for path in stale {
      do {
        documents[path]?.findings = try await source.findings([path], unsaved)
      } catch {
        documents[path]?.findings = []
        messages.append(Self.log("\(error)"))
      }
      documents[path]?.isStale = false
      if let document = documents[path] { messages.append(diagnostics(of: document)) }
    }
    return messages
  }

  private static func log(_ text: String) -> JSONValue {
    ServerMessage.notification("window/logMessage", ["type": 1, "message": .string(text)])
  }
}
