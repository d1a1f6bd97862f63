import Diagnostics
import Documents
import Reporting
import SystemPackage
import Testing

@testable import LanguageServer

@Suite struct LanguageServerTests {
  /// One finding, on the word `which`.
  private static func which(_ path: FilePath, _ bytes: [UInt8]?) -> [Finding] {
    let start = SourcePosition(line: 2, column: 4)
    let end = SourcePosition(line: 2, column: 9)
    return [
      Finding(
        rule: "SH811", name: "which-command", severity: .info, message: "`which` is no builtin",
        location: SourceLocation(path, start, to: end),
        notes: [Finding.Note("see", at: SourceLocation("/a b/other", line: 3))],
        hint: "use another",
        fix: Finding.Fix(
          "use `type -p`", edits: [Finding.Edit(from: start, to: end, text: "type -p")]))
    ]
  }

  private func editor() async throws -> Editor {
    var editor = try await Editor(Self.which)
    _ = try await editor.request("initialize")
    return editor
  }

  @Test func nothingIsAnsweredBeforeInitialize() async throws {
    var editor = try await Editor()
    #expect(try await editor.request("textDocument/hover")["error"]?["code"]?.integer == -32002)
    let capabilities = try await editor.request("initialize")["result"]?["capabilities"]
    #expect(capabilities?["positionEncoding"]?.string == "utf-16")
    #expect(try await editor.request("initialize")["error"]?["code"]?.integer == -32600)
  }

  @Test func positionsAreCountedAsAgreed() async throws {
    var editor = try await Editor(Self.which)
    let offered: JSONValue = [
      "capabilities": ["general": ["positionEncodings": .array(["utf-8", "utf-16", "utf-32"])]]
    ]
    let answer = try await editor.request("initialize", offered)
    #expect(answer["result"]?["capabilities"]?["positionEncoding"]?.string == "utf-32")
  }

  @Test(arguments: [("a 🦊 b", "utf-16", 3, 5), ("a 🦊 b", "utf-8", 3, 7), ("a 🦊 b", "utf-32", 3, 4)])
  func columnsGoThereAndBack(text: String, name: String, before: Int, character: Int) throws {
    let encoding = try #require(PositionEncoding(rawValue: name))
    let source = SourceText(Array("first\n\(text)\n".utf8), path: "f")
    let position = SourcePosition(line: 2, column: before + 2)
    let node = try Editor.node(encoding.encode(position, in: source))
    #expect(node["line"]?.integer == 1)
    #expect(node["character"]?.integer == character)
    #expect(encoding.decode(line: 1, character: character, in: source) == position)
    #expect(encoding.decode(line: 99, character: 99, in: source).column == 1)
  }

  @Test func findingsArePublishedWithTheTextThatIsOpen() async throws {
    var editor = try await editor()
    let published = try await editor.open("/e/f", "#!\n🦊: which x\n")
    let diagnostics = try #require(published.first?["params"]?["diagnostics"]?.sequence)
    #expect(published.first?["params"]?["version"]?.integer == 1)
    let diagnostic = try #require(diagnostics.first)
    #expect(diagnostic["code"]?.string == "SH811")
    #expect(diagnostic["severity"]?.integer == 3)
    #expect(diagnostic["message"]?.string == "`which` is no builtin\nuse another")
    // The fox counts two.
    #expect(diagnostic["range"]?["start"]?["character"]?.integer == 4)
    let related = diagnostic["relatedInformation"]?.sequence?.first?["location"]
    #expect(related?["uri"]?.string == "file:///a%20b/other")
    #expect(try await editor.server.refresh().isEmpty)
  }

  @Test func aChangedTextIsLookedAtAgain() async throws {
    var editor = try await Editor { path, bytes in
      bytes == Array("better".utf8) ? [] : Self.which(path, bytes)
    }
    _ = try await editor.request("initialize")
    _ = try await editor.open("/e/f", "\n   which\n")
    await editor.notify(
      "textDocument/didChange",
      [
        "textDocument": ["uri": "file:///e/f", "version": 2],
        "contentChanges": .array([["text": "better"]]),
      ])
    let published = try await editor.server.refresh().map(Editor.node)
    #expect(published.first?["params"]?["version"]?.integer == 2)
    #expect(published.first?["params"]?["diagnostics"]?.sequence?.isEmpty ?? false)
  }

  @Test func hoverShowsTheRulesPage() async throws {
    var editor = try await editor()
    _ = try await editor.open("/e/f", "#!\n   which x\n")
    let hover = try await editor.request(
      "textDocument/hover", .place("/e/f", line: 1, character: 5))
    #expect(hover["result"]?["contents"]?["value"]?.string == "page of SH811")
    let elsewhere = try await editor.request(
      "textDocument/hover", .place("/e/f", line: 0, character: 0))
    #expect(elsewhere["result"]?.isNull ?? false)
    let closed = try await editor.request(
      "textDocument/hover", .place("/e/g", line: 0, character: 0))
    #expect(closed["error"]?["code"]?.integer == -32602)
  }

  @Test func fixesAreOffered() async throws {
    var editor = try await editor()
    _ = try await editor.open("/e/f", "#!\n   which x\n")
    let place: JSONValue = ["line": 1, "character": 4]
    let answer = try await editor.request(
      "textDocument/codeAction",
      ["textDocument": ["uri": "file:///e/f"], "range": ["start": place, "end": place]])
    let actions = try #require(answer["result"]?.sequence)
    #expect(
      actions.map { $0["title"]?.string } == [
        "use `type -p` (SH811)", "Allow SH811 on this line", "Apply all safe fixes",
      ])
    let edits = actions.map { $0["edit"]?["changes"]?["file:///e/f"]?.sequence?.first }
    #expect(edits[0]?["newText"]?.string == "type -p")
    #expect(edits[1]?["newText"]?.string == "  # tie-check: disable=which-command")
    #expect(edits[1]?["range"]?["start"]?["character"]?.integer == 10)
  }

  @Test func theEndIsInOrderAfterShutdownOnly() async throws {
    var editor = try await editor()
    #expect(try await editor.request("shutdown")["result"]?.isNull ?? false)
    #expect(try await editor.request("textDocument/hover")["error"]?["code"]?.integer == -32600)
    await editor.notify("exit")
    #expect(editor.server.state == .ended(inOrder: true))
    var other = try await self.editor()
    await other.notify("exit")
    #expect(other.server.state == .ended(inOrder: false))
  }

  @Test(arguments: ["", "[]", "{", "{\"id\": 1}\0", "\u{FEFF}"])
  func whatIsNoMessageIsRefused(body: String) async throws {
    var editor = try await editor()
    let answer = try #require(await editor.server.receive(Array(body.utf8)))
    #expect(try Editor.node(answer)["error"]?["code"]?.integer == -32700)
  }

  @Test func unknownMethodsAreRefusedAndUnknownNoticesIgnored() async throws {
    var editor = try await editor()
    #expect(try await editor.request("x/y")["error"]?["code"]?.integer == -32601)
    await editor.notify("x/z")
  }

  @Test(arguments: [
    ("file:///a/b%20c", "/a/b c"), ("file://localhost/a", "/a"), ("file://other/a", nil),
    ("http://a/b", nil), ("file:///a%zz", nil), ("file:///a%00", nil), ("file:///a%", nil),
  ])
  func onlyFilesOfThisHostHaveAPath(uri: String, path: FilePath?) {
    #expect(FileURI.path(uri) == path)
  }
}
