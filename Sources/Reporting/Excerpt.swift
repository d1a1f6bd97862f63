/// Long texts cut to what a report reader accepts.
enum Excerpt {
  /// Servers that read JUnit files limit a file to 30 MB and show a failure's body whole.
  private static let limit = 32 * 1024

  /// The text, or its first quarter and last three quarters of the limit with a note between them.
  static func headAndTail(of text: String, limit: Int = limit) -> String {
    guard text.utf8.count > limit else { return text }
    let head = text.utf8.prefix(limit / 4)
    let tail = text.utf8.suffix(limit - limit / 4)
    let left = text.utf8.count - head.count - tail.count
    let first = String(decoding: head, as: UTF8.self)
    let last = String(decoding: tail, as: UTF8.self)
    return "\(first)\n… \(left) bytes left out; the whole text is in the log …\n\(last)"
  }
}
