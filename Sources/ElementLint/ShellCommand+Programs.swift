import ShellSyntax
import SystemPackage

extension ShellCommand {
  /// The words that name what it runs: its name, and what `sudo`, `xargs` and their kin run in turn.
  var programs: [ShellWord] {
    var programs = [ShellWord]()
    var rest = words[...]
    while let word = rest.popFirst() {
      programs.append(word)
      guard let name = word.programName, let wrapper = Wrapper.known[name],
        wrapper.skipArguments(&rest)
      else { break }
    }
    return programs
  }

  /// The word that runs the program called `name`, by whatever path.
  func program(named name: String) -> ShellWord? { programs.first { $0.programName == name } }
}

extension ShellWord {
  /// The last component of the path of a program.
  fileprivate var programName: String? { literal.flatMap { FilePath($0).lastComponent?.string } }
}

/// How a program that runs another is told which.
private struct Wrapper {
  /// The letters of options that stand in a word of their own before their value.
  let valued: String
  /// Options that make it run nothing.
  var printing: Set<String> = []
  /// How many arguments stand before the program.
  var operands = 0

  static let known = [
    "command": Wrapper(valued: "", printing: ["-v", "-V"]),
    "env": Wrapper(valued: "uCS"),
    "nice": Wrapper(valued: "n"),
    "sudo": Wrapper(valued: "CDghpRrTtUu"),
    "timeout": Wrapper(valued: "ks", operands: 1),
    "xargs": Wrapper(valued: "adEILnPs"),
  ]

  /// Drops what stands before the program; the answer is whether there can be one.
  func skipArguments(_ rest: inout Slice<ShellWords>) -> Bool {
    var operands = operands
    while let text = rest.first.map({ $0.literal ?? "" }) {
      if printing.contains(text) { return false }
      if text.hasPrefix("-") {
        let isValued = text.count == 2 && valued.contains { text.hasSuffix(String($0)) }
        rest = rest.dropFirst(isValued ? 2 : 1)
      } else if text.contains("=") || operands > 0 {
        operands -= text.contains("=") ? 0 : 1
        rest = rest.dropFirst()
      } else {
        return true
      }
    }
    return false
  }
}
