import ShellSyntax

extension ShellScript {
  /// Where it uses variables that it gives no value itself, each at its first use, by name; those not
  /// among them whose absence it has foreseen with a default or a test.
  func borrowedVariables(_ variables: ShellVariables) -> [String: ParameterExpansion] {
    guard !takesOverUnknown else { return [:] }
    var foreseen = variables.assigned
    for word in commands(named: ["[", "test"]).flatMap({ Array($0.words) }) {
      if let name = word.literal { foreseen.insert(name) }
    }
    for test in compounds where test.kind == .test {
      foreseen.formUnion(test.words.compactMap(\.literal))
    }
    let uses = expansions
    for use in uses where use.toleratesUnset { foreseen.insert(use.name) }
    return uses.reduce(into: [:]) { found, use in
      guard use.isOfOneVariable, !foreseen.contains(use.name), found[use.name] == nil else {
        return
      }
      found[use.name] = use
    }
  }

  /// Whether other scripts may give its variables values.
  var takesOverUnknown: Bool {
    if !commands(named: "eval").isEmpty { return true }
    return commands(named: [".", "source"]).contains { command in
      !(command.arguments.first?.text.hasSuffix("/die") ?? false)
    }
  }
}

extension ParameterExpansion {
  /// Whether it stands for the value of a variable with a name of its own, in the environment's style.
  fileprivate var isOfOneVariable: Bool {
    guard let first = name.first, first.isLetter || first == "_", operation != .namesWithPrefix
    else { return false }
    return name == name.uppercased()
  }
}
