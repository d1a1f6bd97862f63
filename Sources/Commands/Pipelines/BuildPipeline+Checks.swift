import Diagnostics
import ElementModel
import ImageBuilder
import Sandbox
import SystemPackage

extension BuildPipeline {
  /// All that is decided before anything is built.
  struct Parts {
    let build: BuildRequest
    let elements: ResolvedElements
  }

  /// Looks for all that would keep the image from being built (dib-contract section 1.6).
  ///
  /// - Throws: All that is wrong, together.
  func checkedParts() async throws -> (Parts, LayerStore) {
    var problems = ProblemCollector()
    problems.add(request.problems(named: named))
    _ = problems.check { try Capability.root.require() }
    let store = problems.check { try checkedStore() }
    _ = problems.check { try requireTemporaryDirectory() }
    _ = problems.check { try requireSpaceForOutputs() }
    _ = problems.check { try requireManifest() }
    var parts: Parts?
    do { parts = try await plannedParts() } catch { problems.add([error]) }
    _ = problems.check { [parts] in try requireTools(parts?.build) }
    do { try await requireQemuOptions() } catch { problems.add([error]) }
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
    guard let directory = temporaryDirectory else { return }
    guard FileStatus(directory, following: true)?.kind == .directory else {
      throw InputError(
        "`TMP_DIR` is `\(environment.display(directory))`, and there is no such directory",
        hint: "make it, or unset it")
    }
    try requireSpace(in: directory, orElse: "set `TMP_DIR` to a directory on another disk")
    if Capability.root.isAvailable { try Capability.requireOverlay(in: directory) }
  }

  private func requireSpaceForOutputs() throws {
    try requireSpace(in: request.imageName.removingLastComponent(), orElse: "change `-o`")
  }

  /// How large the outputs become is not known before; but with less than this nothing can be written.
  private func requireSpace(in directory: FilePath, orElse step: String) throws(MissingSpace) {
    guard let space = FileSystemSpace(of: directory), space.available < LayerStore.neededSpace
    else { return }
    throw MissingSpace(directory: directory, hint: "make room, or \(step)")
  }

  private func requireManifest() throws {
    guard request.formats.contains(where: { $0.key == ACIOutput.key }),
      let manifest = options.manifest,
      FileStatus(environment.absolute(manifest), following: true)?.kind != .regular
    else { return }
    throw InputError(
      "`ACI_MANIFEST` is `\(manifest)`, which is no file",
      hint: "set it to the path of a manifest, or unset it")
  }

  /// Converts a small disk as the image's will be: only qemu-img knows all options, and which of them
  /// go together. Where it is missing, that is told elsewhere.
  private func requireQemuOptions() async throws {
    guard request.formats.contains(where: { $0.key == QCOW2Output.key }) else { return }
    let result = try await TemporaryDirectory.with { directory in
      let disk = directory.appending("disk")
      try disk.write(Array(repeating: 0, count: 1 << 16))
      let command = QCOW2Output.command(options, from: disk, to: directory.appending("tried"))
      return try? await CommandRunner().run(command)
    }
    guard let result, !result.isSuccess else { return }
    guard options.qemuOptions.isEmpty else {
      throw InputError(
        "qemu-img does not take the options `\(options.qemuOptions)`: \(result.errorClause)",
        hint: "see `qemu-img create -f qcow2 -o help x`")
    }
    throw InputError(
      "qemu-img cannot compress with Zstandard: \(result.errorClause)",
      hint: "use `--qemu-img-options compression_type=zlib`, or QEMU 5.1 or newer")
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

extension CommandResult {
  /// What the program said last, without its name.
  fileprivate var errorClause: String {
    let line = error.split(separator: "\n").last.map(String.init) ?? "\(termination)"
    return line.hasPrefix("qemu-img: ") ? String(line.dropFirst(10)) : line
  }
}
