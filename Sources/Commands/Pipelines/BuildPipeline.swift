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
    return try await withScratch(store) { scratch in try await run(parts, store, in: scratch) }
  }

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
        return try await write(rootfs.tree, nil, in: scratch, launcher)
      }
      if disk.isolation == .direct { try await make(disk, rootfs, in: scratch, launcher) }
      let finished = FinishedDisk(disk, launcher: launcher, scratch: scratch)
      return try await finished.withTree(needsTree ? rootfs.tree : nil) { tree in
        try await write(tree, disk, in: scratch, launcher)
      }
    }
  }

  private func make(
    _ disk: DiskRequest, _ rootfs: Rootfs, in scratch: FilePath, _ launcher: SandboxLauncher
  ) async throws {
    let room = scratch.appending("disk")
    try room.createDirectories()
    try await reporting("make the disk") {
      try await DiskBuilder(disk.layout, sizes: disk.sizes)
        .write(rootfs.tree, to: disk.file, launcher, scratch: room)
    }
  }

  /// Runs `body` with a directory for the disk and the outputs: in `TMP_DIR`, else beside the layers.
  private func withScratch<Value>(
    _ store: LayerStore, _ body: (FilePath) async throws -> Value
  ) async throws -> Value {
    guard let directory = environment["TMP_DIR"] else { return try await store.withWorkspace(body) }
    return try await TemporaryDirectory.with(
      in: environment.absolute(FilePath(directory)), prefix: "dib_image.", body)
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
    return try await reporting("write \(formats.map { $0.key }.joined(separator: ", "))") {
      try await writer.write(formats)
    }
  }

  /// All formats, or those made from the tree where no disk is made.
  private func formats(_ disk: DiskRequest?) -> [any OutputFormat.Type] {
    disk == nil ? request.formats.filter { $0.source == .tree } : request.formats
  }

  private var needsTree: Bool { request.formats.contains { $0.source == .tree } }

  private func reporting<Value>(
    _ title: String, _ body: () async throws -> Value
  ) async throws -> Value {
    let start = ContinuousClock.now
    progress.send(subject, .stepStarted(title: title))
    let value = try await body()
    progress.send(
      subject, .stepFinished(title: title, outcome: .done, duration: ContinuousClock.now - start))
    return value
  }

  private var subject: String { request.imageName.lastComponent?.string ?? "image" }

  private var variables: [String: String] {
    environment.variables.merging(request.variables) { _, option in option }
  }

  private var options: ImageOptions {
    var options = ImageOptions(variables: variables)
    options.isCompressed = request.isCompressed
    options.dockerTarget = request.dockerTarget
    options.architecture = request.architecture ?? environment["ARCH"] ?? HostArchitecture.name
    return options
  }
}

extension BuildPipeline {
  /// All that is decided before anything is built.
  private struct Parts {
    let build: BuildRequest
    let elements: ResolvedElements
  }

  /// Looks for all that would keep the image from being built (dib-contract section 1.6).
  ///
  /// - Throws: All that is wrong, together.
  private func checkedParts() async throws -> (Parts, LayerStore) {
    var problems = ProblemCollector()
    problems.add(request.problems(named: named))
    _ = problems.check { try Capability.root.require() }
    let store = problems.check { try checkedStore() }
    _ = problems.check { try requireTemporaryDirectory() }
    var parts: Parts?
    do { parts = try await plannedParts() } catch { problems.add([error]) }
    _ = problems.check { [parts] in try requireTools(parts?.build) }
    guard let parts, let store, problems.problems.isEmpty else { throw problems.error }
    return (parts, store)
  }

  private func checkedStore() throws -> LayerStore {
    let layers = CacheLocation(environment).layers
    let store = try LayerStore(at: layers)
    try store.requireSpace()
    if Capability.root.isAvailable { try Capability.requireOverlay(in: layers) }
    return store
  }

  private func requireTemporaryDirectory() throws {
    guard let text = environment["TMP_DIR"] else { return }
    let directory = environment.absolute(FilePath(text))
    guard FileStatus(directory, following: true)?.kind == .directory else {
      throw InputError(
        "`TMP_DIR` is `\(text)`, and there is no such directory", hint: "make it, or unset it")
    }
    if Capability.root.isAvailable { try Capability.requireOverlay(in: directory) }
  }

  private func plannedParts() async throws -> Parts {
    let (selection, elements) = try ImageElements(request.elements, progress)
      .resolved(environment, installation)
    var build = try build(selection)
    build.disk = try await disk(of: elements, build)
    return Parts(build: build, elements: elements)
  }

  /// The disk that is to be made; nil where no output needs one, or an element forbids it
  /// (dib-contract section 12).
  private func disk(
    of elements: ResolvedElements, _ build: BuildRequest
  ) async throws -> DiskRequest? {
    let names = elements.elements.map(\.name.rawValue)
    guard !request.isRamdisk, request.formats.contains(where: { $0.source == .disk }),
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
  private func requireTools(_ build: BuildRequest?) throws {
    let disk = build?.disk
    let hasNetwork = disk?.isolation == .machine && build?.isCutOff == false
    let wanted =
      formats(disk).flatMap { $0.tools } + (disk?.tools ?? [])
      + (hasNetwork ? MachineNetwork.tools : [])
    try HostTools(variables["PATH"] ?? "").require(wanted)
  }

  private func build(_ selection: ElementSelection) throws(InputError) -> BuildRequest {
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
    build.breaks = BreakPoints(variables: environment.variables)
    build.hookNames = try HookNames(variables: environment.variables)
    return build
  }
}
