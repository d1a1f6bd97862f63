import Diagnostics
import Synchronization
import SystemPackage

/// Writes one log a subject, each line with its time in UTC: `2026-11-22 22:42:00.123 | text`.
///
/// A class, because it owns the open files.
package final class LogFileProgress: Sendable {
  private let folder: FilePath
  private let now: @Sendable () -> Double
  private let state = Mutex(State())

  private struct State {
    /// At most `openLimit`, so that a run of many cases does not use up the descriptors.
    var files: [String: FileDescriptor] = [:]
    /// The subjects whose logs are of this run and therefore continued, not replaced.
    var started: Set<String> = []
    var error: OutputError?
  }

  /// Logs below `folder`; `now` gives seconds since 1970-01-01 UTC.
  package convenience init(in folder: FilePath) {
    self.init(in: folder, now: { WallClock.now })
  }

  init(in folder: FilePath, now: @escaping @Sendable () -> Double) {
    self.folder = folder
    self.now = now
  }

  deinit {
    state.withLock { closeAll(&$0) }
  }

  /// Where events go.
  package var sink: ProgressSink { ProgressSink { self.receive($0) } }

  /// The log of a subject: `iptables/default` has `iptables/default.log`, the run as a whole
  /// `tie-check.log`.
  package func path(for subject: String) -> FilePath {
    let parts = subject.split(separator: "/").filter { $0 != "." && $0 != ".." }
    let name = parts.isEmpty ? "tie-check" : parts.joined(separator: "/")
    return folder.appending("\(name).log")
  }

  /// The first failure to write, if any; logging then goes on with what can be written.
  package var error: OutputError? { state.withLock(\.error) }

  private func receive(_ event: ProgressEvent) {
    let time = Timestamp(secondsSinceEpoch: now()).forLog
    let line = "\(time) | \(LogLine.text(for: event))\n"
    state.withLock { state in
      let error = append(line, to: event.subject, in: &state)
      state.error = state.error ?? error
    }
  }

  private func append(
    _ line: String, to subject: String, in state: inout State
  ) -> OutputError? {
    do throws(OutputError) {
      try OutputDescriptor(try file(for: subject, in: &state)).write(line)
      return nil
    } catch {
      return OutputError(path(for: subject), error.cause)
    }
  }

  private func file(
    for subject: String, in state: inout State
  ) throws(OutputError) -> FileDescriptor {
    if let file = state.files[subject] { return file }
    if state.files.count >= Self.openLimit { closeAll(&state) }
    let isNew = state.started.insert(subject).inserted
    let file = try open(path(for: subject), isNew ? .truncate : .append)
    state.files[subject] = file
    return file
  }

  private func open(
    _ path: FilePath, _ mode: FileDescriptor.OpenOptions
  ) throws(OutputError) -> FileDescriptor {
    try makeDirectories(path.removingLastComponent())
    do {
      return try FileDescriptor.open(
        path, .writeOnly, options: [.create, .closeOnExec, mode],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
    } catch {
      throw OutputError(path, error as? Errno ?? .ioError)
    }
  }

  private func closeAll(_ state: inout State) {
    for file in state.files.values { try? file.close() }
    state.files = [:]
  }

  private static let openLimit = 32
}
