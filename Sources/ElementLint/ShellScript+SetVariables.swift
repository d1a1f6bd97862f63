import ShellSyntax

extension ShellScript {
  /// The variables that get a value somewhere in the script, or are passed on from elsewhere.
  var setVariables: Set<String> {
    let exported = commands(named: "export").flatMap(\.arguments).compactMap(\.literal)
    let defaulted = expansions.filter { expansion in
      if case .assignDefault = expansion.operation { true } else { false }
    }
    return Set(assignments.map(\.name) + exported + defaulted.map(\.name))
  }
}
