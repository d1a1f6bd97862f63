import Diagnostics
import Documents
import SystemPackage
import Testing

@testable import Commands

/// Files that describe images, after dib-contract section 2; the names in brackets are facts of its
/// section 17.
@Suite struct ImageFileTests {
  @Test(arguments: [
    ("- bogus: 1", "/f:1:3: there is no key `bogus`"),  // C024
    ("- image-size: 0", "/f:1:15: `image-size` takes a whole number, 1 or more, not `0`"),  // C025
    ("- types: [vmdk]", "/f:1:11: `types` cannot be `vmdk`"),  // C026
    ("- arch: i386", "/f:1:9: `arch` cannot be `i386`"),
    ("- environment: {A: 1}", "/f:1:20: `environment` takes text, not `1`"),
    ("- offline: \"yes\"", "/f:1:12: `offline` takes true or false, not `yes`"),
    ("- debug-trace: 3", "/f:1:16: `debug-trace` takes a whole number from 0 to 2, not `3`"),
    ("- elements: foo", "/f:1:13: `elements` takes a list of texts, not `foo`"),
    ("- foo", "/f:1:3: an image is a mapping, not a string"),
    ("imagename: x", "/f:1:1: the file holds no list of images"),
    ("", "/f: the file holds no list of images"),
    ("- imagename: a\n  imagename: b", "/f:2:3: key `imagename` stands on line 1 already"),
  ])
  func whatIsNotInTheSchemaIsRefusedWithItsPlace(_ text: String, _ message: String) throws {
    let problems = try reader(text).problems.problems.map { "\($0)" }
    #expect(problems.count == 1)
    #expect(problems.first?.hasPrefix(message) == true, "\(problems)")
  }

  @Test func allThatIsWrongIsToldAtOnce() throws {
    let problems = try reader("- typs: [tar]\n  clear: 1\n- arch: amd46\n").problems.problems
    #expect(problems.count == 3)
    #expect("\(problems[0])".contains("did you mean `types`?"))
    #expect("\(problems[2])".contains("did you mean `amd64`?"))
  }

  @Test func variablesAreQuotedForAShell() throws {
    #expect(
      try commands("- environment: {B: \"it's\", A: \"\"}") == [
        "B='it'\\''s' A='' disk-image-create -o image"
      ])
  }

  @Test func offIsNoOption() throws {  // C032
    let text = "- {offline: false, debug-trace: 0, packages: [], root-label: '', ramdisk: true}\n"
    #expect(try commands(text) == ["ramdisk-image-create -o image"])
  }

  @Test func entriesOfOneNameAreOneImage() throws {  // C027
    let text = """
      - {imagename: a, elements: [x], environment: {A: "1", B: "1"}, image-size: 1}
      - {imagename: b, elements: [x]}
      - {imagename: a, elements: [y], environment: {C: "2", A: "2"}, image-size: 2}
      """
    #expect(
      try commands(text) == [
        "A=2 B=1 C=2 disk-image-create -o a --image-size 2 x y", "disk-image-create -o b x",
      ])
  }

  @Test func entryWithoutANameBelongsToTheOneBefore() throws {  // C028
    let text =
      "- elements: [x]\n- imagename: b\n- elements: [y]\n- {imagename: image, elements: [z]}\n"
    #expect(try commands(text) == ["disk-image-create -o image x z", "disk-image-create -o b y"])
  }

  @Test func namesReachAcrossFiles() throws {
    var reader = ImageFileReader()
    for text in ["- {imagename: a, elements: [x]}", "- elements: [y]"] {
      reader.read(try document(text), at: "/f")
    }
    let merged = ImageEntry.merged(reader.entries).map { "\(ImageFileCommand($0))" }
    #expect(merged == ["disk-image-create -o a x y"])
  }

  private func commands(_ text: String) throws -> [String] {
    let reader = try reader(text)
    try reader.problems.throwAny()
    return ImageEntry.merged(reader.entries).map { "\(ImageFileCommand($0))" }
  }

  private func reader(_ text: String) throws -> ImageFileReader {
    var reader = ImageFileReader()
    reader.read(try document(text), at: "/f")
    return reader
  }

  private func document(_ text: String) throws -> YAMLDocument {
    try YAMLDocument(parsing: Array(text.utf8), path: "/f")
  }
}
