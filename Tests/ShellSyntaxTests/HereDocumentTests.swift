import ShellSyntax
import Testing

struct HereDocumentTests {
  @Test(arguments: [
    ("cat <<EOF\na\nEOF", "a\n", false, false), ("cat <<'EOF'\n$a\nEOF", "$a\n", true, false),
    ("cat <<\\EOF\na\nEOF", "a\n", true, false), ("cat <<-EOF\n\ta\n\tEOF", "\ta\n", false, true),
    ("cat <<\"E F\"\na\nE F", "a\n", true, false), ("cat <<EOF\nEOF", "", false, false),
    ("cat <<EOF\nEOF \n EOF\nEOF", "EOF \n EOF\n", false, false),
    ("cat <<EOF\na\\\nEOF\nb\nEOF", "a\\\nEOF\nb\n", false, false),
    ("cat <<'EOF'\na\\\nEOF", "a\\\n", true, false),
  ])
  func textReachesToTheDelimiter(
    _ script: String, _ text: String, _ isQuoted: Bool, _ stripsTabs: Bool
  ) throws {
    let documents = parsed(script).hereDocuments
    #expect(documents.map(\.text) == [text])
    #expect(documents.map(\.isQuoted) == [isQuoted])
    #expect(documents.map(\.stripsTabs) == [stripsTabs])
    #expect(documents.map(\.isTerminated) == [true])
  }

  @Test(arguments: ["cat <<EOF", "cat <<EOF\na", "cat <<EOF\n EOF", "cat <<-EOF\n  EOF"])
  func missingDelimiterIsNoError(_ text: String) {
    #expect(parsed(text).hereDocuments.map(\.isTerminated) == [false])
    #expect(parsed(text).errors == [])
  }

  @Test func documentsOfOneLineFollowEachOther() {
    let script = parsed("a <<A; b <<B\n1\nA\n2\nB\nc")
    #expect(script.hereDocuments.map(\.text) == ["1\n", "2\n"])
    #expect(script.hereDocuments.map { $0.command?.name } == ["a", "b"])
    #expect(script.commands.map(\.name) == ["a", "b", "c"])
  }

  @Test func textOfAnUnquotedOneIsExpanded() {
    let script = parsed("cat <<EOF\n$a ${b:-c} $(d) \\$e\nEOF\ncat <<'EOF'\n$f $(g)\nEOF")
    #expect(script.expansions.map(\.name) == ["a", "b"])
    #expect(script.commands.map(\.name) == ["cat", "d", "cat"])
  }

  @Test func keywordsInTheTextMeanNothing() {
    let script = parsed("if a; then\ncat <<EOF\nfi } ) esac\nEOF\nfi\nb")
    #expect(script.errors == [])
    #expect(script.commands.map(\.name) == ["a", "cat", "b"])
  }

  @Test func compoundCommandsHaveNoCommand() {
    let script = parsed("while a; do b; done <<EOF\nEOF")
    #expect(script.hereDocuments.map { $0.command?.name } == [nil])
    #expect(script.redirections.map(\.kind) == [.hereDocument])
  }
}
