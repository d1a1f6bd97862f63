import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ImageRequestTests {
  @Test func suffixOfTheOnlyTypeIsNotRepeated() throws {  // C009, C010
    #expect(try request("/d/a.tar").files == ["/d/a.tar"])
    #expect(try request("/d/a.b").files == ["/d/a.b.tar"])
    #expect(
      try request("/d/a.raw", types: ["raw", "qcow2"]).files == ["/d/a.raw.raw", "/d/a.raw.qcow2"])
  }

  @Test func aTypeThatIsNamedTwiceIsWrittenOnce() throws {
    #expect(try request("/d/a", types: ["tar", "tar"]).files == ["/d/a.tar"])
  }

  @Test func writableDirectoryIsAcceptedAndLeftAsItWas() throws {
    try withTemporaryFolder { folder in
      try request(folder.appending("image")).validate(named: ["foo"])
      #expect(fileNames(in: folder) == [])
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
      #expect(message("/proc/x")?.hasPrefix("cannot write to `/proc`: ") == true)
    }
  }

  private func request(
    _ name: FilePath, types: [String] = ["tar"]
  ) throws(InputError) -> ImageRequest {
    try ImageRequest(elements: ["foo"], types: types, name: name.string, in: "/nowhere")
  }

  private func message(
    _ name: FilePath, types: [String] = ["tar"], elements: [String] = ["foo"]
  ) -> String? {
    do throws(InputError) {
      try request(name, types: types).validate(named: elements)
      return nil
    } catch { return error.message }
  }
}
