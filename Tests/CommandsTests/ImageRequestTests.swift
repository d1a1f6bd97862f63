import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ImageRequestTests {
  @Test func suffixOfTheOnlyTypeIsNotRepeated() {  // C009, C010
    #expect(request("/d/a.tar").files == ["/d/a.tar"])
    #expect(request("/d/a.b").files == ["/d/a.b.tar"])
    #expect(
      request("/d/a.raw", types: ["raw", "qcow2"]).files == ["/d/a.raw.raw", "/d/a.raw.qcow2"])
  }

  @Test func aTypeThatIsNamedTwiceIsWrittenOnce() {
    #expect(request("/d/a", types: ["tar", "tar"]).files == ["/d/a.tar"])
  }

  @Test func writableDirectoryIsAcceptedAndLeftAsItWas() throws {
    try withTree(["image.probe": "mine"]) { folder in
      #expect(request(folder.appending("image")).problems(named: ["foo"]) == [])
      #expect(fileNames(in: folder) == ["image.probe"])
      let kept = try readFile(folder.appending("image.probe"))
      #expect(kept == "mine")
    }
  }

  @Test func whatCannotBeBuiltIsRefusedBeforeTheBuild() throws {
    try withTree(["y.tar": .directory]) { folder in
      let fine = folder.appending("image")
      #expect(message(fine, elements: []) == "no element was named")
      #expect(message(fine, types: []) == "no output type was given")
      #expect(message(fine, types: ["floppy"]) == "there is no output type `floppy`")
      #expect(
        message(folder.appending("missing/image")) == "there is no directory `\(folder)/missing`")
      #expect(message(folder.appending("y")) == "`\(folder)/y.tar` is a directory")
      #expect(message(fine, types: ["docker"]) == "type docker needs a name for the image")  // C012
      let all = request("/nowhere/at/all/x", types: ["floppy"]).problems(named: [])
      #expect(all.map(\.message).count == 3)
      #expect(message("/proc/x")?.hasPrefix("cannot write to `/proc`: ") == true)
    }
  }

  private func request(
    _ name: FilePath, types: [String] = ["tar"]
  ) -> ImageRequest {
    ImageRequest(elements: ["foo"], types: types, name: name.string, in: "/nowhere")
  }

  private func message(
    _ name: FilePath, types: [String] = ["tar"], elements: [String] = ["foo"]
  ) -> String? {
    request(name, types: types).problems(named: elements).first?.message
  }
}
