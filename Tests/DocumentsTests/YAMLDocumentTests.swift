import Diagnostics
import Documents
import SystemPackage
import Testing

@Suite struct YAMLDocumentTests {
  @Test func nodesKnowTheirPlaces() throws {
    let root = try yaml("a: 1\nlist:\n  - x\n  - {k: 'v w'}\n\n# end\n")
    #expect(root["a"]?.start == SourcePosition(line: 1, column: 4))
    let item = try #require(root["list"]?.sequence?.last)
    #expect(item.start == SourcePosition(line: 4, column: 5))
    #expect(item.end == SourcePosition(line: 4, column: 15))
    #expect(item["k"]?.string == "v w")
    #expect(root.end == SourcePosition(line: 4, column: 15))
  }

  @Test func columnsCountCharacters() throws {
    #expect(try yaml("ä€😀: x\n")["ä€😀"]?.start == SourcePosition(line: 1, column: 6))
  }

  @Test func nodesNameTheirKinds() throws {
    let kinds = try yaml("[a, 1, 1.5, yes, ~, 2001-01-01, [], {}]").sequence?.map(\.kindName)
    #expect(
      kinds == ["string", "integer", "float", "boolean", "null", "timestamp", "list", "mapping"])
  }

  @Test(arguments: ["", "# only a comment\n", "\n\n"]) func nothingHasNoRoot(text: String) throws {
    #expect(try YAMLDocument(parsing: Array(text.utf8), path: "f").root == nil)
  }

  @Test func documentWithoutValueIsNull() throws { #expect(try yaml("---\n").isNull) }

  @Test func stylesAreKept() throws {
    let styles = try yaml("- a\n- 'b'\n- \"c\"\n- |\n  d\n- >\n  e\n").sequence?
      .compactMap(\.scalar?.style)
    #expect(styles == [.plain, .singleQuoted, .doubleQuoted, .literal, .folded])
  }

  @Test func byteOrderMarkAndUTF16AreRead() throws {
    #expect(try yaml(bytes: [0xEF, 0xBB, 0xBF] + Array("a: 1".utf8))["a"]?.integer == 1)
    #expect(try yaml(bytes: [0xFF, 0xFE, 0x61, 0, 0x3A, 0, 0x20, 0, 0x31, 0])["a"]?.integer == 1)
  }

  @Test func lastOfEqualKeysWinsAtTheFirstOnesPlace() throws {
    let document = try YAMLDocument(parsing: Array("a: 1\nb: 2\n\"a\": 3\n".utf8), path: "f")
    #expect(document.root?.mapping?.compactMap(\.value.integer) == [3, 2])
    let problem = try #require(document.problems.first)
    #expect(problem.kind == .duplicateKey(first: place(1, 1, to: 2)))
    #expect(problem.location == place(3, 1, to: 4))
    #expect(problem.message.contains("line 1"))
  }

  @Test func keysOfOtherTypesAreOtherKeys() throws {
    #expect(try problems("1: a\n\"1\": b\n").isEmpty)
  }

  @Test func listAsKeyIsReported() throws {
    #expect(try problems("? [a]\n: b\n").map(\.kind) == [.collectionAsKey])
  }

  @Test func unknownTagIsReported() throws {
    #expect(
      try problems("a: !vault x\nb: !!map {}\nc: !Ref [x]\n").map(\.kind) == [
        .unknownTag, .unknownTag,
      ])
  }

  @Test func secondDocumentIsRefused() {
    #expect(failure(in: "a: 1\n---\nb: 2\n")?.location == place(2, 1))
    #expect(failure(in: "a: 1\n...\n") == nil)
  }

  @Test(arguments: [
    ("a: b: c\n", 1, 5), ("a: [1, 2\nb: 3\n", 2, 2), ("a:\n\t- b\n", 2, 1), ("a: 'x\n", 2, 1),
    ("key\nother: 1\n", 2, 6), ("a: @x\n", 1, 4),
  ])
  func syntaxErrorHasPlaceAndHint(text: String, line: Int, column: Int) throws {
    let error = try #require(failure(in: text))
    #expect(error.location?.start == SourcePosition(line: line, column: column))
    #expect(error.hint != nil)
  }

  @Test func bytesThatAreNoUTF8HaveAPlace() throws {
    let error = #expect(throws: InputError.self) {
      try yaml(bytes: Array("a: 1\nb: ".utf8) + [0xFF, 0x0A])
    }
    #expect(error?.location?.start == SourcePosition(line: 2, column: 4))
    #expect(error?.hint == "save the file as UTF-8")
  }
}

