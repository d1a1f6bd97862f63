import Diagnostics
import Glibc
import SystemPackage
import Testing

@testable import Reporting

struct ConsoleProgressTests {
  @Test func liveViewIsDrawnAndTakenAway() async throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 10)
    let progress = ConsoleProgress(
      on: terminal.output, isLive: true, style: .plain, verbosity: .normal)
    await progress.whileShown {
      progress.sink.send("a", .stepStarted(title: "install.d/50-x"))
      progress.sink.send("a", .warning("low disk"))
      progress.sink.send("a", .warning("no disk"))
    }
    let text = try terminal.written()
    #expect(text.contains("warning a: low disk\r\n  a: install.d/50-x"))
    #expect(text.contains("0 done, 1 running"))
    #expect(text.contains("\r\u{1b}[1A\u{1b}[Jwarning a: no disk\r\n"))
    #expect(text.hasSuffix("\r\u{1b}[1A\u{1b}[J"))
  }

  @Test func viewIsTakenAwayAfterAnError() async throws {
    let terminal = try PseudoTerminal(columns: 40, rows: 10)
    let progress = ConsoleProgress(
      on: terminal.output, isLive: true, style: .plain, verbosity: .normal)
    await #expect(throws: CancellationError.self) {
      try await progress.whileShown {
        progress.sink.send("a", .warning("x"))
        throw CancellationError()
      }
    }
    #expect(try terminal.written().hasSuffix("\r\u{1b}[J"))
  }

  @Test func pipeGetsNoControlSequences() async throws {
    let (reader, writer) = try FileDescriptor.pipe()
    let progress = ConsoleProgress(
      on: OutputDescriptor(writer), isLive: false, style: .plain, verbosity: .normal)
    await progress.whileShown {
      progress.sink.send("a", .stepStarted(title: "x"))
      progress.sink.send("a", .stepFinished(title: "x", outcome: .done, duration: .seconds(1)))
    }
    try writer.close()
    #expect(readText(reader) == "done    a: x  1.000 s\n")
    try reader.close()
  }
}

/// A terminal whose other end the test reads.
private final class PseudoTerminal {
  private let controller: FileDescriptor
  private let terminal: FileDescriptor

  init(columns: UInt16, rows: UInt16) throws {
    controller = try FileDescriptor.open(
      "/dev/ptmx", .readWrite, options: .init(rawValue: O_NOCTTY))
    // Linux numbers of TIOCSPTLCK and TIOCGPTN, macros that Swift does not see.
    var unlocked: Int32 = 0
    var number: Int32 = 0
    try #require(ioctl(controller.rawValue, UInt(0x4004_5431), &unlocked) == 0)
    try #require(ioctl(controller.rawValue, UInt(0x8004_5430), &number) == 0)
    terminal = try FileDescriptor.open(
      FilePath("/dev/pts/\(number)"), .readWrite, options: .init(rawValue: O_NOCTTY))
    var size = winsize(ws_row: rows, ws_col: columns, ws_xpixel: 0, ws_ypixel: 0)
    _ = ioctl(terminal.rawValue, UInt(TIOCSWINSZ), &size)
  }

  deinit { try? controller.close() }

  var output: OutputDescriptor { OutputDescriptor(terminal) }

  /// All that was written; the terminal is closed by that.
  func written() throws -> String {
    try terminal.close()
    return readText(controller)
  }
}

/// Everything up to the end, which a pseudo-terminal reports as an error.
private func readText(_ descriptor: FileDescriptor) -> String {
  var text: [UInt8] = []
  var chunk = [UInt8](repeating: 0, count: 4096)
  while let count = try? chunk.withUnsafeMutableBytes({ try descriptor.read(into: $0) }), count > 0
  {
    text += chunk[..<count]
  }
  return String(decoding: text, as: UTF8.self)
}
