import Diagnostics
import Sandbox
import SystemPackage

/// ext2, ext3 and ext4, which `mke2fs` fills by itself, in place.
enum ExtendedMaker: FileSystemMaker {
  static let types: Set = ["ext2", "ext3", "ext4"]

  static func make(_ job: FileSystemJob, _ tools: TreeTools) async throws {
    try checkJournal(of: job)
    let top = try await tools.withTree { root in
      try job.fileSystem.mountPoint.flatMap { try root.status(of: $0) }
    }
    let command = Command("mke2fs", arguments(of: job, top, content: job.content(in: tools)))
    try await tools.run(job.title, command, hiding: job.hidden)
    // Of the directory itself, mke2fs takes nothing over.
    guard let top, top.mode != 0o755 else { return }
    let change = "set_inode_field <2> mode 0\(String(0o40000 | top.mode, radix: 8))"
    let file = "\(job.disk.path)?offset=\(job.range.lowerBound)"
    try await tools.run(job.title, Command("debugfs", ["-w", "-R", change, file]))
  }

  /// mke2fs takes no journal of more than half of the file system, and does not say which one it means.
  static func checkJournal(of job: FileSystemJob) throws(InputError) {
    let options = job.fileSystem.options
    guard let place = options.firstIndex(of: "-J"),
      let size = options.dropFirst(place + 1).first?.split(separator: "=").last.flatMap({ Int($0) }
      ),
      size > job.range.count >> 21
    else { return }
    throw InputError(
      "the file system `\(job.fileSystem.name)` has \(job.range.count >> 20) MiB, too few for a journal"
        + " of \(size) MiB",
      hint: "make it larger, or set `DIB_JOURNAL_SIZE` to fewer MiB")
  }

  static func arguments(
    of job: FileSystemJob, _ top: FileStatus?, content: FilePath?
  ) -> [String] {
    let fileSystem = job.fileSystem
    var (options, extended) = split(fileSystem.options)
    extended.append("offset=\(job.range.lowerBound)")
    if let top { extended.append("root_owner=\(top.userID):\(top.groupID)") }
    if job.sectorSize > 1024, !options.contains("-b") { options += ["-b", "\(job.sectorSize)"] }
    return ["-t", fileSystem.type, "-F", "-q"] + options
      + ["-E", extended.joined(separator: ","), "-L", fileSystem.label]
      + (fileSystem.uuid.map { ["-U", $0] } ?? []) + (content.map { ["-d", $0.string] } ?? [])
      + [job.disk.path.string, "\(job.range.count >> 10)k"]
  }

  /// Takes the extended options apart from the others, because mke2fs heeds only the last `-E`.
  private static func split(_ options: [String]) -> (others: [String], extended: [String]) {
    var (others, extended): ([String], [String]) = ([], [])
    var rest = options[...]
    while let option = rest.popFirst() {
      if option == "-E", let value = rest.popFirst() {
        extended.append(value)
      } else {
        others.append(option)
      }
    }
    return (others, extended)
  }
}
