import Diagnostics
import SystemPackage

extension Report {
  /// A report whose every text is as hostile as hooks and file names can be.
  static func random(using random: inout some RandomNumberGenerator) -> Report {
    var report = Report()
    report.summary.duration = .nanoseconds(
      Int64.random(in: -10...1_000_000_000_000, using: &random))
    report.summary.startedAt = Double.random(in: 0...4_000_000_000, using: &random)
    report.summary.hostName = hostileText(&random)
    report.properties = [Property("x" + hostileText(&random), hostileText(&random))]
    report.cases = (0..<Int.random(in: 0...8, using: &random)).map { _ in
      randomCase(&random)
    }
    return report
  }

  private static func randomCase(_ random: inout some RandomNumberGenerator) -> CaseResult {
    let failure = CaseResult.Failure(
      code: "x" + hostileText(&random), message: hostileText(&random) + "x",
      expected: hostileText(&random), found: hostileText(&random),
      details: hostileText(&random), reproduce: hostileText(&random))
    let verdicts: [CaseResult.Verdict] = [
      .passed, .failed(failure), .errored(failure), .skipped(reason: hostileText(&random)),
    ]
    return CaseResult(
      element: "e" + hostileText(&random), stage: .assert, name: "n" + hostileText(&random),
      verdict: verdicts.randomElement(using: &random) ?? .passed,
      location: SourceLocation(FilePath("p" + hostileText(&random))))
  }

  /// Control and escape characters, the ends of XML constructs, and broken UTF-8: a lone
  /// surrogate, an overlong form, a cut sequence.
  static func hostileText(_ random: inout some RandomNumberGenerator) -> String {
    let pieces: [[UInt8]] = [
      Array("]]>".utf8), Array("<!--".utf8), Array("&amp;".utf8), Array("\"'<>&".utf8), [0], [7],
      [0x1b], Array("\u{1b}[1;31mred\u{1b}[0m".utf8), Array("\u{1b}]0;title\u{7}".utf8), [10], [13],
      [9], [0x7f], [0xed, 0xa0, 0x80], [0xc0, 0xaf], [0xe2, 0x82], [0xff], Array("\u{fffe}".utf8),
      Array("\u{ffff}".utf8), Array("\u{85}\u{9b}".utf8), Array("日本語 🙂 e\u{301}".utf8),
      Array("%s%n\\u0000".utf8), [UInt8.random(in: 0...255, using: &random)],
    ]
    let count = Int.random(in: 0...12, using: &random)
    let bytes = (0..<count).flatMap { _ in pieces.randomElement(using: &random) ?? [] }
    return String(decoding: bytes, as: UTF8.self)
  }
}
