import Foundation
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// Builds of the fake operating system, and of one element, by the program itself.
struct IsolationFixture {
  let folder: FilePath
  let elements: FilePath

  /// Calls `body` with a fixture for an element of the given files.
  static func with(
    _ files: [String: FixtureFile], _ body: (IsolationFixture) async throws -> Void
  ) async throws {
    var all = fakeOperatingSystem
    for (path, file) in files { all["test/\(path)"] = file }
    try await withTemporaryFolder { folder in
      try await withTree(all) { elements in
        try await body(IsolationFixture(folder: folder, elements: elements))
      }
    }
  }

  /// Builds the image `x` of the given types.
  func build(
    _ types: String, _ options: [String] = [], layout: String, size: String = "0.2",
    variables: [String: String] = [:]
  ) async throws -> BuiltProgram.Outcome {
    try await BuiltProgram.run(
      ["build", "-n", "-t", types, "-o", folder.appending("x").string] + options
        + ["fake-os", "test"],
      [
        "TIE_CHECK_CACHE": folder.appending("cache").string, "ELEMENTS_PATH": elements.string,
        "DIB_BLOCK_DEVICE_CONFIG": layout, "DIB_IMAGE_SIZE": size, "DIB_JOURNAL_SIZE": "4",
      ].merging(variables) { $1 })
  }

  /// What a command prints.
  func run(_ name: String, _ arguments: String...) async throws -> String {
    try await CommandRunner().run(checked: Command(name, arguments)).output
  }

  /// The file of an image.
  func image(_ ending: String) -> String { folder.appending("x.\(ending)").string }

  /// Loop devices whose file is in the fixture's folder.
  var loopDevices: [String] {
    let directory: FilePath = "/sys/block"
    return ((try? directory.children()) ?? []).filter { name in
      let file = directory.appending(name).appending("loop/backing_file")
      let bytes = (try? file.contents()) ?? []
      return String(decoding: bytes, as: UTF8.self).contains(folder.string)
    }
  }

  /// The programs that build into the fixture's folder.
  var processes: [Int32] { processes(named: "tie-check", with: folder.appending("x").string) }

  /// Processes of virtual machines that belong to the fixture's builds.
  var machines: [Int32] { processes(named: "linux.uml", with: folder.string) }

  private func processes(named name: String, with part: String) -> [Int32] {
    ((try? FilePath("/proc").children()) ?? []).compactMap { Int32($0) }.filter { process in
      let arguments = (try? FilePath("/proc/\(process)/cmdline").contents()) ?? []
      let text = String(decoding: arguments, as: UTF8.self)
      return text.contains(name) && text.contains(part)
    }
  }

  /// A part of a file.
  func bytes(of file: String, at offset: Int, count: Int) throws -> [UInt8] {
    let handle = try FileHandle(forReadingFrom: URL(fileURLWithPath: file))
    try handle.seek(toOffset: UInt64(offset))
    return Array(try handle.read(upToCount: count) ?? Data())
  }

  /// Waits until `condition` holds, for half an hour at most: it may have to wait for its turn.
  func wait(until condition: () -> Bool) async throws {
    for _ in 0..<36_000 {
      if condition() { return }
      try await Task.sleep(for: .milliseconds(50))
    }
    Issue.record("waited in vain")
  }
}
