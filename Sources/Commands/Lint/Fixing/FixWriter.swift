import ElementLint
import Sandbox
import SystemPackage

/// Brings fixes to the disk.
struct FixWriter {
  private let outcome: FixOutcome

  init(_ outcome: FixOutcome) { self.outcome = outcome }

  /// Changes all files that can be changed, then names; gives what stood in the way of others.
  func write() -> [UnwritableFile] {
    let inPlace = outcome.changes.filter { $0.contents != nil || $0.mode != nil }
    var problems = inPlace.compactMap { change in
      problem { () throws(UnwritableFile) in try FileReplacement(change).perform() }
    }
    problems += outcome.renames.compactMap { rename in
      problem { () throws(UnwritableFile) in try perform(rename) }
    }
    return problems
  }

  private func problem(_ body: () throws(UnwritableFile) -> Void) -> UnwritableFile? {
    do throws(UnwritableFile) {
      try body()
      return nil
    } catch {
      return error
    }
  }

  private func perform(_ rename: Rename) throws(UnwritableFile) {
    guard rename.from.removingLastComponent().isInside(rename.element) else {
      throw UnwritableFile(rename.from, "lies outside of its element", hint: "rename it there")
    }
    do throws(Errno) { try rename.from.renameUnlessTaken(to: rename.to) } catch {
      throw problem(rename, error)
    }
  }

  private func problem(_ rename: Rename, _ cause: Errno) -> UnwritableFile {
    switch cause {
    case .fileExists:
      UnwritableFile(rename.to, "is there already", hint: "remove one of the two")
    case .noSuchFileOrDirectory: UnwritableFile(rename.from, "is gone", hint: "run again")
    default: UnwritableFile(rename.from, cause)
    }
  }
}
