import Diagnostics
import Documents
import SystemPackage
import Testing

@testable import Reporting

/// What the formats for code hosts do with findings that are hard to write down.
struct LintReporterTests {
  private func finding(
    _ severity: Severity = .error, at path: FilePath = "a", _ message: Finding.Message = "m",
    line: Int? = nil
  ) -> Finding {
    let location = line.map { SourceLocation(path, line: $0) } ?? SourceLocation(path)
    return Finding(
      rule: "XX1", name: "x", severity: severity, message: message, location: location)
  }

  private func report(_ findings: [Finding]) -> Report {
    var report = Report()
    report.findings = findings
    return report
  }

  private func json(_ format: String, _ report: Report) throws -> DocumentNode {
    let reporter = try #require(ReporterRegistry.reporter(format))
    let text = reporter.text(of: report)
    return try #require(try JSONDocument(parsing: Array(text.utf8), path: "x").root)
  }

  @Test func annotationsCannotBeBrokenOutOf() {
    let text = GitHubReporter(RenderingOptions())
      .text(of: report([finding(at: "a,b:c%", "x\r\n::error::y")]))
    #expect(
      text == "::error file=a%2Cb%3Ac%25,line=1,endLine=1,col=1,endColumn=1,title=XX1 x"
        + "::x%0D%0A::error::y\n")
  }

  @Test func theWorstAnnotationsComeFirst() {
    let all = Severity.allCases.map { finding($0) }
    let text = GitHubReporter(RenderingOptions()).text(of: report(all))
    #expect(
      text.split(separator: "\n").map { $0.prefix { $0 != " " } }
        == ["::error", "::warning", "::notice"])
  }

  @Test func addressesArePercentEncodedWhateverTheirBytes() throws {
    let path = FilePath(platformString: [0x61, 0x20, 0x23, -1, 0x2F, 0x62, 0])
    let document = try json("sarif", report([finding(at: path), finding(at: "/x y")]))
    let places = try #require(document["runs"]?.sequence?[0]["results"]?.sequence)
      .compactMap { $0["locations"]?.sequence?[0]["physicalLocation"]?["artifactLocation"] }
    #expect(places.map { $0["uri"]?.string } == ["file:///x%20y", "a%20%23%FF/b"])
    #expect(places.map { $0["uriBaseId"]?.string } == [nil, "SRCROOT"])
  }

  @Test func resultsPointAtTheirRules() throws {
    let run = try #require(try json("sarif", .sample)["runs"]?.sequence?[0])
    let rules = try #require(run["tool"]?["driver"]?["rules"]?.sequence).map { $0["id"]?.string }
    for result in try #require(run["results"]?.sequence) {
      guard let index = result["ruleIndex"]?.integer else { continue }
      #expect(rules[index] == result["ruleId"]?.string)
    }
  }

  @Test func suppressedResultsSayByWhom() throws {
    let run = try #require(try json("sarif", .sample)["runs"]?.sequence?[0])
    let kinds = try #require(run["results"]?.sequence)
      .map { $0["suppressions"]?.sequence?[0]["kind"]?.string }
    #expect(kinds.filter { $0 == nil }.count == 3)
    #expect(kinds.compactMap { $0 }.sorted() == ["external", "inSource"])
  }

  @Test func oneLineOfJSONIsOneFinding() throws {
    let text = JSONLinesReporter(RenderingOptions()).text(of: .sample)
    let lines = text.split(separator: "\n")
    #expect(lines.count == 3)
    for line in lines {
      let root = try JSONDocument(parsing: Array(line.utf8), path: "x").root
      #expect(root?["rule"] != nil)
    }
  }

  @Test func reviewsGetTheWorstCommentsAndTheNumberOfOthers() throws {
    let many = (1...150).map { finding(.info, line: $0) } + [finding(.error, line: 900)]
    let zuul = try #require(try json("zuul", report(many))["zuul"])
    let comments = try #require(zuul["file_comments"]?["a"]?.sequence)
    #expect(comments.count == 100)
    #expect(comments.last?["line"]?.integer == 900)
    #expect(zuul["warnings"]?.sequence?.map(\.string) == ["51 more findings are in the log"])
  }

  @Test func commentsAreOnlyOnFilesOfTheRepository() throws {
    let zuul = try #require(try json("zuul", report([finding(at: "/etc/x")]))["zuul"])
    #expect(zuul["file_comments"]?.mapping?.isEmpty == true)
    #expect(zuul["warnings"]?.sequence?.map(\.string) == ["/etc/x:1:1: XX1 m"])
  }

  @Test func commentsHaveNoOtherMembersThanZuulAccepts() throws {
    let comments = try #require(try json("zuul", .sample)["zuul"]?["file_comments"]?.mapping)
    let keys = comments.flatMap { $0.value.sequence ?? [] }
      .flatMap { $0.mapping ?? [] }.compactMap(\.key.string)
    #expect(Set(keys) == ["line", "message", "level", "range"])
  }
}
