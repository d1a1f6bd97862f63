import ElementModel
import TestSupport
import Testing

@Suite struct ContentDigestTests {
  private func digest(_ files: [String: FixtureFile]) throws -> ContentDigest {
    try withElements(files) { tree in
      try ContentDigest(of: try #require(tree.sorted.first))
    }
  }

  @Test func digestIsSHA256() {
    #expect(
      ContentDigest(of: Array("abc".utf8)).hexadecimal
        == "ba7816bf8f01cfea414140de5dae2223b00361a396177a9cb410ff61f20015ad")
  }

  @Test func placeAndNameOfTheElementDoNotCount() throws {
    #expect(try digest(["a/x": "1"]) == digest(["b/x": "1"]))
  }

  @Test func everyPropertyOfAFileCounts() throws {
    let variants: [[String: FixtureFile]] = [
      ["a/x": "1"], ["a/x": "2"], ["a/y": "1"], ["a/x": .executable("1")], ["a/x": .symlink("1")],
      ["a/x": .symlink("2")], ["a/x": .directory], ["a/x/1": ""], ["a/x": "1", "a/y": ""],
    ]
    #expect(Set(try variants.map { try digest($0) }).count == variants.count)
  }

  @Test func partsDoNotRunIntoEachOther() {
    func digest(_ parts: [String]) -> ContentDigest {
      var builder = ContentDigest.Builder()
      for part in parts { builder.combine(part) }
      return builder.digest
    }
    #expect(
      Set([digest(["ab", "c"]), digest(["a", "bc"]), digest(["abc"]), digest([])]).count == 4)
    #expect(digest(["ab", "c"]) == digest(["ab", "c"]))
  }
}
