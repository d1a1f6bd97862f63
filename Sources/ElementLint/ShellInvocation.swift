import ShellSyntax
import SystemPackage

/// A program that a command runs, by its own name or through `sudo` and its kin, with its arguments.
struct ShellInvocation: Sendable {
  let command: ShellCommand
  /// The word that names the program.
  let word: ShellWord
  /// The last component of the program's path.
  let name: String
  let arguments: Slice<ShellWords>

  /// What the command runs: first what it is called, then what that runs in turn.
  static func all(in command: ShellCommand) -> [ShellInvocation] {
    guard let first = command.name else { return [] }
    var invocations = [ShellInvocation]()
    var rest = command.words[...]
    var literal: String? = first
    while let word = rest.popFirst(), let path = literal,
      let name = FilePath(path).lastComponent?.string
    {
      invocations.append(
        ShellInvocation(command: command, word: word, name: name, arguments: rest))
      guard let wrapper = ProgramWrapper.known[name], wrapper.skipArguments(&rest) else { break }
      literal = rest.first?.literal
    }
    return invocations
  }
}

extension ShellInvocation {
  /// Whether the command is this program's alone: nothing runs it in turn.
  var isDirect: Bool { command.words.first?.location == word.location }

  /// Whether one of the arguments is an expansion that may hold options.
  var hidesOptions: Bool {
    arguments.contains { $0.text.hasPrefix("$") || $0.text.hasPrefix("\"$") }
  }

  /// The arguments that are no options, as far as that can be told.
  var operands: [ShellWord] { arguments.filter { !$0.literalPrefix.hasPrefix("-") } }

  /// The first operand, such as `install` of `apt-get -q install foo`.
  var verb: String? { operands.first?.literal }

  /// Whether a short option, alone or in a cluster, or one of the long ones is given.
  func hasOption(_ letter: Character? = nil, _ long: String...) -> Bool {
    arguments.contains { word in
      let text = word.literalPrefix
      if text.hasPrefix("--") {
        return long.contains { text == $0 || text.hasPrefix("\($0)=") }
      }
      guard text.hasPrefix("-") else { return false }
      return letter.map { text.dropFirst().contains($0) } ?? false || long.contains(text)
    }
  }

  /// Whether an argument is literally `text`.
  func has(_ text: String) -> Bool { arguments.contains { $0.literal == text } }
}
