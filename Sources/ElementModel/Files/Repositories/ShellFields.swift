/// Cuts a row at blanks, but not inside quotes, `${…}`, `$(…)` and backquotes: the shell evaluates a
/// row as a whole.
enum ShellFields {
  static func split(_ text: String) -> [Substring] {
    var fields: [Substring] = []
    var start: String.Index?
    var nesting = Nesting()
    for index in text.indices {
      let isSeparator = nesting.isFlat && (text[index] == " " || text[index] == "\t")
      if let begin = start, isSeparator {
        fields.append(text[begin..<index])
        start = nil
      }
      if !isSeparator {
        start = start ?? index
        nesting.enter(text[index])
      }
    }
    return start.map { fields + [text[$0...]] } ?? fields
  }

  /// Whether the shell makes something else of a field.
  static func isEvaluated(_ field: some StringProtocol) -> Bool {
    field.contains("$") || field.contains("`")
  }

  /// What is still open at a place in the row.
  private struct Nesting {
    private var closers: [Character] = []
    private var last: Character = " "

    var isFlat: Bool { closers.isEmpty }

    mutating func enter(_ character: Character) {
      defer { last = character }
      if character == closers.last {
        closers.removeLast()
      } else if closers.last == "'" {
        return
      } else if last == "$", let closer: Character = ["{": "}", "(": ")"][character] {
        closers.append(closer)
      } else if "'\"`".contains(character) {
        closers.append(character)
      }
    }
  }
}
