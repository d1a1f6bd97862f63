/// One of the options that make a shell stop at mistakes.
enum SafetyOption: String, Sendable {
  case errexit, nounset, pipefail

  /// The letter that switches it on; `pipefail` has none.
  var letter: Character? {
    switch self {
    case .errexit: "e"
    case .nounset: "u"
    case .pipefail: nil
    }
  }

  /// The shortest way to switch it on.
  var command: String { letter.map { "set -\($0)" } ?? "set -o \(rawValue)" }

  /// Whether the words switch it on, be they those of a `set` command or of a `#!` line.
  func isSwitchedOn(by words: [String]) -> Bool {
    words.indices.contains { index in
      let word = words[index]
      guard word.hasPrefix("-"), !word.hasPrefix("--") else { return false }
      if let letter, word.contains(letter) { return true }
      return word.contains("o") && words.dropFirst(index + 1).first == rawValue
    }
  }
}
