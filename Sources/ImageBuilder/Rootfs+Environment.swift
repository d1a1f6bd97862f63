import Sandbox
import SystemPackage

extension Rootfs {
  /// What hooks in the chroot see after `environment.d` has been sourced.
  ///
  /// Sources the files once more, in the finished rootfs; `scratch` is an empty directory. A file that
  /// fails is a `BuildError`.
  package func hookEnvironment(_ launcher: SandboxLauncher, scratch: FilePath) async throws
    -> [String: String]
  {
    let directory: FilePath = "/tmp/environment.d"
    let files = scratch.appending("environment.d")
    try files.createDirectories()
    let names = try writeEnvironmentFiles(to: files)
    var spec = SandboxSpec(root: .overlay(try overlay(scratch: scratch)))
    spec.mounts = [
      .proc, .devices,
      .bind(source: files, target: directory, readOnly: true, mountPoint: .temporary),
    ]
    spec.environment = variables
    spec.streams = .separate
    spec.arguments =
      HookCommand(
        executing: ["/usr/bin/env", "-0"], sourcing: names.map { directory.appending($0) }
      ).arguments
    return try await entries(of: spec, launcher)
  }

  private func writeEnvironmentFiles(to directory: FilePath) throws(Errno) -> [String] {
    var names: [String] = []
    for (number, text) in environmentTexts.enumerated() {
      try directory.appending("\(number)").write(text)
      names.append("\(number)")
    }
    return names
  }

  private func entries(of spec: SandboxSpec, _ launcher: SandboxLauncher) async throws
    -> [String: String]
  {
    let output = OutputTail(limit: .max)
    let result = try await launcher.run(spec) { if $0.stream == .output { output.add($0.text) } }
    try result.requireSuccess(of: "environment.d")
    let pairs = output.lines.joined(separator: "\n").split(separator: "\0").compactMap {
      entry -> (String, String)? in
      let parts = entry.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
      return parts.count == 2 ? (String(parts[0]), String(parts[1])) : nil
    }
    return Dictionary(pairs, uniquingKeysWith: { _, last in last })
  }
}
