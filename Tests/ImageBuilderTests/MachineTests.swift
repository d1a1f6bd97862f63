import Diagnostics
import Foundation
@testable import ImageBuilder
import Synchronization
import SystemPackage
import TestSupport
import Testing

/// What virtual machines get, and what they tell.
@Suite struct MachineTests {
  @Test func aMachineGetsAQuarterOfTheMemoryWithinReason() {
    #expect(UserModeLinux.memory(pages: 1 << 20, of: 4096) == 1024)
    #expect(UserModeLinux.memory(pages: 1 << 18, of: 4096) == 512)
    #expect(UserModeLinux.memory(pages: 1 << 24, of: 4096) == 2048)
  }

  @Test func itGivesSignsOfLifeWhileEveryThreadOfThePoolWorks() async throws {
    let count = Counter()
    let signs = try SignsOfLife(milliseconds: 5) { count.value.withLock { $0 += 1 } }
    await withTaskGroup(of: Int.self) { group in
      for _ in 0..<ProcessInfo.processInfo.activeProcessorCount {
        group.addTask {
          let before = count.value.withLock { $0 }
          usleep(300_000)
          return count.value.withLock { $0 } - before
        }
      }
      for await signs in group { #expect(signs > 1) }
    }
    signs.stop()
  }

  @Test(
    arguments: [
      .output(source: "a", line: String(repeating: "\u{1B}é👩‍👩‍👧", count: 30_000)),
      .output(source: "a", line: "b"),
      .warning("w"), .note("n"), .stepStarted(title: "s"),
      .stepFinished(title: "s", outcome: .failed("r"), duration: .seconds(1)),
    ] as [ProgressEvent.Kind]) func whatItTellsArrives(_ kind: ProgressEvent.Kind) throws
  {
    let event = ProgressEvent("image", kind)
    #expect(try received(event, longest: 20_000) == [event])
  }

  @Test func whatIsNoTextArrivesAsItWas() throws {
    let bytes: [UInt8] = [0x61, 0xFF, 0x0D]
    let event = ProgressEvent("image", .output(source: "a", line: "a\u{FFFD}\r"), bytes: bytes)
    #expect(try received(event, longest: 200) == [event])
  }

  /// What the host makes of the lines that a machine writes for an event, its kernel talking meanwhile.
  private func received(_ event: ProgressEvent, longest: Int) throws -> [ProgressEvent] {
    let message = try #require(MachineJob.Message(event))
    let lines = try message.lines().split(separator: UInt8(ascii: "\n"))
    #expect(lines.allSatisfy { $0.count <= longest })
    var reader = MachineJob.Message.Reader()
    return lines.flatMap { line -> [ProgressEvent] in
      guard case .other = reader.read("[ 1.0] a kernel") else { return [] }
      let text = String(decoding: line, as: UTF8.self) + "\r"
      guard case .message(let message) = reader.read(text) else { return [] }
      return [message.event(about: "image")].compactMap(\.self)
    }
  }

  @Test func temporaryFilesGoNowhereButWhatTheMachineWritesStays() {
    let script = Machine.temporaryFiles(keeping: ["/tmp/a b/c", "/srv/x"])
    #expect(script.contains("mount --bind /run/temporary/0/host '/tmp/a b/c'") == false)
    #expect(script.contains("mount --bind '/run/temporary/0/host/a b/c' '/tmp/a b/c'"))
    #expect(!script.contains("/srv"))
  }

  @Test func anAnswerWithoutASizeIsAnError() throws {
    #expect(try TreeTools.measurement(in: ["12\t/x"], "measure") == 12)
    for lines in [[], ["du: no"]] {
      #expect(throws: BuildError.self) { try TreeTools.measurement(in: lines, "measure") }
    }
  }

  private final class Counter: Sendable { let value = Mutex(0) }
}
