import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

extension RootBackend {
  /// Runs nodes inside a virtual machine, on a disk that the machine makes.
  package func runInMachine(_ nodes: [PlanNode], _ bindings: Bindings) async throws {
    guard let workspace = bindings.workspace, let disk = request.disk else { return }
    for warning in request.breaks.warningsInMachine {
      progress.send(request.subject, .warning(warning))
    }
    let directory = try machineDirectory(in: workspace)
    let files = try disks(of: disk, size: bindings.diskSize, in: directory)
    let content = directory.appending("content")
    try await makeContent(content, try layers(bindings, in: "machine/scratch"))
    let job = MachineJob(
      request: requestInMachine, elements: environment.elements, nodes: nodes,
      diskSize: bindings.diskSize, workspace: workspace.path,
      hookTree: try await hookTree(bindings, in: directory), store: store.root,
      disks: Machine.devices(of: disk.layout), content: Machine.device(files.count))
    let machine = Machine(
      program: disk.program, launcher: launcher, directory: directory,
      writable: writable(workspace, disk), disks: files + [content],
      hasNetwork: !request.isCutOff)
    try finish(try await machine.run(job, report), bindings)
  }

  private func machineDirectory(in workspace: BuildWorkspace) throws -> FilePath {
    let directory = workspace.path.appending("machine")
    guard !["/dev", "/proc", "/run", "/sys"].contains(where: directory.starts) else {
      throw InputError(
        "the cache, `\(store.root)`, is where a virtual machine has files of its own",
        hint: "set TIE_CHECK_CACHE to another directory")
    }
    guard !directory.string.contains(" ") else {
      throw InputError(
        "the path of the cache, `\(store.root)`, has a blank, which no virtual machine can be told",
        hint: "set TIE_CHECK_CACHE to another directory")
    }
    try directory.createDirectories()
    return directory
  }

  /// The caller's directory for temporary files can only be read in a machine.
  private var requestInMachine: BuildRequest {
    var request = request
    request.variables["TMPDIR"] = nil
    return request
  }

  /// Raw files with their partition tables, in the order of the layout.
  private func disks(
    of disk: DiskRequest, size: Int?, in directory: FilePath
  ) throws -> [FilePath] {
    var generator = SystemRandomNumberGenerator()
    return try disk.layout.disks.map { description in
      let isDelivered = description.name == disk.layout.delivered?.name
      let path = isDelivered ? disk.file : directory.appending("\(description.name).raw")
      let placement = try DiskPlacement(description, size: description.size ?? size ?? 0)
      let file = try DiskFile.create(path, size: description.size ?? size ?? 0)
      try file.write(placement.tablePieces(using: &generator))
      return path
    }
  }

  /// A file system with the tree, since no archive and no directory of the host keeps all that its
  /// files have when a machine reads it.
  private func makeContent(_ path: FilePath, _ tools: TreeTools) async throws {
    let inodes = try await tools.measured(["--inodes"])
    let used = try await tools.measured()
    let size = (used * 5 / 4 + inodes + (64 << 10)) << 10
    let file = try DiskFile.create(path, size: size)
    let fileSystem = FileSystemDescription(
      name: "content", device: .disk("content"), type: "ext4", label: "content",
      options: ["-O", "^has_journal", "-m", "0", "-N", "\(inodes + 1000)"], mountPoint: "/")
    let job = FileSystemJob(
      fileSystem: fileSystem, disk: file, range: 0..<size, sectorSize: 512, hidden: [])
    try await job.run(tools)
  }

  /// One directory with the hook tree; a machine sees no whiteouts of the host.
  private func hookTree(_ bindings: Bindings, in directory: FilePath) async throws -> FilePath {
    guard let workspace = bindings.workspace else { return directory }
    try bindings.makeHookTree(in: workspace)
    let changes = bindings.hookTreeDirectories(in: store)
    let target = directory.appending("hook-tree")
    try target.createDirectories()
    let tree = FinishedTree.directories(changes + [workspace.hookTreeBase, workspace.empty])
    let scratch = directory.appending("hook-tree-scratch")
    let tools = TreeTools(finished: tree, launcher: launcher, scratch: scratch)
    try await tools.run(
      "copy the hook tree", Command("cp", ["-a", "\(tools.tree)/.", target.string]))
    return target
  }

  /// Where hooks may write by contract: into the workspace, and beside the image.
  private func writable(_ workspace: BuildWorkspace, _ disk: DiskRequest) -> [FilePath] {
    var directories = [workspace.path, disk.file.removingLastComponent()]
    if let working = request.workingDirectory {
      let beside = working.pushing(FilePath(request.imageName)).removingLastComponent()
      directories += [working, beside.lexicallyNormalized()].filter { $0 != "/" }
    }
    return directories
  }

  private func report(_ message: MachineJob.Message) {
    message.event(about: request.subject).map { progress.send($0) }
  }

  private func finish(_ outcome: MachineJob.Outcome, _ bindings: Bindings) throws {
    switch outcome {
    case .done: return
    case .failed(let reason):
      throw BuildError.stepFailed(title: "virtual machine", reason: reason)
    case .hookFailed(var failure):
      // The machine knows the hook's copy only.
      failure.file = bindings.hookTree.source(of: "\(failure.phase.rawValue)/\(failure.hook)")
      throw BuildError.hookFailed(failure)
    }
  }
}
