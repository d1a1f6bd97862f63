import CSandbox
import Glibc
internal import SystemPackage

/// A spec in the form process 1 reads; owns all the memory it points to.
final class NativeSpec {
  private(set) var value = tie_spec()
  private var memory: [UnsafeMutableRawPointer] = []

  /// Lowers `spec`, whose steps are `steps`; the descriptors become those of the payload.
  init(_ spec: SandboxSpec, steps: [SetupStep], streams: StreamEnds) {
    value.namespaces = Self.flags(of: spec)
    value.waits_for_map = spec.userMapping == nil ? 0 : 1
    value.keeps_session = spec.streams == .inherited ? 1 : 0
    value.in_fd = streams.input
    value.out_fd = streams.output
    value.err_fd = streams.error
    value.umask = spec.umask
    value.ops = UnsafePointer(array(steps.map(operation)))
    value.op_count = steps.count
    addPayload(of: spec)
  }

  deinit { for pointer in memory { pointer.deallocate() } }

  private func addPayload(of spec: SandboxSpec) {
    guard let name = spec.arguments.first else { return }
    let candidates = Self.candidates(for: name, path: spec.environment["PATH"])
    value.directory = string(spec.workingDirectory.string)
    value.candidates = UnsafePointer(strings(candidates))
    value.candidate_count = candidates.count
    value.argv = UnsafePointer(mutableStrings(spec.arguments))
    let environment = spec.environment.map { "\($0)=\($1)" }.sorted()
    value.envp = UnsafePointer(mutableStrings(environment))
  }

  /// The files that a name may mean, in the order they are tried.
  static func candidates(for name: String, path: String?) -> [String] {
    if name.contains("/") { return [name] }
    let path =
      path.flatMap { $0.isEmpty ? nil : $0 }
      ?? "/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin"
    return path.split(separator: ":").map { "\($0)/\(name)" }
  }

  private static func flags(of spec: SandboxSpec) -> UInt64 {
    var flags = CLONE_NEWNS | CLONE_NEWPID
    if spec.namespaces.contains(.ipc) { flags |= CLONE_NEWIPC }
    if spec.namespaces.contains(.uts) { flags |= CLONE_NEWUTS }
    if spec.namespaces.contains(.network) { flags |= CLONE_NEWNET }
    if spec.userMapping != nil { flags |= CLONE_NEWUSER }
    return UInt64(flags)
  }

  private func operation(for step: SetupStep) -> tie_op {
    var operation = tie_op()
    switch step {
    case .makeMountsPrivate: operation.kind = TIE_PRIVATE
    case .bind(let source, let target, let isReadOnly, let isRecursive):
      operation.kind = TIE_BIND
      operation.src = string(source.string)
      operation.flags = (isReadOnly ? TIE_READONLY : 0) | (isRecursive ? TIE_RECURSIVE : 0)
      place(&operation, at: target)
    case .overlay(let overlay, let target, let options):
      fill(&operation, with: overlay, options: options)
      place(&operation, at: target)
    case .mount(let type, let target, let options, let flags):
      operation.kind = TIE_MOUNT
      operation.src = string(type)
      operation.fstype = operation.src
      operation.data = string(options)
      operation.mount_flags = UInt64(flags)
      place(&operation, at: target)
    case .fileSystem(let mount, let target):
      operation.kind = TIE_FILE_SYSTEM
      operation.src = string(mount.device.string)
      operation.fstype = string(mount.type)
      operation.flags = mount.isReadOnly ? TIE_READONLY : 0
      place(&operation, at: target)
    case .makeDirectory(let target):
      operation.kind = TIE_DIRECTORY
      place(&operation, at: target)
    case .makeDevice(let target, let model):
      operation.kind = TIE_DEVICE
      operation.src = string(model.string)
      place(&operation, at: target)
    case .makeSymbolicLink(let target, let text):
      operation.kind = TIE_SYMLINK
      operation.src = string(text)
      place(&operation, at: target)
    case .leaveHostTree: operation.kind = TIE_PIVOT
    case .watch(let path):
      operation.kind = TIE_WATCH
      operation.dst = string(path.string)
    }
    return operation
  }

  private func fill(_ operation: inout tie_op, with overlay: Overlay, options: String) {
    operation.kind = TIE_OVERLAY
    operation.flags = overlay.isVolatile ? TIE_VOLATILE : 0
    operation.data = string(options)
    operation.lower = UnsafePointer(strings(overlay.lower.map(\.string)))
    operation.lower_count = overlay.lower.count
    operation.upper = overlay.upper.map { string($0.string) }
    operation.work = overlay.work.map { string($0.string) }
  }

  private func place(_ operation: inout tie_op, at target: SetupStep.Target?) {
    guard let target else { return }
    operation.dst = string(target.path.string)
    operation.base = string(target.base.string)
    switch target.mountPoint {
    case .existing: break
    case .created: operation.flags |= TIE_CREATE
    case .temporary: operation.flags |= TIE_TEMPORARY
    }
  }
}

extension NativeSpec {
  private func string(_ text: String) -> UnsafePointer<CChar> {
    UnsafePointer(array(text.utf8CString.map(\.self)))
  }

  private func strings(_ texts: [String]) -> UnsafeMutablePointer<UnsafePointer<CChar>?> {
    array(texts.map(string))
  }

  /// As `execve` wants it: ended by a null pointer.
  private func mutableStrings(_ texts: [String]) -> UnsafeMutablePointer<
    UnsafeMutablePointer<
      CChar
    >?
  > {
    array(texts.map { UnsafeMutablePointer(mutating: string($0)) } + [nil])
  }

  private func array<Element>(_ elements: [Element]) -> UnsafeMutablePointer<Element> {
    let pointer = UnsafeMutablePointer<Element>.allocate(capacity: max(1, elements.count))
    pointer.initialize(from: elements, count: elements.count)
    memory.append(UnsafeMutableRawPointer(pointer))
    return pointer
  }
}
