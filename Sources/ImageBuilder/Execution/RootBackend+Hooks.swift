import ElementModel
import Sandbox
import SystemPackage

extension RootBackend {
  /// Runs one hook in namespaces of its own, its environment files sourced first.
  func run(_ hook: HookRun, _ bindings: Bindings) async throws -> Effects {
    let build = try OpenBuild(bindings, store)
    try bindings.makeHookTree(in: build.workspace)
    let spec = spec(for: hook, build)
    let tail = OutputTail()
    let result = try await run(spec, hook) { line in
      tail.add(line.text)
      output(hook.path, line)
    }
    try check(result, hook, tail.lines, bindings)
    return Effects(
      openedFiles: result.openedFiles.map { OpenedFiles(build).sort($0) },
      mounts: hook.phase.runsInChroot ? bindings.mounts : build.mounts(after: result))
  }

  /// A hook may do to the rootfs, such as making it read-only, what no sandbox can be made of or
  /// released after, so that the error has to name it.
  private func run(
    _ spec: SandboxSpec, _ hook: HookRun, output: @escaping @Sendable (OutputLine) -> Void
  ) async throws(BuildError) -> SandboxResult {
    do throws(SandboxError) { return try await launcher.run(spec, output: output) } catch {
      throw .stepFailed(title: "the sandbox of `\(hook.path)` failed", reason: "\(error)")
    }
  }

  /// Runs a command in the chroot, without hook tree and environment files.
  func runInTarget(_ command: [String], _ bindings: Bindings) async throws -> Effects {
    let build = try OpenBuild(bindings, store)
    var spec = chroot(build, for: .install)
    spec.arguments = command
    spec.timeout = request.hookTimeout
    let result = try await launcher.run(spec) { output(command[0], $0) }
    try result.requireSuccess(of: command.joined(separator: " "))
    return Effects(mounts: bindings.mounts)
  }

  private func spec(for hook: HookRun, _ build: OpenBuild) -> SandboxSpec {
    var spec = hook.phase.runsInChroot ? target(hook.phase, build) : host(hook.phase, build)
    let tree = build.bindings.hookTreePath(for: hook.phase)
    spec.arguments = HookCommand(hook, in: tree).arguments
    spec.timeout = request.hookTimeout
    return spec
  }

  /// A host-side hook: the host's file tree, with the rootfs at `TMP_MOUNT_PATH` and the hook tree,
  /// which it may add to, at `TMP_HOOKS_PATH`.
  func host(_ phase: HookPhase, _ build: OpenBuild) -> SandboxSpec {
    let rootfs = build.workspace.rootfs
    let tree = build.workspace.hookTree
    var spec = SandboxSpec(root: .host)
    spec.mounts =
      [.proc] + build.rootfs.mounts(at: rootfs)
      + [.overlay(build.hookTree, target: tree)]
    if phase != .root { spec.mounts += build.kernelFileSystems(in: rootfs) }
    spec.mounts += build.carriedMounts(in: rootfs)
    spec.environment = environment.variables(
      for: phase, in: build.workspace, at: build.bindings)
    spec.workingDirectory = request.workingDirectory ?? build.workspace.image
    // A mark is on one mount; elements may lie on others than the root's.
    if build.bindings.disk == nil {
      spec.watchedMounts = ["/", tree] + environment.elementPaths + [spec.workingDirectory]
    }
    return spec
  }

  /// The rootfs as `/`, with the hook tree to be read.
  func target(_ phase: HookPhase, _ build: OpenBuild) -> SandboxSpec {
    let tree = build.bindings.hookTreePath(for: phase)
    var spec = chroot(build, for: phase)
    spec.mounts.append(
      .overlay(build.readOnlyHookTree, target: tree, mountPoint: .temporary))
    if build.bindings.disk == nil { spec.watchedMounts = [tree] }
    return spec
  }

  /// The rootfs as `/`, with the kernel's file systems and the mounts of earlier hooks.
  private func chroot(_ build: OpenBuild, for phase: HookPhase) -> SandboxSpec {
    var spec = SandboxSpec(rootedIn: build.rootfs)
    spec.mounts += build.kernelFileSystems() + build.carriedMounts(in: "/")
    spec.environment = environment.variables(for: phase, in: build.workspace, at: build.bindings)
    HostCertificates.show(in: &spec)
    return spec
  }

  private func check(
    _ result: SandboxResult, _ hook: HookRun, _ lastLines: [String], _ bindings: Bindings
  ) throws {
    let ending: HookFailure.Ending
    switch result.termination {
    case .exited(0): return
    case .exited(let status): ending = .exited(status)
    case .signalled(let signal): ending = .signalled(signal)
    case .timedOut: ending = .timedOut(request.hookTimeout ?? .zero)
    case .cancelled: throw CancellationError()
    }
    throw BuildError.hookFailed(
      HookFailure(
        phase: hook.phase, hook: hook.name, element: hook.element,
        file: bindings.hookTree.source(of: hook.path), ending: ending, lastLines: lastLines))
  }
}

extension SandboxResult {
  /// Throws unless the payload, which did the step `title`, says that all is well.
  func requireSuccess(of title: String) throws {
    switch termination {
    case .exited(0): return
    case .cancelled: throw CancellationError()
    default: throw BuildError.stepFailed(title: title, reason: "\(termination)")
    }
  }
}
