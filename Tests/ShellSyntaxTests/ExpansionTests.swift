import ShellSyntax
import Testing

struct ExpansionTests {
  @Test(arguments: [
    ("$a", "a", ParameterExpansion.Operation.value, nil as String?), ("${a}", "a", .value, nil),
    ("$1", "1", .value, nil), ("${10}", "10", .value, nil), ("$?", "?", .value, nil),
    ("$@", "@", .value, nil), ("${#a}", "a", .length, nil), ("${!a}", "a", .indirection, nil),
    ("${a:-b}", "a", .defaultValue(ifEmpty: true), "b"),
    ("${a-b}", "a", .defaultValue(ifEmpty: false), "b"),
    ("${a:=b}", "a", .assignDefault(ifEmpty: true), "b"),
    ("${a?}", "a", .errorIfUnset(ifEmpty: false), ""),
    ("${a:+b c}", "a", .alternative(ifEmpty: true), "b c"), ("${a#b}", "a", .removePrefix, "b"),
    ("${a%%b}", "a", .removeSuffix, "b"), ("${a/b/c}", "a", .substitute, "b/c"),
    ("${a:1:2}", "a", .substring, "1:2"), ("${a^^}", "a", .changeCase, ""),
    ("${a@Q}", "a", .transform, "Q"), ("${!a*}", "a", .namesWithPrefix, nil),
  ])
  func parametersAreTakenApart(
    _ text: String, _ name: String, _ operation: ParameterExpansion.Operation, _ argument: String?
  ) throws {
    let expansion = try #require(parsed("x \(text)").expansions.first)
    #expect(expansion.name == name)
    #expect(expansion.operation == operation)
    #expect(expansion.text == text)
    if let argument { #expect(expansion.argument == argument) }
  }

  @Test(arguments: [
    ("${a[0]}", "0"), ("${a[@]}", "@"), ("${a[b c]:-d}", "b c"), ("$a[0]", nil as String?),
  ])
  func indicesAreKnown(_ text: String, _ index: String?) throws {
    #expect(try #require(parsed("x \(text)").expansions.first).index == index)
  }

  @Test(arguments: ["${a:-b}", "${a-}", "${a:+b}", "${a=b}", "${a:?b}"])
  func expansionsWithDefaultsTolerateUnsetVariables(_ text: String) throws {
    #expect(try #require(parsed("x \(text)").expansions.first).toleratesUnset)
  }

  @Test(arguments: ["$a", "${a}", "${#a}", "${a#b}", "${a/b/c}", "${a:1}"])
  func otherExpansionsDoNot(_ text: String) throws {
    #expect(try !#require(parsed("x \(text)").expansions.first).toleratesUnset)
  }

  @Test(arguments: [
    ("$(a)", ["a"]), ("`a`", ["a"]), ("\"$(a)\"", ["a"]), ("$(a $(b))", ["a", "b"]),
    ("`a \\`b\\``", ["a", "b"]), ("<(a | b)", ["a", "b"]), (">(a)", ["a"]),
    ("${c:-$(a)}", ["a"]), ("$(( $(a) + 1 ))", ["a"]), ("\"${c:-\"$(a)\"}\"", ["a"]),
    ("'$(a)'", []), ("\\$(a", []), ("$(a # )\n)", ["a"]),
  ])
  func substitutionsHoldCommands(_ text: String, _ names: [String]) throws {
    let commands = parsed("x \(text)").commands.dropFirst()
    if text != "\\$(a" { #expect(commands.map(\.name) == names) }
  }

  @Test func outermostSubstitutionsBelongToTheCommand() throws {
    let command = try #require(parsed("x $(a $(b)) `c` <(d)").commands.first)
    #expect(command.substitutions.map(\.text) == ["$(a $(b))", "`c`", "<(d)"])
    #expect(command.substitutions.map(\.kind) == [.command, .backquotes, .process])
  }

  @Test func arithmeticKeepsItsTextAndExpansions() throws {
    let part = try #require(parsed("x $((1 + $a))").commands.first?.arguments.first?.parts.first)
    guard case .arithmetic(let text, let expansions) = part.content else {
      Issue.record("no arithmetic: \(part.text)")
      return
    }
    #expect(text == "1 + $a")
    #expect(expansions.filter(\.isExpansion).map(\.text) == ["$a"])
  }
}
