import ShellSyntax

/// The variables of a script that lead into the image or the build's working directories.
struct BuildTreeNames {
  private var names: Set = [
    "IMAGE_BLOCK_DEVICE", "IMAGE_BLOCK_DEVICES", "TARGET_ROOT", "TMP_BUILD_DIR", "TMP_HOOKS_PATH",
    "TMP_IMAGE_DIR", "TMP_IMAGE_PATH", "TMP_MOUNT_PATH",
  ]

  /// The builder's variables, and those that the script makes of them.
  init(_ script: ShellScript) {
    let sources = script.assignments.map { ($0.name, $0.value.text) } + script.loopVariables
    var count = 0
    // Assignments may stand in any order in functions and loops.
    while count < names.count {
      count = names.count
      for (name, text) in sources where occur(in: text) { names.insert(name) }
    }
  }

  /// Whether the command names one of them, or gets its operands from a caller, of whom nothing is
  /// known.
  func occur(in command: ShellCommand) -> Bool {
    let text = command.text + command.redirections.compactMap(\.hereDocument?.text).joined()
    return occur(in: text) || text.contains(#/\$\{?[0-9@*]/#)
      || command.words.contains(literal: "install-packages")
  }

  /// Whether a command that feeds this one through a pipe names one of them.
  func occur(upstreamOf command: ShellCommand) -> Bool {
    guard let place = command.context.pipeline else { return false }
    // Compound commands are not searched, and get the benefit of the doubt.
    return place.commands[..<place.position].contains { $0.map { occur(in: $0) } ?? true }
  }

  private func occur(in text: String) -> Bool {
    text.split { !$0.isLetter && !$0.isNumber && $0 != "_" }.contains { names.contains(String($0)) }
  }
}

extension ShellScript {
  /// The variables of `for` loops, each with the text of its list.
  fileprivate var loopVariables: [(String, String)] {
    compounds.filter { $0.kind == .forLoop }.compactMap { loop in
      loop.words.first.map { name in
        (name.text, loop.words.dropFirst().map(\.text).joined(separator: " "))
      }
    }
  }
}
