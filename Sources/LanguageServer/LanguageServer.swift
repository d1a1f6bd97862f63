import Diagnostics
import Documents
import Reporting
import SystemPackage

/// Answers an editor: findings while one types, the pages of rules, fixes, and where elements are.
///
/// Protocol: Language Server Protocol 3.17. Only the messages; `LanguageServerLoop` moves them.
package struct LanguageServer: Sendable {
  let source: LintSource
  let version: String
  var state = State.fresh
  var encoding = PositionEncoding.utf16
  var documents: [FilePath: OpenDocument] = [:]

  /// What has been agreed with the editor.
  enum State: Equatable { case fresh, running, shutDown, ended(inOrder: Bool) }

  /// A server of the program's `version` that asks `source`.
  package init(_ source: LintSource, version: String) {
    self.source = source
    self.version = version
  }

  /// Whether the editor said goodbye.
  var hasEnded: Bool { if case .ended = state { true } else { false } }

  /// The answer to one message, if there is one.
  package mutating func receive(_ body: [UInt8]) async -> JSONValue? {
    guard let message = ClientMessage(body) else {
      return ServerMessage.error(.parseError, "this is no JSON-RPC message", to: .null)
    }
    guard let method = message.method else { return nil }
    guard let id = message.id else {
      notice(method, message.parameters)
      return nil
    }
    do {
      return ServerMessage.result(try answer(method, message.parameters), to: id)
    } catch let refusal as Refusal {
      return ServerMessage.error(refusal.code, refusal.text, to: id)
    } catch {
      return ServerMessage.error(.requestFailed, "\(error)", to: id)
    }
  }

  /// Why a request is not answered.
  struct Refusal: Error {
    let code: ServerMessage.ErrorCode
    let text: String
  }

  private mutating func answer(_ method: String, _ parameters: DocumentNode?) throws -> JSONValue {
    if method == "initialize" { return try initialize(parameters) }
    switch state {
    case .fresh: throw Refusal(code: .notInitialized, text: "`initialize` comes first")
    case .shutDown, .ended: throw Refusal(code: .invalidRequest, text: "the server is shut down")
    case .running: return try answerWhileRunning(method, parameters)
    }
  }

  private mutating func answerWhileRunning(
    _ method: String, _ parameters: DocumentNode?
  ) throws -> JSONValue {
    switch method {
    case "shutdown":
      state = .shutDown
      return .null
    case "textDocument/hover": return try hover(parameters)
    case "textDocument/codeAction": return try codeActions(parameters)
    case "textDocument/definition": return try definition(parameters)
    case "workspace/executeCommand": return try execute(parameters)
    default: throw Refusal(code: .methodNotFound, text: "there is no method `\(method)`")
    }
  }

  private mutating func notice(_ method: String, _ parameters: DocumentNode?) {
    switch method {
    case "exit": state = .ended(inOrder: state == .shutDown)
    case "textDocument/didOpen": open(parameters)
    case "textDocument/didChange": change(parameters)
    case "textDocument/didClose": close(parameters)
    case "textDocument/didSave", "workspace/didChangeWatchedFiles": makeAllStale()
    default: break
    }
  }
}
