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
  private let launcher = SandboxLauncher()

  init(
    request: ImageRequest, environment: ProcessEnvironment, installation: Installation,
    progress: ProgressSink
  ) {
    self.request = request
    self.environment = environment
    self.installation = installation
    self.progress = progress
  }

  /// Builds the rootfs, makes the disk where an output needs one, and writes the outputs.
  func run() async throws {
    try Capability.root.require()
    let layers = CacheLocation(environment).layers
    let store = try LayerStore(at: layers)
    try store.requireSpace()
    try Capability.requireOverlay(in: layers)
    let (selection, elements) = try ImageElements(request.elements, progress)
      .resolved(environment, installation)
    var build = build(selection)
    build.disk = try await disk(of: elements, build)
    try requireTools(build.disk)
    try await store.withWorkspace { [build] scratch in
      try await run(build, elements, store, in: scratch)
    }
  }

  private func run(
    _ build: BuildRequest, _ elements: ResolvedElements, _ store: LayerStore, in scratch: FilePath
  ) async throws {
    var build = build
    build.disk?.place(in: scratch, keepsTree: needsTree)
    let builder = RootfsBuilder(build, store: store, launcher: launcher, progress: progress)
    try await builder.withRootfs(of: elements) { [build] rootfs in
      guard let disk = build.disk else {
        return try await write(rootfs.tree, nil, in: scratch)
      }
      if disk.isolation == .direct { try await make(disk, rootfs, in: scratch) }
      let finished = FinishedDisk(disk, launcher: launcher, scratch: scratch)
      try await finished.withTree(needsTree ? rootfs.tree : nil) { tree in
        try await write(tree, disk, in: scratch)
      }
    }
  }

  private func make(_ disk: DiskRequest, _ rootfs: Rootfs, in scratch: FilePath) async throws {
    let room = scratch.appending("disk")
    try room.createDirectories()
    try await reporting("make the disk") {
      try await DiskBuilder(disk.layout, sizes: disk.sizes)
        .write(rootfs.tree, to: disk.file, launcher, scratch: room)
    }
  }

  private func write(
    _ tree: FinishedTree?, _ disk: DiskRequest?, in scratch: FilePath
  ) async throws {
    let room = scratch.appending("outputs")
    try room.createDirectories()
    let image = FinishedImage(
      tree, disk: disk?.file, options: options, launcher: launcher, scratch: room)
    let writer = OutputWriter(
      image, name: FilePath(request.givenName), base: request.imageName)
    let formats = formats(disk)
    try await reporting("write \(formats.map { $0.key }.joined(separator: ", "))") {
      try await writer.write(formats)
    }
  }

  /// All formats, or those made from the tree where no disk is made.
  private func formats(_ disk: DiskRequest?) -> [any OutputFormat.Type] {
    disk == nil ? request.formats.filter { $0.source == .tree } : request.formats
  }

  private var needsTree: Bool { request.formats.contains { $0.source == .tree } }

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
  /// The disk that is to be made; nil where no output needs one, or an element forbids it
  /// (dib-contract section 12).
  private func disk(
    of elements: ResolvedElements, _ build: BuildRequest
  ) async throws -> DiskRequest? {
    let names = elements.elements.map(\.name.rawValue)
    guard request.formats.contains(where: { $0.source == .disk }),
      !names.contains(where: { $0.contains(LegacyEnvironment.noFinalImage) })
    else { return nil }
    let source = try BlockDeviceSource(
      variables: variables, elements: elements.elements.map(\.path),
      architecture: build.architecture)
    let defaults = try LayoutDefaults(variables: variables, rootOptions: request.rootOptions)
    let layout = try DiskLayout(source, defaults)
    return DiskRequest(
      layout, sizes: defaults.sizes, isolation: try await isolation(for: layout, elements),
      program: environment.executable,
      configuration: String(decoding: source.bytes, as: UTF8.self))
  }

  /// The isolation that was asked for, or the cheapest, of which the user is told why.
  private func isolation(
    for layout: DiskLayout, _ elements: ResolvedElements
  ) async throws -> Isolation {
    let choice = try IsolationChoice(
      request.isolation, layout, hook: try IsolationChoice.demandingHook(in: elements),
      on: await IsolationHost(for: layout))
    progress.send(
      subject, .note("isolation \(choice.isolation.rawValue): \(choice.reason)"))
    return choice.isolation
  }

  /// Looks for everything that will be called, and names all that is missing together.
  private func requireTools(_ disk: DiskRequest?) throws {
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
