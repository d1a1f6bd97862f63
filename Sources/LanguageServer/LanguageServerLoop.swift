import Reporting
import SystemPackage

/// Moves messages between an editor and the server until one of them ends.
package struct LanguageServerLoop {
  private var server: LanguageServer
  private var reader: MessageReader
  private let output: OutputDescriptor

  /// A loop over two streams, as a rule standard input and output.
  package init(_ server: LanguageServer, reading input: FileDescriptor, writing: OutputDescriptor) {
    self.server = server
    reader = MessageReader(input)
    output = writing
  }

  /// Runs until the editor ends the connection; gives whether it said goodbye in order.
  package mutating func run() async throws -> Bool {
    while !server.hasEnded, let body = try nextBody() {
      if let answer = await server.receive(body) { try write(answer) }
      // While one types, only the newest text is worth a look.
      if !reader.hasMore { for message in await server.refresh() { try write(message) } }
    }
    return server.state == .ended(inOrder: true)
  }

  /// A stream that cannot be cut into messages any more has ended.
  private mutating func nextBody() throws -> [UInt8]? {
    do { return try reader.next() } catch is MessageReader.Fault { return nil }
  }

  private func write(_ message: JSONValue) throws {
    let body = Array(message.description.utf8)
    try output.write(Array("Content-Length: \(body.count)\r\n\r\n".utf8) + body)
  }
}
