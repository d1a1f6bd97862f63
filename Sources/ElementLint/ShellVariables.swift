import ShellSyntax

/// What a script does with its variables, by name.
struct ShellVariables: Sendable {
  /// Names that it gives a value, be it by `read`, a loop or its kin.
  private(set) var assigned: Set<String> = []
  /// The assignments of each name.
  private(set) var assignments: [String: [ShellAssignment]] = [:]
  /// Names that it hands on to the programs it runs.
  private(set) var exported: Set<String> = []

  init(_ script: ShellScript) {
    for assignment in script.assignments {
      assignments[assignment.name, default: []].append(assignment)
      assigned.insert(assignment.name)
    }
    for loop in script.compounds where loop.kind == .forLoop || loop.kind == .select {
      if let name = loop.words.first { assigned.insert(name.text) }
    }
    for command in script.commands(named: Self.assigning) { note(command) }
    for expansion in script.expansions { note(expansion) }
  }

  private mutating func note(_ command: ShellCommand) {
    let names = command.arguments.compactMap { word in
      ShellAssignment(word)?.name ?? word.literal.flatMap { $0.hasPrefix("-") ? nil : $0 }
    }
    switch command.name {
    case "export": exported.formUnion(names)
    case "declare", "typeset":
      assigned.formUnion(names)
      let isExport = command.arguments.contains { $0.text.hasPrefix("-") && $0.text.contains("x") }
      if isExport { exported.formUnion(names) }
    default: assigned.formUnion(names)
    }
  }

  private mutating func note(_ expansion: ParameterExpansion) {
    if case .assignDefault = expansion.operation { assigned.insert(expansion.name) }
  }

  /// Bash manual, "Bash Builtin Commands": those that give variables a value.
  private static let assigning: Set = [
    "declare", "export", "getopts", "local", "mapfile", "printf", "read", "readarray", "readonly",
    "typeset", "unset",
  ]
}
