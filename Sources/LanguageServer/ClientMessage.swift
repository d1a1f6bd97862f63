import Documents
import Reporting
import SystemPackage

/// What the editor says: a request if it has an `id`, else a notification (JSON-RPC 2.0).
struct ClientMessage {
  let id: JSONValue?
  /// Nil for the answer to a request of the server, which makes none.
  let method: String?
  let parameters: DocumentNode?

  /// Reads a message; nil when the bytes are none.
  init?(_ body: [UInt8]) {
    guard let document = try? JSONDocument(parsing: body, path: "message"),
      let root = document.root, root.mapping != nil
    else { return nil }
    id = root["id"].flatMap(Self.identifier)
    method = root["method"]?.string
    parameters = root["params"]
  }

  private static func identifier(_ node: DocumentNode) -> JSONValue? {
    node.integer.map(JSONValue.integer) ?? node.string.map(JSONValue.string)
  }
}

/// What the server says.
enum ServerMessage {
  /// The answer to the request `id`.
  static func result(_ value: JSONValue, to id: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "id": id, "result": value]
  }

  /// The refusal of the request `id`.
  static func error(_ code: ErrorCode, _ text: String, to id: JSONValue) -> JSONValue {
    let error: JSONValue = ["code": .integer(code.rawValue), "message": .string(text)]
    return ["jsonrpc": "2.0", "id": id, "error": error]
  }

  static func notification(_ method: String, _ parameters: JSONValue) -> JSONValue {
    ["jsonrpc": "2.0", "method": .string(method), "params": parameters]
  }

  /// JSON-RPC's codes and those of the Language Server Protocol.
  enum ErrorCode: Int {
    case parseError = -32700
    case invalidRequest = -32600
    case methodNotFound = -32601
    case invalidParameters = -32602
    case requestFailed = -32803
    case notInitialized = -32002
  }
}
