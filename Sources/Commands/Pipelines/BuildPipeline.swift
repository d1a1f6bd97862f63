import Diagnostics
import ElementModel
import ImageBuilder
import Sandbox
import SystemPackage

/// From elements to an image.
struct BuildPipeline {
  let request: ImageRequest
  /// The elements on the command line.
  let named: [String]
  let environment: ProcessEnvironment
  let installation: Installation
  let progress: ProgressSink

  /// Builds the rootfs, makes the disk where an output needs one, and writes the outputs.
  ///
  /// - Returns: The files.
  func run() async throws -> [FilePath] {
    let (parts, store) = try await checkedParts()
    let reserved = try ReservedFiles(request.files)
    defer { reserved.release() }
    return try await withScratch(store) { scratch in try await run(parts, store, in: scratch) }
  }

  /// Looks for all that would keep the image from being built, and builds nothing.
  ///
  /// - Throws: All that is wrong, together.
  func check() async throws { _ = try await checkedParts() }

  private func run(
    _ parts: Parts, _ store: LayerStore, in scratch: FilePath
  ) async throws -> [FilePath] {
    var build = parts.build
    build.disk?.place(in: scratch, keepsTree: needsTree)
    let launcher = SandboxLauncher()
    let builder = RootfsBuilder(build, store: store, launcher: launcher, progress: progress)
    return try await builder.withRootfs(of: parts.elements) { [build] rootfs in
      try await UsageReport(variables: variables)?.send(rootfs, scratch, launcher) {
        progress.send(subject, .output(source: "usage", line: $0))
      }
      guard let disk = build.disk else {
        let files = try await write(rootfs.tree, nil, in: scratch, launcher)
        try await listPackages(of: rootfs.tree, in: scratch, launcher)
        return files
      }
      if disk.isolation == .direct { try await make(disk, rootfs, in: scratch, launcher) }
      let finished = FinishedDisk(disk, launcher: launcher, scratch: scratch)
      return try await finished.withTree(needsTree ? rootfs.tree : nil) { tree in
        let files = try await write(tree, disk, in: scratch, launcher)
        try await listPackages(of: tree ?? rootfs.tree, in: scratch, launcher)
        return files
      }
    }
  }

  /// Writes `packages.json` beside the manifests of the image, after its files. Where no output needs
  /// the tree of a disk, it is the list before hooks worked on the disk.
  private func listPackages(
    of tree: FinishedTree, in scratch: FilePath, _ launcher: SandboxLauncher
  ) async throws {
    let room = scratch.appending("packages")
    try room.createDirectories()
    let file = request.manifests.appending("packages.json")
    do {
      let inventory = try await PackageInventory(of: tree, launcher, scratch: room)
      try FileTree.remove(file)
      guard let inventory else { return }
      try request.manifests.createDirectories()
      try inventory.write(to: file)
    } catch let error as BuildError {
      try FileTree.remove(file)
      progress.send(subject, .warning("there is no list of packages: \(error)"))
    }
  }

  private func make(
    _ disk: DiskRequest, _ rootfs: Rootfs, in scratch: FilePath, _ launcher: SandboxLauncher
  ) async throws {
    let room = scratch.appending("disk")
    try room.createDirectories()
    try await progress.step(subject, "make the disk") {
      try await DiskBuilder(disk.layout, sizes: disk.sizes)
        .write(rootfs.tree, to: disk.file, launcher, scratch: room)
    }
  }

  /// Runs `body` with a directory for the disk and the outputs: in `TMP_DIR`, else beside the layers.
  private func withScratch<Value>(
    _ store: LayerStore, _ body: (FilePath) async throws -> Value
  ) async throws -> Value {
    guard let directory = temporaryDirectory else { return try await store.withWorkspace(body) }
    return try await TemporaryRooms(in: directory).withRoom(body)
  }

  private func write(
    _ tree: FinishedTree?, _ disk: DiskRequest?, in scratch: FilePath, _ launcher: SandboxLauncher
  ) async throws -> [FilePath] {
    let room = scratch.appending("outputs")
    try room.createDirectories()
    let image = FinishedImage(
      tree, disk: disk?.file, options: options, launcher: launcher, scratch: room)
    let writer = OutputWriter(
      image, name: FilePath(request.givenName), base: request.imageName)
    let formats = formats(disk)
    guard !formats.isEmpty else { return [] }
    let title = "write \(formats.map { $0.key }.joined(separator: ", "))"
    return try await progress.step(subject, title) {
      try await writer.write(formats)
    }
  }

  /// All formats, or those made from the tree where no disk is made.
  func formats(_ disk: DiskRequest?) -> [any OutputFormat.Type] {
    disk == nil ? request.formats.filter { $0.source == .tree } : request.formats
  }

  /// `TMP_DIR`.
  var temporaryDirectory: FilePath? {
    environment["TMP_DIR"].map { environment.absolute(FilePath($0)) }
  }

  private var needsTree: Bool { request.formats.contains { $0.source == .tree } }

  var subject: String { request.imageName.lastComponent?.string ?? "image" }

  var variables: [String: String] {
    environment.variables.merging(request.variables) { _, option in option }
  }

  var options: ImageOptions {
    var options = ImageOptions(variables: variables)
    options.isCompressed = request.isCompressed
    options.dockerTarget = request.dockerTarget
    options.architecture = request.architecture ?? environment["ARCH"] ?? HostArchitecture.name
    return options
  }
}
