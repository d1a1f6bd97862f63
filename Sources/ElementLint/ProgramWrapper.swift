import ShellSyntax

/// How a program that runs another is told which.
struct ProgramWrapper {
  /// The letters of options that stand in a word of their own before their value.
  let valued: String
  /// Options that make it run nothing.
  var printing: Set<String> = []
  /// How many arguments stand before the program.
  var operands = 0

  static let known = [
    "chroot": ProgramWrapper(valued: "", operands: 1),
    "command": ProgramWrapper(valued: "", printing: ["-v", "-V"]),
    "eatmydata": ProgramWrapper(valued: ""),
    "env": ProgramWrapper(valued: "uCS"),
    "exec": ProgramWrapper(valued: "a"),
    "nice": ProgramWrapper(valued: "n"),
    "nohup": ProgramWrapper(valued: ""),
    "sudo": ProgramWrapper(valued: "CDghpRrTtUu"),
    "timeout": ProgramWrapper(valued: "ks", operands: 1),
    "xargs": ProgramWrapper(valued: "adEILnPs"),
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
