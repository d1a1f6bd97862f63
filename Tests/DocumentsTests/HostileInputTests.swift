import Diagnostics
import Documents
import SystemPackage
import TestSupport
import Testing

/// Whatever the bytes are: a tree or an `InputError` with a place, in time.
@Suite struct HostileInputTests {
  private static let nasty: [[UInt8]] =
    [
      "\0", "a: \0", "\u{1}", "%", "%YAML 9.9\n---\n", "%TAG ! x\n---\n", "&", "*", "&a", "*a", "!",
      "!!", "!<", "|", ">", "|9", "? ", "? ? ?", ":", "::", "-", "--", "---", "...", "{", "}", "[",
      "]", "[[[", "{{{", "{? : }", "[? a]", "'", "\"", "\"\\", "\"\\x", "\"\\u12",
      "\"\\UFFFFFFFF\"", "@", "`",
      "\t", "a:\t-", "\u{85}", "\u{2028}", "\u{FEFF}\u{FEFF}", "<<: *a", "<<: &a [*a]", "{<<: [1]}",
      "&a a: *a", "- - - -", "--- a\n--- b", "!!int x", "!!float x", "!!bool x", "!!null x",
      "\"\\ud800\"", "[1e999999]", "-9223372036854775808", "0x8000000000000000",
    ].map { Array($0.utf8) }
    + [
      [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xFF, 0xFE, 0x00, 0xD8], [0xC0, 0x80],
      [0xED, 0xA0, 0x80],
      [0xF4, 0x90, 0x80, 0x80], [0xEF, 0xBB, 0xBF], [0xEF, 0xBB], [0x61, 0x3A, 0x20, 0x80],
      [0x22, 0xF0, 0x9F, 0x22], [0xFF, 0xFE, 0x61],
    ]

  @Test(arguments: nasty) func nastyBytesAreReadOrRefused(bytes: [UInt8]) { parse(bytes) }

  @Test(arguments: [
    "[", "{", "- ", "? ", "{a: ", "[{", "&a [", "!!seq [", "\"a\": {", "> ", "'", "{\"a\":[",
  ])
  func hugeNestingIsReadOrRefused(part: String) {
    parse(Array(String(repeating: part, count: 50_000).utf8))
  }

  @Test(arguments: [
    "a\n", "- \n", "- a: b\n", ",", "&a *a ", "k: v\n", "a: |\n", "\"\\u0041\",", "*a,", "\n", " ",
  ])
  func longInputIsReadOrRefused(part: String) {
    parse(Array(String(repeating: part, count: 20_000).utf8))
    parse(Array(("[" + String(repeating: part, count: 20_000)).utf8))
  }

  @Test func tooLargeFileIsRefused() {
    let bytes = [UInt8](repeating: UInt8(ascii: " "), count: 9 << 20)
    #expect(throws: InputError.self) { try YAMLDocument(parsing: bytes, path: "f") }
    #expect(throws: InputError.self) { try JSONDocument(parsing: bytes, path: "f") }
  }

  @Test(arguments: 0..<40 as Range<UInt64>) func mutatedDocumentsAreReadOrRefused(seed: UInt64) {
    var random = SeededGenerator(seed: seed)
    for _ in 0..<50 { parse(mutated(Self.sample, &random)) }
  }

  private static let sample = Array(
    """
    # comment
    base: &base {arch: "amd64,arm64", when: 'A = b', list: [1, 0x2, 3.5, ~, yes]}
    other:
      <<: *base
      text: |
        several
        lines ä€😀
      "json": {"a": [1, -2.5e+3, true, null, "x\\u00e4\\n"]}
    - not: valid

    """.utf8)

  /// Replaces, inserts, removes and repeats some bytes.
  private func mutated(_ bytes: [UInt8], _ random: inout SeededGenerator) -> [UInt8] {
    var bytes = bytes
    for _ in 0..<Int.random(in: 1...8, using: &random) {
      let index = Int.random(in: 0..<max(bytes.count, 1), using: &random)
      let special = Array("\0\n\t &*!|>'\"%@`{}[],:?-#<\\u".utf8)
      switch Int.random(in: 0..<4, using: &random) {
      case 0: bytes.insert(special.randomElement(using: &random) ?? 0, at: index)
      case 1: bytes.insert(UInt8.random(in: 0...255, using: &random), at: index)
      case 2: bytes.removeSubrange(index..<min(index + 3, bytes.count))
      default: bytes.insert(contentsOf: bytes[index..<min(index + 9, bytes.count)], at: index)
      }
    }
    return bytes
  }

  private func parse(_ bytes: [UInt8]) {
    check { () throws(InputError) in try YAMLDocument(parsing: bytes, path: "f").root }
    check { () throws(InputError) in try JSONDocument(parsing: bytes, path: "f").root }
  }

  /// Walks the tree, so that every part of it is touched.
  private func check(_ parse: () throws(InputError) -> DocumentNode?) {
    do throws(InputError) {
      if let root = try parse() { #expect(values(in: root) > 0) }
    } catch {
      #expect(error.location != nil && error.hint != nil && !error.message.isEmpty)
    }
  }

  private func values(in node: DocumentNode) -> Int {
    switch node.content {
    case .scalar(let scalar):
      _ = (scalar.integer, scalar.double, scalar.bool)
      return 1
    case .sequence(let nodes): return nodes.reduce(1) { $0 + values(in: $1) }
    case .mapping(let pairs):
      return pairs.reduce(1) { $0 + values(in: $1.key) + values(in: $1.value) }
    }
  }
}
