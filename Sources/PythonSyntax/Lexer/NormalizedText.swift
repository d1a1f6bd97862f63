/// A file's bytes on the way to a `PythonSource`: decoded, with one kind of line end.
struct NormalizedText {
  private(set) var bytes: [UInt8]
  private(set) var lineStarts: [UInt32] = [0]
  private(set) var isASCII = true
  private(set) var firstNull: Int?

  /// Decodes as flake8 does: by the byte order mark or the coding cookie, and as Latin-1 what is
  /// not valid in that encoding.
  init(decoding contents: [UInt8]) {
    let isUTF8 = DeclaredEncoding(of: contents).isUTF8 && isValidUTF8(contents)
    bytes = isUTF8 ? contents : contents.transcodedFromLatin1
    if bytes.starts(with: [0xEF, 0xBB, 0xBF]) { bytes.removeFirst(3) }
    normalizeLineEnds()
  }

  /// Turns `\r\n` and lone `\r` into `\n`, and remembers where lines start.
  private mutating func normalizeLineEnds() {
    lineStarts.reserveCapacity(bytes.count / 32 + 2)
    var seen: UInt8 = 0
    var target = 0
    var index = 0
    while index < bytes.count {
      var byte = bytes[index]
      index += 1
      seen |= byte
      if byte < 0x0E {
        if byte == Byte.carriageReturn {
          if index < bytes.count, bytes[index] == Byte.newline { index += 1 }
          byte = Byte.newline
        }
        if byte == Byte.newline { lineStarts.append(UInt32(truncatingIfNeeded: target + 1)) }
        if byte == 0, firstNull == nil { firstNull = target }
      }
      bytes[target] = byte
      target += 1
    }
    bytes.removeSubrange(target...)
    isASCII = seen < 0x80
  }

  /// Gives the last line the line end that it lacks.
  mutating func endLastLine() {
    bytes.append(Byte.newline)
    lineStarts.append(UInt32(truncatingIfNeeded: bytes.count))
  }
}

/// Whether the bytes are UTF-8 from the first to the last.
private func isValidUTF8(_ bytes: [UInt8]) -> Bool {
  bytes.withUnsafeBufferPointer { buffer in
    !buffer.contains { $0 >= 0x80 }
      || String(validating: buffer, as: UTF8.self) != nil
  }
}

extension [UInt8] {
  /// UTF-8 of the characters that the bytes stand for in Latin-1.
  fileprivate var transcodedFromLatin1: [UInt8] {
    var utf8 = [UInt8]()
    utf8.reserveCapacity(count + count / 4)
    for byte in self {
      if byte < 0x80 {
        utf8.append(byte)
      } else {
        utf8.append(0xC0 | byte >> 6)
        utf8.append(0x80 | byte & 0x3F)
      }
    }
    return utf8
  }
}
