import Diagnostics
import Documents
import ElementLint
import ElementModel
import LanguageServer
import Reporting
import SystemPackage
import Testing

/// An editor that talks to a server whose linter is a stand-in.
struct Editor {
  var server: LanguageServer
  private var number = 0

  /// An editor after `initialize`, with `findings` in every file that is looked at.
  init(_ findings: @escaping @Sendable (FilePath, [UInt8]?) -> [Finding] = { _, _ in [] })
    async throws
  {
    server = LanguageServer(
      LintSource(
        findings: { files, unsaved in files.flatMap { findings($0, unsaved[$0]) } },
        element: { _, _ in nil }, page: { "page of \($0.code)" }),
      version: "0.1.0")
  }

  /// Sends a request; gives what was answered.
  mutating func request(_ method: String, _ parameters: JSONValue = [:]) async throws
    -> DocumentNode
  {
    number += 1
    let message: JSONValue = [
      "jsonrpc": "2.0", "id": .integer(number), "method": .string(method), "params": parameters,
    ]
    let answer = try #require(await server.receive(Array(message.description.utf8)))
    let node = try Self.node(answer)
    #expect(node["id"]?.integer == number)
    return node
  }

  /// Sends a notification.
  mutating func notify(_ method: String, _ parameters: JSONValue = [:]) async {
    let message: JSONValue = ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
    #expect(await server.receive(Array(message.description.utf8)) == nil)
  }

  /// Opens a document and gives what was published about all of them.
  mutating func open(_ path: String, _ text: String) async throws -> [DocumentNode] {
    await notify(
      "textDocument/didOpen",
      [
        "textDocument": [
          "uri": .string("file://\(path)"), "languageId": "x", "version": 1, "text": .string(text),
        ]
      ])
    return try await server.refresh().map(Self.node)
  }

  static func node(_ value: JSONValue) throws -> DocumentNode {
    try #require(try JSONDocument(parsing: Array(value.description.utf8), path: "answer").root)
  }
}

extension JSONValue {
  /// The parameters of a request about a place in a document, counted from 0.
  static func place(_ path: String, line: Int, character: Int) -> JSONValue {
    [
      "textDocument": ["uri": .string("file://\(path)")],
      "position": ["line": .integer(line), "character": .integer(character)],
    ]
  }
}
