import Diagnostics
import ElementModel
import SystemPackage
import Testing

private func problems(_ bytes: [UInt8], _ path: FilePath) -> [FormatProblem] {
  SourceRepositories.parse(bytes, path: path).problems
}

@Suite struct SourceRepositoriesTests {
  private func rows(_ text: String) -> [SourceRepositories.Row] {
    SourceRepositories.parse(Array(text.utf8), path: "source-repository-x").value.rows
  }

  @Test func rowsHaveFiveFields() throws {
    let found = rows(
      "# x\n\nmy-name git /opt/x https://a/b v1\nfoo package /bar\nf file /d file:///x\n")
    let row = try #require(found.first)
    #expect(found.map(\.type) == [.git, .package, .file])
    #expect(row.name == "my-name" && row.variableSuffix == "my_name")
    #expect(row.destination == "/opt/x")
    #expect(row.location == "https://a/b")
    #expect(row.reference == "v1")
    #expect(row.sourceLocation.start?.line == 3)
  }

  @Test func blanksInsideShellExpressionsDoNotSeparate() throws {
    let row = try #require(
      rows("x tar /d ${URL:-$(echo \"a b\" | tr ' ' x)} '.'\n").first)
    #expect(row.location == "${URL:-$(echo \"a b\" | tr ' ' x)}")
    #expect(row.reference == "'.'")
  }

  @Test func lastRowWithoutNewlineIsLost() {
    #expect(rows("a package /b\nc package /d").map(\.name) == ["a"])
  }

  @Test(arguments: [
    ("«x»\n", [FormatProblem.Kind.malformedRepositoryRow]),
    ("«x git /d»\n", [.malformedRepositoryRow]),
    ("«x git https://a v1»\n", [.malformedRepositoryRow]),
    ("«x git /d https://a v1 more»\n", [.malformedRepositoryRow]),
    ("«x svn /d https://a»\n", [.unknownRepositoryType]),
    ("«x git /d git://a v1»\n", [.insecureLocation]),
    ("«x file /d http://a»\n", [.insecureLocation]),
    ("«x git /d https://a»\n", [.unpinnedReference]),
    ("«x git /d https://a stable/2024.1»\n", [.unpinnedReference]),
    ("«x tar /d https://a»\n", [.tarWithoutReference]),
    ("x package /d\n", []), ("x git /d https://a v1.0\n", []), ("x tar /d https://a *\n", []),
    ("x git $DEST ${URL} $REF\n", []), ("x $TYPE /d https://a b\n", []), ("", []),
    ("# only", [.missingFinalNewline]),
  ])
  func problemIsFoundAtItsPlace(text: String, kinds: [FormatProblem.Kind]) {
    guard kinds != [.missingFinalNewline] else {
      #expect(problems(Array(text.utf8), "file").map(\.kind) == kinds)
      return
    }
    expectProblems(kinds, in: text, problems)
  }

  @Test(arguments: [
    ("x package /d", "x package /d\n"),
    ("x git /d git://a v1\n", "x git /d https://a v1\n"),
    ("x tar /d https://a  \n", "x tar /d https://a *  \n"),
  ])
  func fixChangesNothingElse(text: String, fixed: String) {
    expectFix(of: text, is: fixed, problems)
  }
}
