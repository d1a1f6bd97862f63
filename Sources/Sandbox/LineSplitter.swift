import Glibc

/// Cuts a stream of bytes into lines.
struct LineSplitter {
  /// Longer lines are handed on in parts.
  static let longestLine = 64 * 1024

  private var pending: [UInt8] = []

  /// Hands on the lines that `bytes` completes.
  mutating func split(_ bytes: UnsafeRawBufferPointer, _ receive: ([UInt8]) -> Void) {
    var rest = bytes[...]
    while let newline = Self.newline(in: rest) {
      complete(with: rest[..<newline], receive)
      rest = rest[(newline + 1)...]
    }
    pending.append(contentsOf: rest)
    while pending.count > Self.longestLine { cutPending(receive) }
  }

  /// Hands on what came after the last newline.
  mutating func finish(_ receive: ([UInt8]) -> Void) {
    guard !pending.isEmpty else { return }
    complete(with: [][...], receive)
  }

  private mutating func complete(
    with bytes: some Collection<UInt8>, _ receive: ([UInt8]) -> Void
  ) {
    guard !pending.isEmpty else { return receive(Array(bytes)) }
    pending.append(contentsOf: bytes)
    while pending.count > Self.longestLine { cutPending(receive) }
    receive(pending)
    pending.removeAll(keepingCapacity: true)
  }

  private mutating func cutPending(_ receive: ([UInt8]) -> Void) {
    let end = Self.characterBoundary(in: pending)
    receive(Array(pending[..<end]))
    pending.removeSubrange(..<end)
  }

  /// The last place up to the limit that is not inside a character.
  private static func characterBoundary(in bytes: [UInt8]) -> Int {
    let continuation = (0..<3).prefix { bytes[longestLine - $0] & 0xC0 == 0x80 }
    return longestLine - (continuation.count < 3 ? continuation.count : 3)
  }

  private static func newline(in bytes: Slice<UnsafeRawBufferPointer>) -> Int? {
    guard !bytes.isEmpty, let start = UnsafeRawBufferPointer(rebasing: bytes).baseAddress,
      let found = memchr(start, 10, bytes.count)
    else { return nil }
    return bytes.startIndex + (UnsafeRawPointer(found) - start)
  }
}
