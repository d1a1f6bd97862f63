import Sandbox
import SystemPackage
import TestSupport
import Testing

/// A web server of the host, at a loopback address that is not 127.0.0.1.
struct WebServer {
  let host = "127.0.0.7"
  let port: String

  /// Calls `body` while a server for one file runs.
  static func with(
    file name: String, _ content: String, _ body: (WebServer) async throws -> Void
  ) async throws {
    try await withTemporaryFolder { folder in
      try writeFile(folder.appending(name), content)
      let lines = LineLog()
      let process = Task { try await serve(folder, lines) }
      defer { process.cancel() }
      try await body(WebServer(port: try await port(lines)))
    }
  }

  private static func serve(_ folder: FilePath, _ lines: LineLog) async throws {
    var spec = SandboxSpec(
      root: .host,
      arguments: ["python3", "-u", "-m", "http.server", "0", "--bind", "127.0.0.7"],
      workingDirectory: folder, timeout: .seconds(120))
    spec.environment = ["PATH": "/usr/bin:/bin"]
    spec.gracePeriod = .zero
    _ = try await SandboxLauncher().run(spec) { lines.add($0.text) }
  }

  /// The server takes any that is free, and says which.
  private static func port(_ lines: LineLog) async throws -> String {
    for _ in 0..<200 {
      let words = lines.all.first?.split(separator: " ") ?? []
      if let index = words.firstIndex(of: "port"), index + 1 < words.count {
        return String(words[index + 1])
      }
      try await Task.sleep(for: .milliseconds(50))
    }
    throw WebServerFailure(lines: lines.all)
  }
}

private struct WebServerFailure: Error { let lines: [String] }
