import Diagnostics
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct ImageRequestTests {
  @Test func suffixOfTheOnlyTypeIsNotRepeated() {
    #expect(request("/d/a.tar").file == "/d/a.tar")
    #expect(request("/d/a.b").file == "/d/a.b.tar")
    #expect(request("/d/a.tar", types: ["tar", "tgz"]).file == "/d/a.tar.tar")
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
      #expect(message(request(fine), elements: []) == "no element was named")
      #expect(message(request(fine, types: [])) == "no output type was given")
      #expect(message(request(fine, types: ["floppy"])) == "there is no output type `floppy`")
      #expect(
        message(request(folder.appending("missing/image")))
          == "there is no directory `\(folder)/missing`")
      #expect(message(request(folder.appending("y"))) == "`\(folder)/y.tar` is a directory")
      #expect(message(request("/proc/x"))?.hasPrefix("cannot write to `/proc`: ") == true)
    }
  }

  private func request(_ name: FilePath, types: [String] = ["tar"]) -> ImageRequest {
    ImageRequest(elements: ["foo"], types: types, imageName: name)
  }

  private func message(_ request: ImageRequest, elements: [String] = ["foo"]) -> String? {
    do throws(InputError) {
      try request.validate(named: elements)
      return nil
    } catch { return error.message }
  }
}