@Suite struct YAMLAliasTests {
  @Test func aliasIsACopyAtItsOwnPlace() throws {
    let root = try yaml("a: &x {k: v}\nb: *x\n")
    #expect(root["b"]?["k"]?.string == "v")
    #expect(root["b"]?.start == SourcePosition(line: 2, column: 4))
  }

  @Test func mergeKeyBringsWhatIsNotWritten() throws {
    let root = try yaml("x: &x {a: 1, b: 2}\ny: &y {b: 3, c: 4}\nz:\n  a: 5\n  <<: [*x, *y]\n")
    let merged = root["z"]?.mapping?.reduce(into: [String: Int]()) {
      $0[$1.key.text ?? ""] = $1.value.integer
    }
    #expect(merged == ["a": 5, "b": 2, "c": 4])
  }

  @Test func mergeKeyMayStandTwice() throws {
    #expect(try problems("x: &x {a: 1}\nz:\n  <<: *x\n  <<: *x\n").isEmpty)
  }

  @Test func quotedMergeKeyIsAKey() throws { #expect(try yaml("'<<': 1\n")["<<"]?.integer == 1) }

  @Test func mergeOfTextIsReported() throws {
    #expect(try problems("<<: text\n").map(\.kind) == [.invalidMerge])
  }

  @Test(arguments: ["&x [1, *x]", "&x {a: {b: *x}}", "a: &x\n  <<: *x\n"])
  func aliasInsideItsAnchorIsRefused(text: String) {
    #expect(failure(in: text)?.message.contains("inside") == true)
  }

  @Test func aliasWithoutAnchorIsRefused() {
    #expect(failure(in: "- *x\n")?.location == place(1, 3))
  }

  @Test func anchorMayBeUsedAgain() throws {
    let values = try yaml("- &x 1\n- *x\n- &x 2\n- *x\n").sequence?.compactMap(\.integer)
    #expect(values == [1, 1, 2, 2])
  }

  @Test func aliasesThatMultiplyAreRefusedBeforeTheyExpand() {
    let lines = (1..<12).map { level in
      "l\(level): &l\(level) ["
        + Array(repeating: "*l\(level - 1)", count: 10).joined(separator: ",") + "]\n"
    }
    let failure = failure(in: "l0: &l0 [x]\n" + lines.joined())
    #expect(failure?.message.contains("values") == true)
    #expect(failure?.location?.start?.line == 7)
  }

  @Test func aliasesDoNotHideDepth() {
    let deep = String(repeating: "[", count: 60) + "&b0 []" + String(repeating: "]", count: 60)
    let lines = (1..<4).map { level in
      "- &b\(level) " + String(repeating: "[", count: 60) + "*b\(level - 1)"
        + String(repeating: "]", count: 60) + "\n"
    }
    #expect(failure(in: "- \(deep)\n" + lines.joined())?.message.contains("levels") == true)
  }
}

/// The root of a YAML text.
func yaml(_ text: String) throws -> DocumentNode { try yaml(bytes: Array(text.utf8)) }

/// The root of a YAML file.
func yaml(bytes: [UInt8]) throws -> DocumentNode {
  try #require(try YAMLDocument(parsing: bytes, path: "f").root)
}

private func problems(_ text: String) throws -> [DocumentProblem] {
  try YAMLDocument(parsing: Array(text.utf8), path: "f").problems
}

private func failure(in text: String) -> InputError? {
  do throws(InputError) {
    _ = try YAMLDocument(parsing: Array(text.utf8), path: "f")
    return nil
  } catch {
    return error
  }
}

/// A place in the file that all these tests read.
func place(_ line: Int, _ column: Int, to end: Int? = nil) -> Diagnostics.SourceLocation {
  Diagnostics.SourceLocation(
    "f", SourcePosition(line: line, column: column),
    to: end.map { SourcePosition(line: line, column: $0) })
}
