import Diagnostics
import FoundationEssentials
import Glibc
import Sandbox
import SystemPackage

/// A virtual machine of user-mode Linux that sees the host's files, read-only but for a few
/// directories, and runs one job.
struct Machine: Sendable {
  let program: FilePath
  let launcher: SandboxLauncher
  /// Of the machine alone; it holds the job.
  let directory: FilePath
  /// In which the machine may write, too.
  let writable: [FilePath]
  /// Its disks, the first of which the machine calls `/dev/ubda`; the last is only read.
  let disks: [FilePath]
  let hasNetwork: Bool

  /// How many there can be (the documentation of user-mode Linux, "ubd").
  static let diskLimit = 16

  /// The device of the disk `index`, which is less than `diskLimit`.
  static func device(_ index: Int) -> FilePath {
    FilePath("/dev/ubd\(Array("abcdefghijklmnop")[index])")
  }

  /// The devices of the disks by their names; the next one is the content's.
  static func devices(of layout: DiskLayout) -> [String: FilePath] {
    let pairs = layout.disks.enumerated().map { ($1.name, device($0)) }
    return Dictionary(pairs) { first, _ in first }
  }

  /// Runs the job and hands on what the machine tells.
  ///
  /// - Throws: `BuildError` for a machine that ends before its job, and for one that hangs.
  func run(
    _ job: MachineJob, _ receive: @escaping @Sendable (MachineJob.Message) -> Void
  ) async throws -> MachineJob.Outcome {
    let file = directory.appending("job.json")
    try file.write(Array(JSONEncoder().encode(job)))
    try directory.appending("init").write(
      Array(initScript(file, job).utf8), mode: [.ownerReadWriteExecute])
    let console = MachineConsole(receive)
    try await boot(console)
    let outcome = MachineAgent.outcomeFile(beside: file)
    guard let bytes = try? outcome.contents() else {
      throw console.failure("it ended before its job")
    }
    return try JSONDecoder().decode(MachineJob.Outcome.self, from: Data(bytes))
  }

  /// Runs the machine to its end, or until it hangs.
  private func boot(_ console: MachineConsole) async throws {
    let spec = try specification()
    try await withThrowingTaskGroup(of: Void.self) { [launcher] group in
      group.addTask { _ = try await launcher.run(spec) { console.add($0.text) } }
      group.addTask {
        try await console.waitForSilence()
        throw console.failure(
          "it gave no sign of life for \(MachineConsole.patience.components.seconds) s")
      }
      try await group.next()
      group.cancelAll()
    }
    try Task.checkCancellation()
  }

  private var memory: FilePath { directory.appending("memory") }

  private func specification() throws -> SandboxSpec {
    guard let kernel = UserModeLinux.program else {
      throw BuildError.stepFailed(
        title: "virtual machine", reason: "user-mode Linux is not installed")
    }
    try memory.createDirectories()
    var spec = SandboxSpec(root: .readOnlyHost)
    spec.mounts =
      [.proc]
      // With what is mounted in them, such as TMP_DIR.
      + ([directory] + writable).map { .bind(source: $0, target: $0, recursive: true) }
      // The machine's memory is a file that is executed.
      + [.tmpfs(target: memory)]
    spec.environment = [
      "HOME": memory.string, "TMPDIR": memory.string, "PATH": "/usr/sbin:/usr/bin:/sbin:/bin",
    ]
    spec.workingDirectory = directory
    spec.arguments = [kernel.string] + (try arguments())
    return spec
  }

  private func arguments() throws -> [String] {
    // Colons and commas in the names of disks would mean something.
    let links = try disks.indices.map { index in
      let name = "disk\(index)"
      guard symlink(disks[index], directory.appending(name)) else { throw Errno.ioError }
      return "ubd\(index)\(index == disks.count - 1 ? "r" : "")=\(name)"
    }
    return [
      "mem=\(UserModeLinux.memory)M", "rootfstype=hostfs", "rw", "quiet", "con=null",
      "con0=null,fd:1", "init=\(directory.appending("init"))",
    ] + (hasNetwork ? [MachineNetwork.kernelArgument] : []) + links
  }

  private func initScript(_ file: FilePath, _ job: MachineJob) -> String {
    let late = ShellText.quoted(job.workspace.appending("late").string)
    return """
      #!/bin/sh
      export PATH=/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin HOME=/root LC_ALL=C.UTF-8
      mount -t proc proc /proc
      mount -t sysfs sysfs /sys
      mount -t devtmpfs devtmpfs /dev 2>/dev/null
      mount -t tmpfs tmpfs /run
      mount -t tmpfs tmpfs \(late)
      mkdir -p /run/uml/lib /run/lock /dev/pts /dev/shm \(late)/hooks \(late)/work
      mount -t devpts devpts /dev/pts
      mount -t tmpfs tmpfs /dev/shm
      ln -s \(UserModeLinux.modules) /run/uml/lib/modules
      for module in \(UserModeLinux.neededModules.joined(separator: " ")); do
          modprobe -q -d /run/uml "$module"
      done
      \(Self.temporaryFiles(keeping: [directory] + writable))
      \(hasNetwork ? MachineNetwork.setup : "ip link set lo up")
      \(ShellText.quoted(program.string)) machine-agent \(ShellText.quoted(file.string))
      sync
      echo o > /proc/sysrq-trigger
      sleep 60

      """
  }
}

/// False where the link could not be made.
private func symlink(_ target: FilePath, _ link: FilePath) -> Bool {
  (try? FileTree.remove(link)) != nil && Glibc.symlink(target.string, link.string) == 0
}
