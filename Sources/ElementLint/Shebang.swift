/// The `#!` line of a script, split as the kernel splits it.
struct Shebang: Sendable, Equatable {
  /// The first word: the program that the kernel starts.
  let interpreter: String
  /// The rest of the line, which the kernel passes as one argument.
  let argument: String
  /// The last component of the interpreter's name, or of the program that `env` looks up.
  let program: String

  /// The shebang of the text; nil when its first two bytes are not `#!`.
  init?(startOf bytes: some Collection<UInt8>) {
    guard bytes.starts(with: "#!".utf8) else { return nil }
    let line = bytes.dropFirst(2).prefix(4096).prefix { $0 != UInt8(ascii: "\n") }
    let words = String(decoding: line, as: UTF8.self)
      .split(maxSplits: 1) { $0 == " " || $0 == "\t" || $0 == "\r" }
    interpreter = words.first.map(String.init) ?? ""
    argument = words.count < 2 ? "" : String(words[1]).trimmingBlanks()
    let name = Self.lastComponent(of: interpreter)
    program = name == "env" ? Self.programForEnv(argument) : name
  }

  /// What `env` runs when it gets `argument`: options and assignments come first.
  private static func programForEnv(_ argument: String) -> String {
    let word = argument.split(whereSeparator: \.isWhitespace)
      .first { !$0.hasPrefix("-") && !$0.contains("=") }
    return word.map { lastComponent(of: String($0)) } ?? ""
  }

  private static func lastComponent(of path: String) -> String {
    path.split(separator: "/").last.map(String.init) ?? ""
  }
}

extension Shebang {
  /// Whether `env` looks the program up.
  var isEnv: Bool { Self.lastComponent(of: interpreter) == "env" }

  /// The options that the program gets: words only behind `env -S`, which splits them.
  var options: [String] {
    let words = argument.split(whereSeparator: \.isWhitespace).map(String.init)
    return isEnv || words.count == 1 ? words : []
  }

  /// Whether the script is Bash's.
  var isBash: Bool { program == "bash" }

  /// Whether the script is written for a shell of the Bourne family.
  var isShell: Bool { ["sh", "bash", "dash", "ksh", "ash", "busybox"].contains(program) }

  /// Whether the script is Python's, `dib-python` included.
  var isPython: Bool { program.hasPrefix("python") || program == "dib-python" }
}

extension String {
  /// The text without the white space at its ends.
  func trimmingBlanks() -> String {
    let start = drop(while: \.isWhitespace)
    let end = start.lastIndex { !$0.isWhitespace }
    return end.map { String(start[...$0]) } ?? ""
  }
}
