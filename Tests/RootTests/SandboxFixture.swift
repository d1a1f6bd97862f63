import Glibc
import Sandbox
import Synchronization
import SystemPackage

/// Directories for one sandbox: a root that borrows the host's `/usr`.
struct SandboxFixture {
  let directory: FilePath

  /// Makes the fixture, which exists as long as `body` runs.
  static func with<Value>(_ body: (SandboxFixture) async throws -> Value) async throws -> Value {
    try await TemporaryDirectory.with(prefix: "tie-check-test-") { directory in
      let fixture = SandboxFixture(directory: directory)
      fixture.makeDirectories(["upper", "work", "base"])
      fixture.makeDirectories(["usr", "proc", "sys", "dev", "tmp", "etc"].map { "base/" + $0 })
      for name in ["bin", "sbin", "lib", "lib64"] {
        symlink("usr/\(name)", directory.appending("base/\(name)").string)
      }
      return try await body(fixture)
    }
  }

  func path(_ name: String) -> FilePath { directory.appending(name) }

  func makeDirectories(_ names: [String]) {
    for name in names { mkdir(path(name).string, 0o755) }
  }

  func write(_ text: String, to name: String) throws {
    let file = try FileDescriptor.open(
      path(name), .writeOnly, options: [.create, .truncate], permissions: .ownerReadWrite)
    _ = try file.closeAfter { try file.writeAll(text.utf8) }
  }

  func exists(_ name: String) -> Bool { access(path(name).string, F_OK) == 0 }

  var overlay: Overlay {
    Overlay(lower: [path("base")], upper: path("upper"), work: path("work"), isVolatile: true)
  }

  /// A shell in the overlay, with the usual mounts.
  func spec(_ script: String, mounts: [Mount] = []) -> SandboxSpec {
    let usr = Mount.bind(source: "/usr", target: "/usr", readOnly: true)
    return SandboxSpec(
      root: .overlay(overlay), mounts: [usr] + Mount.kernelFileSystems() + mounts,
      arguments: ["sh", "-c", script], environment: ["PATH": "/usr/bin:/usr/sbin"])
  }
}

/// What a sandbox wrote, line by line.
final class Transcript: Sendable {
  private let state = Mutex<[OutputLine]>([])

  var lines: [OutputLine] { state.withLock(\.self) }
  var texts: [String] { lines.map(\.text) }

  func receive(_ line: OutputLine) { state.withLock { $0.append(line) } }
}

/// Runs `spec`; its result and the lines it wrote.
func run(_ spec: SandboxSpec) async throws -> (result: SandboxResult, lines: [String]) {
  let transcript = Transcript()
  let result = try await SandboxLauncher().run(spec, output: transcript.receive)
  return (result, transcript.texts)
}
