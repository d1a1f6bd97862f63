import CSandbox
import Glibc
internal import SystemPackage

/// The parent's side of a running sandbox: one thread, one poll loop.
struct Supervisor {
  private let spec: SandboxSpec
  private let process: SandboxProcess
  private let cancellation: CancellationSignal
  private var output: OutputCollector
  private var opened: OpenedFiles?

  private let started = ContinuousClock.now
  private var deadline: ContinuousClock.Instant?
  private var isPayloadStarted = false
  private var isControlOpen = true
  private var isCancelled = false
  private var termination: SandboxResult.Termination?
  private var failure: SandboxError?
  private var mountsBefore = ""
  private var mountsAfter = ""

  /// Starts the sandbox.
  init(
    _ spec: SandboxSpec, cancellation: CancellationSignal,
    receive: @escaping (OutputLine) -> Void
  ) throws(SandboxError) {
    let streams = try StreamEnds(for: spec)
    self.spec = spec
    self.cancellation = cancellation
    process = try SandboxProcess(spec, streams: streams)
    output = OutputCollector(streams.readers, receive: receive)
    deadline = spec.timeout.map { started + $0 }
  }

  /// Accompanies the sandbox to its end.
  mutating func run() throws(SandboxError) -> SandboxResult {
    while !step() { continue }
    while isControlOpen { handleEvent() }
    process.wait()
    if spec.streams == .inherited { tie_reclaim_terminal() }
    // All processes are gone, so what is in the pipes now is all there will be.
    output.finish()
    if let failure { throw failure }
    guard let termination else { throw SandboxError(.supervise, reason: .noSuchProcess) }
    return result(termination)
  }

  /// Waits for something to happen and reacts; true when the sandbox has ended.
  private mutating func step() -> Bool {
    var sources = [
      process.lifetime.number, isControlOpen ? process.control.number : -1,
      isCancelled ? -1 : cancellation.number, opened?.number ?? -1,
    ].map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    let fixed = sources.count
    sources += output.numbers.map { pollfd(fd: $0, events: Int16(POLLIN), revents: 0) }
    _ = poll(&sources, nfds_t(sources.count), timeUntilDeadline)

    for index in fixed..<sources.count where sources[index].revents != 0 {
      output.read(index - fixed)
    }
    if sources[3].revents != 0 { opened?.drain() }
    if sources[1].revents != 0 { handleEvent() }
    if sources[2].revents != 0 { cancel() }
    checkDeadline()
    return sources[0].revents != 0
  }

  private mutating func handleEvent() {
    switch process.nextEvent() {
    case .failed(let error): failure = failure ?? error
    case .ended: isControlOpen = false
    case .ready(let watch):
      opened = watch.map(OpenedFiles.init)
      mountsBefore = MountEntry.text(ofProcess: process.identifier)
      isPayloadStarted = true
      process.send(TIE_GO)
    case .exited(let status):
      termination = termination ?? .init(waitStatus: status)
      // The paths of events are only right while the mounts are still there.
      opened?.drain()
      mountsAfter = MountEntry.text(ofProcess: process.identifier)
      process.send(TIE_EXIT)
    }
  }

  private mutating func cancel() {
    isCancelled = true
    stop(as: .cancelled)
  }

  private mutating func checkDeadline() {
    guard let deadline, deadline <= .now else { return }
    stop(as: .timedOut)
  }

  /// First asks the payload to end; when asked again, or without a payload, ends it.
  private mutating func stop(as reason: SandboxResult.Termination) {
    if termination == nil, isPayloadStarted {
      process.send(TIE_TERMINATE)
      deadline = .now + spec.gracePeriod
    } else {
      // Killed before it has removed its temporary mount points, its file system is not as it says.
      if termination?.isByItself == true {
        failure = failure ?? SandboxError(.supervise, reason: .interrupted)
      }
      process.kill()
      deadline = nil
    }
    termination = termination ?? reason
  }

  /// In milliseconds, as poll wants it; -1 is for ever.
  private var timeUntilDeadline: Int32 {
    guard let deadline else { return -1 }
    let left = max(.zero, deadline - .now)
    let milliseconds =
      min(left.components.seconds, 1_000_000) * 1000
      + left.components.attoseconds / 1_000_000_000_000_000
    return Int32(clamping: milliseconds + 1)
  }

  private func result(_ termination: SandboxResult.Termination) -> SandboxResult {
    SandboxResult(
      termination: termination, duration: .now - started,
      mountTables: MountTables(before: mountsBefore, after: mountsAfter),
      openedFiles: opened?.result)
  }
}
