/// Text for a shell to read.
enum ShellText {
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
