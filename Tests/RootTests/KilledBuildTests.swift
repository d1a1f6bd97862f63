import Foundation
import ImageBuilder
import Sandbox
import SystemPackage
import TestSupport
import Testing

/// What is left of a program that was killed in the middle of a build: nothing.
@Suite(.requires(.root), .serialized) struct KilledBuildTests {
  private static let element: [String: FixtureFile] = {
    var files = fakeOperatingSystem
    for number in 10..<20 {
      files["slow/install.d/\(number)-step"] = .script(
        "sleep 0.1; echo \(number) >> /etc/steps; sleep 0.1")
    }
    files["slow/finalise.d/90-check"] = .script("[ \"$(cat /etc/steps | grep -c .)\" = 10 ]")
    files["slow/README.rst"] = "slow\n====\n"
    return files
  }()

  @Test func killedAtTenMomentsNothingIsLeftAndTheNextBuildIsRight() async throws {
    try await withTemporaryFolder { folder in
      try await withTree(Self.element) { elements in
        let cache = folder.appending("cache")
        for _ in 0..<10 {
          let build = try start(elements, cache, folder)
          try await Task.sleep(for: .milliseconds(Int.random(in: 50...1500)))
          kill(build.processIdentifier, SIGKILL)
          build.waitUntilExit()
          try await expectNothingLeft(of: cache)
        }
        let last = try start(elements, cache, folder)
        last.waitUntilExit()
        #expect(last.terminationStatus == 0)
        #expect(FileStatus(folder.appending("image.tar")) != nil)
        let left = try cache.appending("work").children()
        #expect(left == [])
      }
    }
  }

  @Test(arguments: [SIGINT, SIGTERM, SIGHUP])
  func interruptedItCleansUpAndEndsWith130(_ signal: CInt) async throws {
    try await withTemporaryFolder { folder in
      try await withTree(Self.element) { elements in
        let cache = folder.appending("cache")
        let build = try start(elements, cache, folder)
        try await Task.sleep(for: .milliseconds(1200))
        kill(build.processIdentifier, signal)
        build.waitUntilExit()
        #expect(build.terminationStatus == 130)
        #expect(build.terminationReason == .exit)
        #expect(leftovers(of: cache) == [])
        let left = try cache.appending("work").children()
        #expect(left == [])
      }
    }
  }

  @Test func onAFullDiskItSaysSo() async throws {
    var files = fakeOperatingSystem
    files["large/root.d/50-fill"] = .script("head -c 40M /dev/zero > \"$TARGET_ROOT/large\"")
    try await withTree(files) { elements in
      let cache = elements.appending("cache")
      try cache.createDirectories()
      let outcome = try await BuiltProgram.run(
        ["build", "-n", "-t", "tar", "-o", elements.appending("image").string, "fake-os", "large"],
        ["TIE_CHECK_CACHE": cache.string, "ELEMENTS_PATH": elements.string],
        through: [
          "unshare", "-m", "sh", "-ec",
          "mount -t tmpfs -o size=32m none \"$TIE_CHECK_CACHE\"; exec \"$@\"", "sh",
        ])
      #expect(outcome.status == 3)
      #expect(outcome.output.contains("there is no space left in `\(cache)`"))
      #expect(FileStatus(elements.appending("image.tar")) == nil)
    }
  }

  @Test func withClosedStreamsNothingIsWrittenToOtherFiles() async throws {
    try await withTree(Self.element) { elements in
      let cache = elements.appending("cache")
      let outcome = try await BuiltProgram.run(
        ["build", "-n", "-t", "tar", "-o", elements.appending("image").string, "fake-os", "slow"],
        ["TIE_CHECK_CACHE": cache.string, "ELEMENTS_PATH": elements.string],
        through: ["sh", "-c", "exec \"$@\" <&- >&- 2>&-", "sh"])
      #expect(outcome.status == 0)
      let lock = try cache.appending("store.lock").contents()
      #expect(lock == [])
    }
  }

  /// The kernel ends the sandbox as soon as it sees that the program is gone.
  private func expectNothingLeft(of cache: FilePath) async throws {
    for _ in 0..<100 where !leftovers(of: cache).isEmpty {
      try await Task.sleep(for: .milliseconds(20))
    }
    #expect(leftovers(of: cache) == [])
  }

  /// Mounts below the cache, and processes that have one of its files as root or working directory.
  private func leftovers(of cache: FilePath) -> [String] {
    let mounts = MountEntry.entries().map(\.mountPoint).filter { $0.starts(with: cache) }
    let processes = ((try? FilePath("/proc").children()) ?? []).filter { Int($0) != nil }
      .filter { identifier in
        let arguments = (try? FilePath("/proc/\(identifier)/cmdline").contents()) ?? []
        return String(decoding: arguments, as: UTF8.self).contains("in_target.d")
      }
    return mounts.map(\.string) + processes
  }

  private func start(_ elements: FilePath, _ cache: FilePath, _ folder: FilePath) throws -> Process
  {
    let process = Process()
    process.executableURL = URL(fileURLWithPath: try BuiltProgram.path().string)
    process.arguments = [
      "build", "-n", "-t", "tar", "-o", folder.appending("image").string, "fake-os", "slow",
    ]
    process.environment = [
      "PATH": "/usr/bin:/bin", "HOME": "/root", "TIE_CHECK_CACHE": cache.string,
      "ELEMENTS_PATH": elements.string,
    ]
    process.standardOutput = FileHandle.nullDevice
    process.standardError = FileHandle.nullDevice
    try process.run()
    return process
  }
}
