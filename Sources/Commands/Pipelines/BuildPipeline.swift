import Diagnostics
import ElementModel
import ImageBuilder
import Sandbox
import SystemPackage

/// From elements to an image.
struct BuildPipeline {
  let request: ImageRequest
  let environment: ProcessEnvironment
  let installation: Installation
  let progress: ProgressSink

  /// Builds the rootfs, makes the disk where an output needs one, and writes the outputs.
  func run() async throws {
    try Capability.root.require()
    let layers = CacheLocation(environment).layers
    let store = try LayerStore(at: layers)
    try store.requireSpace()
    try Capability.requireOverlay(in: layers)
    let (selection, elements) = try ImageElements(request.elements, progress)
      .resolved(environment, installation)
    let build = build(selection)
    let disk = try disk(of: elements, build)
    try requireTools(disk)
    let launcher = SandboxLauncher()
    let builder = RootfsBuilder(build, store: store, launcher: launcher, progress: progress)
    try await builder.withRootfs(of: elements) { rootfs in
      try await store.withWorkspace { scratch in
        try await write(rootfs, disk, in: scratch, launcher)
      }
    }
  }

  private func write(
    _ rootfs: Rootfs, _ disk: DiskBuilder?, in scratch: FilePath, _ launcher: SandboxLauncher
  ) async throws {
    var raw: FilePath?
    if let disk {
      let (file, room) = (scratch.appending("disk.raw"), scratch.appending("disk"))
      try room.createDirectories()
      try await reporting("make the disk") {
        try await disk.write(rootfs, to: file, launcher, scratch: room)
      }
      raw = file
    }
    let room = scratch.appending("outputs")
    try room.createDirectories()
    let image = FinishedImage(
      rootfs, disk: raw, options: options, launcher: launcher, scratch: room)
    let writer = OutputWriter(
      image, name: FilePath(request.givenName), base: request.imageName)
    try await reporting("write \(formats(disk).map { $0.key }.joined(separator: ", "))") {
      try await writer.write(formats(disk))
    }
  }

  /// All formats, or those made from the tree where no disk is made.
  private func formats(_ disk: DiskBuilder?) -> [any OutputFormat.Type] {
    disk == nil ? request.formats.filter { $0.source == .tree } : request.formats
  }

  private func reporting(_ title: String, _ body: () async throws -> Void) async throws {
    let start = ContinuousClock.now
    progress.send(subject, .stepStarted(title: title))
    try await body()
    progress.send(
      subject, .stepFinished(title: title, outcome: .done, duration: ContinuousClock.now - start))
  }

  private var subject: String { request.imageName.lastComponent?.string ?? "image" }

  private var variables: [String: String] {
    environment.variables.merging(request.variables) { _, option in option }
  }

  private var options: ImageOptions {
    var options = ImageOptions(variables: variables)
    options.isCompressed = request.isCompressed
    options.dockerTarget = request.dockerTarget
    options.architecture = request.architecture ?? HostArchitecture.name
    return options
  }
}

extension BuildPipeline {
  /// What makes the disk; nil where no output needs one, or an element forbids it (dib-contract
  /// section 12).
  private func disk(
    of elements: ResolvedElements, _ build: BuildRequest
  ) throws(InputError) -> DiskBuilder? {
    let names = elements.elements.map(\.name.rawValue)
    guard request.formats.contains(where: { $0.source == .disk }),
      !names.contains(where: { $0.contains(LegacyEnvironment.noFinalImage) })
    else { return nil }
    let source = try BlockDeviceSource(
      variables: variables, elements: elements.elements.map(\.path),
      architecture: build.architecture)
    let defaults = try LayoutDefaults(variables: variables, rootOptions: request.rootOptions)
    return try DiskBuilder(try DiskLayout(source, defaults), sizes: defaults.sizes)
  }

  /// Looks for everything that will be called, and names all that is missing together.
  private func requireTools(_ disk: DiskBuilder?) throws {
    let wanted = formats(disk).flatMap { $0.tools } + (disk?.tools ?? [])
    try HostTools(variables["PATH"] ?? "").require(wanted)
  }

  private func build(_ selection: ElementSelection) -> BuildRequest {
    var build = BuildRequest(
      subject: subject, searchPath: selection.tree.searchPath, environment, installation)
    build.architecture = request.architecture ?? build.architecture
    build.imageName = request.givenName
    build.workingDirectory = environment.workingDirectory
    build.installType = request.installType
    build.extraPackages = request.packages
    build.imageCache = request.imageCache ?? build.imageCache
    build.isOffline = request.isOffline
    build.arguments = request.arguments
    build.variables.merge(request.variables) { _, option in option }
    return build
  }
}
