import Foundation
import SystemPackage
import Testing

@testable import LanguageServer

@Suite struct MessageReaderTests {
  /// Reads all bodies of a stream with the given bytes.
  private func bodies(_ text: String) throws -> [String] {
    let (read, write) = try FileDescriptor.pipe()
    defer { try? read.close() }
    // A pipe holds less than the longest of the texts.
    let writer = Thread { try? write.closeAfter { _ = try write.writeAll(text.utf8) } }
    writer.start()
    var reader = MessageReader(read)
    var bodies: [String] = []
    while let body = try reader.next() { bodies.append(String(decoding: body, as: UTF8.self)) }
    return bodies
  }

  @Test func messagesAreCutByTheirLengths() throws {
    let stream = "Content-Length: 2\r\n\r\n{}content-length: 3\r\nX: y\r\n\r\n[1]"
    #expect(try bodies(stream) == ["{}", "[1]"])
    #expect(try bodies("") == [])
  }

  @Test(arguments: [
    "Content-Length: -1\r\n\r\n", "Content-Length: 99999999999999999999\r\n\r\n", "X: 1\r\n\r\n{}",
    "Content-Length: 9\r\n\r\n{}", "Content-Length: 2", "\r\n\r\n",
    String(repeating: "x", count: 70000),
  ])
  func malformedStreamsEnd(stream: String) {
    #expect(throws: MessageReader.Fault.self) { try bodies(stream) }
  }
}
