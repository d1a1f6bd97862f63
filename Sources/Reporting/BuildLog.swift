import Diagnostics
import Synchronization
import SystemPackage

/// The log of an image build, on the screen and in a file, in the form that users of
/// `disk-image-create` know: `2026-11-22 22:42:00.123 | text`, in UTC (dib-contract section 3).
///
/// A class, because it owns the open file and events reach it from many threads.
package final class BuildLog: Sendable {
  private let screen: OutputDescriptor?
  private let stampsScreen: Bool
  private let isTerminal: Bool
  private let now: @Sendable () -> Double
  private let file: Mutex<LogFile?>

  /// An open file and the first failure to write to it.
  private struct LogFile {
    let path: FilePath
    let descriptor: FileDescriptor
    var error: OutputError?
  }

  /// What a build's log is to be like.
  package struct Settings: Sendable, Equatable {
    /// A file that is added to, each line with its time.
    package var file: FilePath?
    package var isQuiet = false
    /// Whether lines on the screen have their time.
    package var stampsScreen = true

    /// What the option `--logfile` and the caller's variables ask for: a file alone silences the
    /// screen.
    package init(file: FilePath?, variables: [String: String]) {
      self.file = file
      isQuiet = variables["DIB_QUIET"].map { $0 == "1" } ?? (file != nil)
      stampsScreen = variables["DIB_NO_TIMESTAMP"] != "1"
    }
  }

  /// A log on `screen`; the file, where one is asked for, is opened at once, and announced.
  package convenience init(
    _ settings: Settings, screen: OutputDescriptor = .standardOutput
  ) throws(OutputError) {
    try self.init(settings, screen: screen, now: { WallClock.now })
  }

  init(
    _ settings: Settings, screen: OutputDescriptor, now: @escaping @Sendable () -> Double
  ) throws(OutputError) {
    if let path = settings.file { try screen.write("the log goes to \(path)\n") }
    self.screen = settings.isQuiet ? nil : screen
    stampsScreen = settings.stampsScreen
    isTerminal = screen.isTerminal
    self.now = now
    file = Mutex(try settings.file.map { path throws(OutputError) in try Self.open(path) })
  }

  deinit { file.withLock { try? $0?.descriptor.close() } }

  /// Where events go.
  package var sink: ProgressSink { ProgressSink { self.receive($0) } }

  /// The first failure to write the file, if any.
  package var error: OutputError? { file.withLock { $0?.error } }

  /// Adds lines to the file only: what the screen has from elsewhere.
  package func record(_ text: String) {
    file.withLock { file in
      for line in text.split(separator: "\n") { append(stamp + Array(line.utf8), to: &file) }
    }
  }

  private func receive(_ event: ProgressEvent) {
    guard let line = BuildLogLine.bytes(of: event) else { return }
    file.withLock { file in
      let stamp = stamp
      append(stamp + line, to: &file)
      // Like all progress: that nobody can see it is no reason to stop.
      try? screen?.write((stampsScreen ? stamp : []) + shown(line) + [UInt8(ascii: "\n")])
    }
  }

  private var stamp: [UInt8] { Array("\(Timestamp(secondsSinceEpoch: now()).forLog) | ".utf8) }

  /// Hooks must not be able to move the cursor of a terminal.
  private func shown(_ line: [UInt8]) -> [UInt8] {
    guard isTerminal else { return line }
    return Array(PrintableText.forTerminal(String(decoding: line, as: UTF8.self)).utf8)
  }

  private func append(_ line: [UInt8], to file: inout LogFile?) {
    guard let open = file else { return }
    do throws(OutputError) {
      try OutputDescriptor(open.descriptor).write(line + [UInt8(ascii: "\n")])
    } catch {
      file?.error = open.error ?? OutputError(open.path, error.cause)
    }
  }

  private static func open(_ path: FilePath) throws(OutputError) -> LogFile {
    do {
      let descriptor = try FileDescriptor.open(
        path, .writeOnly, options: [.create, .append, .closeOnExec],
        permissions: [.ownerReadWrite, .groupRead, .otherRead])
      return LogFile(path: path, descriptor: descriptor)
    } catch {
      throw OutputError(path, error as? Errno ?? .ioError)
    }
  }
}

/// An event as one line of a build's log.
enum BuildLogLine {
  /// The line without its end; nil where an event is worth none.
  static func bytes(of event: ProgressEvent) -> [UInt8]? {
    if let bytes = event.bytes { return bytes }
    return text(of: event.kind).map { Array($0.utf8) }
  }

  private static func text(of kind: ProgressEvent.Kind) -> String? {
    switch kind {
    case .stepStarted: nil
    // Others parse these lines.
    case .output("dib-run-parts", let line): "dib-run-parts \(line)"
    case .output(_, let line): line
    case .stepFinished(let title, .done, let duration):
      "tie-check: \(title): done in \(duration.decimalSeconds) s"
    case .stepFinished(let title, .reused, _): "tie-check: \(title): taken from the layer cache"
    case .stepFinished(let title, .failed(let reason), let duration):
      "tie-check: \(title): failed in \(duration.decimalSeconds) s: \(reason)"
    case .releaseFailed(let resource, let reason):
      "tie-check: warning: cannot release \(resource): \(reason)"
    case .note(let text): "tie-check: \(text)"
    case .warning(let text): "tie-check: warning: \(text)"
    }
  }
}
