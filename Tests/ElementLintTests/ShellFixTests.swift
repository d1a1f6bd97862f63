import Diagnostics
import TestSupport
import Testing

/// What the edits of shell rules make of a script.
struct ShellFixTests {
  private func repaired(_ rule: String, _ text: String, in path: String) async throws -> String? {
    let found = try await reports([rule], [path: .executable(text)])
    let edits = found.flatMap { $0.fix?.edits ?? [] }
    return edits.isEmpty ? nil : applied(edits, to: text)
  }

  @Test(arguments: [
    ("E001", "date  \nid\t", "date\nid"),
    ("E010", "for x in a\ndo\n    y\ndone", "for x in a; do\n    y\ndone"),
    ("E011", "if [ a ]  \n    then\n    b\nfi", "if [ a ]; then\n    b\nfi"),
    ("E020", "function a() {\n    b\n}", "function a {\n    b\n}"),
    ("E020", "function a\n{\n    b\n}", "function a {\n    b\n}"),
    ("E002", "if a; then\n\tb\nfi", "if a; then\n    b\nfi"),
    ("SH805", "  export A=$(b)", "  A=$(b)\n  export A"),
    ("SH805", "f() {\n    local a=\"$(b)\"\n}", "f() {\n    local a\n    a=\"$(b)\"\n}"),
    (
      "SH804", "set -eu\ndate",
      "set -eu\nif [ \"${DIB_DEBUG_TRACE:-0}\" -gt 0 ]; then\n    set -x\nfi\ndate"
    ),
    ("E041", "echo $[a+1]", "echo $((a+1))"),
    ("SH807", "sudo date", "date"), ("SH820", "curl -o a https://b", "curl --fail -o a https://b"),
    ("SH822", "wget \"http://a\" http://b", "wget \"https://a\" https://b"),
    ("SH826", "if [ a -o b ]; then c; fi", "if [ a ] || [ b ]; then c; fi"),
    ("SH827", "egrep a | fgrep b", "grep -E a | grep -F b"),
    ("SH828", "[ -n $a ]", "[ -n \"$a\" ]"),
    ("SH838", "rm -rf $a", "rm -rf \"$a\""), ("SH833", "rm $@ ${a[@]}", "rm \"$@\" \"${a[@]}\""),
    ("PK423", "apt-get install a", "apt-get -y install a"),
    ("PK423", "sudo zypper in a", "sudo zypper --non-interactive in a"),
  ])
  func codeIsRepaired(_ rule: String, _ text: String, _ expected: String) async throws {
    let result = try await repaired(rule, "#!/bin/bash\n\(text)\n", in: "foo/install.d/50-foo")
    #expect(result == "#!/bin/bash\n\(expected)\n")
    let again = try await repaired(rule, result ?? "", in: "foo/install.d/50-foo")
    #expect(again == nil)
  }

  @Test(arguments: [
    ("E010", "for x in a # why\ndo\n    y\ndone"),
    ("E010", "while read x <<EOF\na\nEOF\ndo\n    y\ndone"),
    ("E001", "echo x\\ "), ("E002", "if a; then\n \tb\nfi"), ("SH805", "export A=$(b) C"),
    ("SH805", "export A=$(b) && c"),
    ("SH805", "declare -r A=$(b)"), ("SH805", "export A+=$(b)"), ("SH805", "export A=$(b)$(c)"),
    ("SH807", "sudo A=b c"), ("SH826", "[ a -o b ] && c"), ("SH826", "c || [ a -a b ]"),
    ("SH826", "[ a -a b -o c ]"), ("SH827", "/bin/egrep a"), ("SH828", "[ $a ]"),
    ("SH828", "[ -n a\"b\"$c ]"),
  ])
  func codeIsLeftToPeopleWhereItsMeaningMightChange(_ rule: String, _ text: String) async throws {
    #expect(
      try await repaired(rule, "#!/bin/bash\n\(text)\n", in: "foo/install.d/50-foo") == nil)
  }

  @Test(arguments: [
    ("OR902", "ln -s a b", "ln -f -s a b"), ("OR902", "mkdir -m 700 a", "mkdir -p -m 700 a"),
  ])
  func runTimeScriptIsRepaired(_ rule: String, _ text: String, _ expected: String) async throws {
    let path = "foo/os-refresh-config/configure.d/50-foo"
    #expect(
      try await repaired(rule, "#!/bin/bash\n\(text)\n", in: path) == "#!/bin/bash\n\(expected)\n")
  }

  @Test(arguments: [
    ("EN702", "export A=1\nset -x\nexport B=1\n", "export A=1\nexport B=1\n"),
    ("EN708", "#!/bin/bash\nexport A=1\n", "export A=1\n"), ("EN708", "#!/bin/bash", ""),
  ])
  func lineOfEnvironmentFileIsRemoved(
    _ rule: String, _ text: String, _ expected: String
  ) async throws {
    #expect((try await repaired(rule, text, in: "foo/environment.d/10-foo") ?? text) == expected)
  }

  @Test(arguments: [
    ("#!/usr/bin/env bash\n", "#!/bin/bash\n"), ("#! /bin/bash\n", "#!/bin/bash\n"),
    ("#!/bin/bash -e\n", nil), ("#!/usr/bin/env -S bash -e\n", nil),
  ])
  func shebangKeepsItsOptions(_ text: String, _ expected: String?) async throws {
    #expect(try await repaired("SH818", text, in: "foo/install.d/50-foo") == expected)
  }

  @Test func variableIsExported() async throws {
    let found = try await reports(
      ["EN701"],
      [
        "foo/environment.d/10-foo": "A=1\nB=$(date)\n",
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho $A $B\n"),
      ])
    let fixes = found.map { $0.fix?.edits.map(\.text) }
    #expect(fixes == [["export "], nil])
  }
}
