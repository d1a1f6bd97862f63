import Diagnostics
import Synchronization

/// Progress on standard error: live on a terminal, one line per finished step elsewhere.
///
/// A class, because the terminal is one shared resource that events reach from many threads.
package final class ConsoleProgress: Sendable {
  private let output: OutputDescriptor
  private let isLive: Bool
  private let line: ProgressLine
  private let style: TerminalStyle
  private let start = ContinuousClock.now
  private let state = Mutex(State())

  private struct State {
    var view = LiveView()
    var region = LiveRegion()
    var isShown = false
  }

  /// Shows progress on `output`; `isLive` redraws in place and needs a terminal.
  package init(
    on output: OutputDescriptor = .standardError, isLive: Bool, style: TerminalStyle,
    verbosity: Verbosity
  ) {
    self.output = output
    self.style = style
    self.isLive = isLive && verbosity > .quiet
    let showsSuccess = verbosity == .verbose || (verbosity == .normal && !isLive)
    line = ProgressLine(verbosity: verbosity, style: style, showsSuccess: showsSuccess)
  }

  /// Where events go.
  package var sink: ProgressSink { ProgressSink { self.receive($0) } }

  /// Runs `body` with the live view shown, and takes the view away however the body ends.
  package nonisolated(nonsending) func whileShown<Value>(
    _ body: nonisolated(nonsending) () async throws -> Value
  ) async rethrows -> Value {
    guard isLive else { return try await body() }
    state.withLock { $0.isShown = true }
    let ticker = Task.detached { await self.redrawUntilCancelled() }
    defer {
      ticker.cancel()
      hide()
    }
    return try await body()
  }

  private func receive(_ event: ProgressEvent) {
    state.withLock { state in
      state.view.apply(event, at: elapsed)
      guard let text = line.text(for: event) else { return }
      draw(&state, after: [text])
    }
  }

  private func redrawUntilCancelled() async {
    while !Task.isCancelled {
      state.withLock { if $0.isShown { draw(&$0) } }
      try? await Task.sleep(for: .milliseconds(100))
    }
  }

  private func hide() {
    state.withLock { state in
      state.isShown = false
      draw(&state)
    }
  }

  /// Writes lines that stay and, while it is shown, the live view below them.
  ///
  /// Progress that cannot be shown is no reason to stop the work.
  private func draw(_ state: inout State, after permanent: [String] = []) {
    let (columns, rows) = output.terminalSize
    // A character in the last column makes some terminals wrap.
    let live =
      state.isShown
      ? state.view.lines(columns: columns - 1, rows: rows, at: elapsed, style: style) : []
    try? output.write(state.region.replace(with: live, after: permanent, columns: columns))
  }

  private var elapsed: Duration { start.duration(to: .now) }
}
