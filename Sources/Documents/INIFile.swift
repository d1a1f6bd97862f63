/// The options of an INI file, read as Python's `configparser` does.
///
/// A line that is indented continues the value above; a line that starts with `#` or `;` is a
/// comment, also between such lines.
package struct INIFile: Sendable {
  private var values: [String: [String: String]] = [:]

  /// Reads the text; lines that are no option are passed over.
  package init(parsing text: String) {
    var section = ""
    var key: String?
    for line in text.split(whereSeparator: \.isNewline) where !line.isComment {
      if line.hasPrefix("[") {
        section = String(line.dropFirst().prefix { $0 != "]" })
        values[section] = values[section] ?? [:]
        key = nil
      } else if line.first?.isWhitespace == true {
        if let key { values[section, default: [:]][key, default: ""] += "\n\(line.trimmed)" }
      } else {
        let parts = line.split(maxSplits: 1, omittingEmptySubsequences: false) { "=:".contains($0) }
        key = parts.count > 1 ? parts[0].trimmed.lowercased() : nil
        if let key { values[section, default: [:]][key] = parts[1].trimmed }
      }
    }
  }

  /// Whether there is such a section.
  package func hasSection(_ section: String) -> Bool { values[section] != nil }

  /// The options of a section, by their names in lower case.
  package func options(in section: String) -> [String: String] { values[section] ?? [:] }
}

extension Substring {
  fileprivate var isComment: Bool {
    guard let mark = first(where: { !$0.isWhitespace }) else { return true }
    return mark == "#" || mark == ";"
  }

  fileprivate var trimmed: String {
    let start = drop(while: \.isWhitespace)
    guard let end = start.lastIndex(where: { !$0.isWhitespace }) else { return "" }
    return String(start[...end])
  }
}
