import FoundationEssentials

extension MachineJob.Message {
  /// Before each message, so that it is told from what the machine's kernel prints; before a part that
  /// is not the last one, the second.
  private static let (mark, partMark): (Character, Character) = ("\u{1E}", "\u{1F}")
  /// Bytes; longer lines of a console come in parts.
  private static let lineLimit = 16 << 10

  /// The lines for the console, each ended.
  func lines() throws -> [UInt8] {
    let text = String(decoding: try JSONEncoder().encode(self), as: UTF8.self)
    let parts = text.parts(ofBytes: Self.lineLimit)
    let marks = parts.indices.map { $0 == parts.count - 1 ? Self.mark : Self.partMark }
    return zip(marks, parts).flatMap { Array("\($0)\($1)\n".utf8) }
  }

  /// Puts messages together again.
  struct Reader {
    private var parts = ""

    /// What a line of the console is.
    enum Line {
      case message(MachineJob.Message)
      case part
      /// Of the machine's kernel.
      case other
    }

    /// Takes the next line.
    mutating func read(_ line: String) -> Line {
      guard let first = line.first, first == mark || first == partMark else { return .other }
      parts += line.dropFirst().filter { $0 != "\r" }
      guard first == mark else { return .part }
      defer { parts = "" }
      let message = try? JSONDecoder().decode(MachineJob.Message.self, from: Data(parts.utf8))
      return message.map { .message($0) } ?? .other
    }
  }
}

extension String {
  /// Parts of at most so many bytes, which end between Unicode scalars.
  fileprivate func parts(ofBytes limit: Int) -> [Substring] {
    var parts: [Substring] = []
    var start = startIndex
    while start < endIndex {
      var end = utf8.index(start, offsetBy: limit, limitedBy: endIndex) ?? endIndex
      while end.samePosition(in: unicodeScalars) == nil { end = utf8.index(before: end) }
      parts.append(self[start..<end])
      start = end
    }
    return parts
  }
}
