/// Text for a shell to read.
package enum ShellText {
  /// The text as one word, quoted only where that is needed.
  package static func word(_ text: String) -> String {
    let isPlain = text.utf8.allSatisfy { byte in
      switch byte {
      case UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "A")...UInt8(ascii: "Z"),
        UInt8(ascii: "a")...UInt8(ascii: "z"):
        true
      default: "@%_+=:,./-".utf8.contains(byte)
      }
    }
    return isPlain && !text.isEmpty ? text : quoted(text)
  }

  /// The text as one word, in single quotes.
  static func quoted(_ text: String) -> String {
    "'" + text.split(separator: "'", omittingEmptySubsequences: false).joined(separator: "'\\''")
      + "'"
  }

  /// What `declare -p` prints for exported variables, sorted by name.
  static func declarations(of variables: [String: String]) -> String {
    variables.sorted { $0.key < $1.key }
      .map { "declare -x \($0.key)=\"\(escaped($0.value))\"" }
      .joined(separator: "\n")
  }

  private static func escaped(_ text: String) -> String {
    text.reduce(into: "") { result, character in
      if "\\\"$`".contains(character) { result.append("\\") }
      result.append(character)
    }
  }
}
