import SystemPackage
import TestSupport
import Testing

@testable import Reporting

struct PatchTests {
  private func patch(
    _ old: String, _ new: String, _ paths: (FilePath, FilePath) = ("a", "a"),
    modes: (Bool, Bool) = (false, false)
  ) -> String {
    let patch = Patch(
      from: .init(path: paths.0, isExecutable: modes.0, text: Array(old.utf8)),
      to: .init(path: paths.1, isExecutable: modes.1, text: Array(new.utf8)))
    return String(decoding: patch.bytes, as: UTF8.self)
  }

  @Test func equalTextsGiveNothing() { #expect(patch("x\n", "x\n") == "") }

  @Test func linesAreShownWithThreeAroundThem() {
    let old = (1...9).map { "\($0)\n" }.joined()
    #expect(
      patch(old, old.replacing("5\n", with: "five\n"))
        == """
        diff --git a/a b/a
        --- a/a
        +++ b/a
        @@ -2,7 +2,7 @@
         2
         3
         4
        -5
        +five
         6
         7
         8

        """)
  }

  @Test func missingLineEndsAreTold() {
    #expect(
      patch("x", "x\n").hasSuffix("@@ -1,1 +1,1 @@\n-x\n\\ No newline at end of file\n+x\n"))
  }

  @Test func modesAndNamesHaveRowsOfTheirOwn() {
    #expect(
      patch("", "", ("x y", "\"z\""), modes: (false, true)) == """
        diff --git a/x y "b/\\"z\\""
        old mode 100644
        new mode 100755
        rename from x y
        rename to "\\"z\\""

        """)
  }

  @Test func blanksInNamesDoNotEndThem() {
    #expect(patch("x\n", "y\n", ("a b", "a b")).contains("--- a/a b\t\n+++ b/a b\t\n"))
  }

  /// Changes of random texts of few different lines, and of large ones.
  @Test(arguments: 0..<200)
  func changesTurnOneTextIntoTheOther(_ seed: UInt64) {
    var generator = SeededGenerator(seed: seed)
    let size = seed % 10 == 0 ? 3000 : 30
    let old = (0..<Int.random(in: 0...size, using: &generator)).map { _ in
      ArraySlice("\(Int.random(in: 0...size, using: &generator))\n".utf8)
    }
    let new = old.filter { _ in Bool.random(using: &generator) }.shuffled(using: &generator) + old
    let difference = LineDifference(from: old, to: new)
    var result = [ArraySlice<UInt8>]()
    var place = 0
    for change in difference.changes {
      result += old[place..<change.old.lowerBound]
      #expect(result.count == change.new.lowerBound)
      result += new[change.new]
      place = change.old.upperBound
    }
    #expect(result + old[place...] == new)
  }

  @Test func manyChangesTakeNoTime() {
    let old = (0..<200_000).map { ArraySlice("\($0 % 7)\r\n".utf8) }
    let new = old.map { $0.dropLast(2) + "\n".utf8 }
    let difference = LineDifference(from: old, to: new)
    #expect(difference.changes == [.init(old: 0..<200_000, new: 0..<200_000)])
  }
}
