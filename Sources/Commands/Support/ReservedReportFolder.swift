import Diagnostics
import Reporting
import Sandbox
import SystemPackage

/// A report folder that can be written, that no other run writes, and that holds no earlier report.
struct ReservedReportFolder {
  let folder: ReportFolder
  private let lock: FileLock

  /// Makes and tries the folder; it is reserved as long as this value lives.
  ///
  /// - Throws: `OutputError` where nothing can be written, `InputError` while another run uses it.
  init(at path: FilePath) throws {
    folder = ReportFolder(path)
    try folder.prepare()
    guard let lock = try FileLock.exclusiveNow(path.appending(".lock")) else {
      throw InputError(
        "another run writes to the report folder `\(path)`",
        hint: "wait for it, or name another folder with `--report`")
    }
    self.lock = lock
    try folder.withdraw()
  }

  /// Gives the folder up.
  func release() { lock.release() }
}
