import Diagnostics
import TestSupport
import Testing

/// What the examples of bashate's rules cannot show.
struct BashateRuleTests {
  private func places(_ rule: String, _ text: String) async throws -> [String] {
    let path = "foo/install.d/50-foo"
    return try await findings(rule, in: [path: .executable("#!/bin/bash\n\(text)\n")])
      .map { $0.replacing("\(path):", with: "").replacing(": \(rule)", with: "") }
  }

  @Test(arguments: [
    ("date ", ["2:5"]), ("a=(1 \n2)", ["2:5"]), ("foo=$(date \n)", ["2:11"]),
    ("date # x ", ["2:9"]), ("\t", ["2:1"]), ("cat <<EOF \nx \nEOF", ["2:10"]),
    ("echo 'x \n'", []), ("echo \"x \n\"", []), ("echo x\\ ", ["2:8"]),
    ("cat <<-EOF\n\tx \n\tEOF", []),
  ])
  func blanksAreTrailingInCodeOnly(_ text: String, _ expected: [String]) async throws {
    #expect(try await places("E001", text) == expected)
  }

  @Test(arguments: [
    ("while read x\ndo\n    date\ndone", ["3:1"]), ("until a |\nb\ndo c; done", ["4:1"]),
    ("for x in a b\n\n# why\ndo\n    date\ndone", ["5:1"]),
    ("for x in a; do date; done", []), ("while a |\n    b; do\n    date\ndone", []),
    ("echo '\ndo\n'", []), ("cat <<EOF\ndo\nEOF", []),
  ])
  func doStandsOnTheLineOfItsLoop(_ text: String, _ expected: [String]) async throws {
    #expect(try await places("E010", text) == expected)
  }

  @Test(arguments: [
    ("if a\nthen b; fi", ["3:1"]), ("if a; then b\nelif c\nthen d; fi", ["4:1"]),
    ("if a &&\n    b\nthen c; fi", ["4:1"]), ("if a; then b; fi", []),
    ("if a ||\n    b; then c; fi", []), ("echo if [ a ]\necho then", []),
  ])
  func thenStandsOnTheLineOfItsCondition(_ text: String, _ expected: [String]) async throws {
    #expect(try await places("E011", text) == expected)
  }

  @Test(arguments: [
    ("function a() {\n    date\n}", 1), ("function a()\n{\n    date\n}", 1),
    ("function  a {\n    date\n}", 1), ("function a\n(\n    date\n)", 1),
    ("function a {\n    date\n}", 0), ("a() {\n    date\n}", 0), ("function a { date; }", 0),
    ("echo 'function a()'", 0),
  ])
  func functionsThatSaySoAreDeclaredInOneWay(_ text: String, _ count: Int) async throws {
    #expect(try await places("E020", text).count == count)
  }

  @Test(arguments: ["echo $[1 + 2]", "a=$[ b ]", "echo \"x$[1]\"", "cat <<EOF\n$[1]\nEOF"])
  func oldArithmeticIsFoundWhereverItIsExpanded(_ text: String) async throws {
    #expect(try await places("E041", text).count == 1)
  }

  @Test(arguments: ["echo '$[1]'", "grep 'a$[bc]' d", "# $[1]", "cat <<'EOF'\n$[1]\nEOF"])
  func oldArithmeticIsNotFoundInText(_ text: String) async throws {
    #expect(try await places("E041", text) == [])
  }

  @Test(arguments: [
    ("((a++))", 1), ("{ ((a++)); }", 1), ("date && ((a++))", 1), ("if ((a)); then b; fi", 0),
    ("((a)) && b", 0), ("((a++)) || true", 0), ("! ((a))", 0), ("while ((a)); do b; done", 0),
    ("is_a() {\n    ((a))\n}", 0), ("is_a() {\n    ((a++))\n    date\n}", 1), ("a=$((a + 1))", 0),
    ("for ((i = 0; i < 3; i++)); do b; done", 0),
  ])
  func arithmeticMustNotEndTheScript(_ text: String, _ count: Int) async throws {
    #expect(try await places("E043", "set -e\n\(text)").count == count)
    #expect(try await places("E043", text) == [])
  }

  @Test(arguments: [
    ("[ a > b ]", 1), ("[ $a < 7 ] && date", 1), ("if [ a =~ b ]; then c; fi", 1),
    ("[[ a > b ]]", 0), ("[ a \\> b ]", 0), ("[ a ] > b", 0), ("[ -t 0 ] 2>&1", 0),
    ("[ a = '=~' ]", 0),
  ])
  func operatorsOfTheDoubleBracketAreNoneOfTheSingleOne(
    _ text: String, _ count: Int
  ) async throws {
    #expect(try await places("E044", text).count == count)
  }

  @Test func longLinesAreCountedInCharacters() async throws {
    let line = String(repeating: "ä", count: 72)
    #expect(try await places("E006", "echo \"\(line)\"") == [])
    #expect(try await places("E006", "echo \"\(line)ä\"") == ["2:80"])
  }
}
