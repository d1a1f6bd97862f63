import Glibc
import SystemPackage

/// Cuts a stream into messages: a header with `Content-Length`, a blank line, the body.
///
/// Format: Language Server Protocol 3.17, "Base Protocol".
struct MessageReader {
  private let descriptor: FileDescriptor
  private var buffer: [UInt8] = []
  private var isAtEnd = false

  /// Bytes; an editor that announces more is broken.
  private static let largestBody = 64 << 20
  private static let largestHeader = 1 << 16

  /// What keeps a stream from being read on.
  enum Fault: Error { case malformedHeader, endInMessage }

  init(_ descriptor: FileDescriptor) { self.descriptor = descriptor }

  /// The next body; nil at the end of the stream, and when the task is cancelled.
  mutating func next() throws -> [UInt8]? {
    guard let header = try take(upTo: Array("\r\n\r\n".utf8)) else { return nil }
    guard let length = Self.contentLength(header) else { throw Fault.malformedHeader }
    while buffer.count < length {
      guard try fill() else {
        if Task.isCancelled { return nil }
        throw Fault.endInMessage
      }
    }
    defer { buffer.removeFirst(length) }
    return Array(buffer.prefix(length))
  }

  /// Whether something of a further message is there already.
  var hasMore: Bool { !buffer.isEmpty || isReadable(waiting: 0) && !isAtEnd }

  private mutating func take(upTo mark: [UInt8]) throws -> ArraySlice<UInt8>? {
    var searched = 0
    while true {
      if let end = Self.index(of: mark, in: buffer, from: searched) {
        let header = buffer[..<end]
        buffer.removeFirst(end + mark.count)
        return header
      }
      guard buffer.count <= Self.largestHeader else { throw Fault.malformedHeader }
      searched = max(0, buffer.count - mark.count)
      guard try fill() else {
        if buffer.isEmpty || Task.isCancelled { return nil }
        throw Fault.endInMessage
      }
    }
  }

  /// Waits for bytes; false at the end and when the task is cancelled.
  private mutating func fill() throws -> Bool {
    while !isReadable(waiting: 200) { if Task.isCancelled { return false } }
    var bytes = [UInt8](repeating: 0, count: 1 << 16)
    let count = try bytes.withUnsafeMutableBytes { try descriptor.read(into: $0) }
    isAtEnd = count == 0
    buffer += bytes[..<count]
    return !isAtEnd
  }

  /// Whether reading gives something, or the end, within so many milliseconds.
  private func isReadable(waiting milliseconds: CInt) -> Bool {
    var request = pollfd(fd: descriptor.rawValue, events: Int16(POLLIN), revents: 0)
    return poll(&request, 1, milliseconds) > 0
  }

  private static func contentLength(_ header: ArraySlice<UInt8>) -> Int? {
    let lines = String(decoding: header, as: UTF8.self).split(whereSeparator: \.isNewline)
    let values = lines.compactMap { line -> Int? in
      let parts = line.split(separator: ":", maxSplits: 1)
      guard parts.count == 2, parts[0].lowercased() == "content-length" else { return nil }
      return Int(parts[1].filter { $0 != " " })
    }
    return values.first.flatMap { (0...largestBody).contains($0) ? $0 : nil }
  }

  private static func index(of mark: [UInt8], in bytes: [UInt8], from start: Int) -> Int? {
    guard bytes.count >= mark.count else { return nil }
    return (start...bytes.count - mark.count).first { bytes[$0...].starts(with: mark) }
  }
}
