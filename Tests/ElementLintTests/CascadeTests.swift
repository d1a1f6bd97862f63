import Diagnostics
import TestSupport
import Testing

/// One fault is one finding, however many rules stumble over it.
struct CascadeTests {
  /// Elements that read the lists of others.
  private let readers = ["base", "package-installs", "pkg-map", "source-repositories", "svc-map"]

  private func codes(_ path: String, _ file: FixtureFile) async throws -> [String] {
    var files: [String: FixtureFile] = [
      "foo/README.rst": "===\nfoo\n===\n",
      "foo/element-deps": .text(readers.map { "\($0)\n" }.joined()),
    ]
    for name in readers { files["\(name)/README.rst"] = "\(name)\n===================\n" }
    files[path] = file
    return try await reports([], files).map(\.rule.rawValue)
  }

  @Test func carriageReturnsHideTheScript() async throws {
    let script = "#!/bin/bash\r\nset -eu\r\nif true; then\r\n  which a\r\nfi\r\n"
    #expect(try await codes("foo/install.d/50-foo", .executable(script)) == ["FS201"])
  }

  @Test(arguments: [
    ("element-deps", "base\n"), ("element-provides", "x\n"), ("pkg-map", "{}\n"),
    ("package-installs.yaml", "vim:\n"), ("package-installs.json", "{}\n"), ("svc-map", "{}\n"),
    ("source-repository-foo", "foo tar /opt/foo https://example.com/foo.tgz .\n"),
  ])
  func byteOrderMarkIsNotPartOfTheText(_ name: String, _ text: String) async throws {
    #expect(try await codes("foo/\(name)", "\u{FEFF}\(text)") == ["FS202"])
  }

  @Test(arguments: ["package-installs.yaml", "pkg-map", "svc-map", "x.json"])
  func fileThatIsNotUTF8IsNotParsed(_ name: String) async throws {
    #expect(try await codes("foo/\(name)", .bytes([0x22, 0xE9, 0x22, 0x0A])) == ["FS208"])
  }
}
