import Documents
import Reporting

extension LanguageServer {
  /// Agrees on how positions are counted, and tells what the server can do.
  mutating func initialize(_ parameters: DocumentNode?) throws -> JSONValue {
    guard state == .fresh else {
      throw Refusal(code: .invalidRequest, text: "`initialize` was sent before")
    }
    state = .running
    let offered = parameters?["capabilities"]?["general"]?["positionEncodings"]?.sequence ?? []
    encoding = PositionEncoding(offered: offered.compactMap(\.string))
    return [
      "capabilities": capabilities,
      "serverInfo": ["name": "tie-check", "version": .string(version)],
    ]
  }

  private var capabilities: JSONValue {
    [
      "positionEncoding": .string(encoding.rawValue),
      // Whole texts: sources of elements are small.
      "textDocumentSync": ["openClose": .bool(true), "change": 1, "save": .bool(true)],
      "hoverProvider": .bool(true),
      "definitionProvider": .bool(true),
      "codeActionProvider": ["codeActionKinds": .array(["quickfix", "source.fixAll"])],
      "executeCommandProvider": ["commands": .array([.string(Self.setExecutable)])],
    ]
  }
}
