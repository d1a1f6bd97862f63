package import SystemPackage

/// One line of a mountinfo file.
package struct MountEntry: Sendable, Hashable {
  package var id: Int
  package var parent: Int
  /// `major:minor` of the file system.
  package var device: String
  /// The directory of the file system that is mounted.
  package var root: FilePath
  /// Where, as seen by the process whose mountinfo it is.
  package var mountPoint: FilePath
  package var options: [String]
  package var type: String
  package var source: String

  /// Parses a line; nothing for one of another form.
  package init?(parsing line: Substring) {
    let fields = line.split(separator: " ", omittingEmptySubsequences: false)
    guard let separator = fields.firstIndex(of: "-"), separator >= 6, fields.count > separator + 2,
      let id = Int(fields[0]), let parent = Int(fields[1])
    else { return nil }
    self.id = id
    self.parent = parent
    device = String(fields[2])
    root = FilePath(Self.unescape(fields[3]))
    mountPoint = FilePath(Self.unescape(fields[4]))
    options = fields[5].split(separator: ",").map(String.init)
    type = String(fields[separator + 1])
    source = Self.unescape(fields[separator + 2])
  }

  /// The kernel writes blanks, tabs, newlines and backslashes as three octal digits.
  private static func unescape(_ field: Substring) -> String {
    guard field.utf8.contains(UInt8(ascii: "\\")) else { return String(field) }
    var bytes: [UInt8] = []
    var rest = Array(field.utf8)[...]
    while let byte = rest.popFirst() {
      let digits = rest.prefix(3)
      if byte == UInt8(ascii: "\\"), digits.count == 3,
        let code = UInt8(String(decoding: digits, as: UTF8.self), radix: 8)
      {
        bytes.append(code)
        rest = rest.dropFirst(3)
      } else {
        bytes.append(byte)
      }
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

extension MountEntry {
  package var isReadOnly: Bool { options.contains("ro") }

  /// The entries of a mountinfo file, in order of mounting; a later one may hide an earlier one.
  package static func entries(parsing text: String) -> [MountEntry] {
    text.split(separator: "\n").compactMap { MountEntry(parsing: $0) }
  }

  /// The mounts that a process sees; none when there is no such process.
  package static func entries(ofProcess identifier: Int32? = nil) -> [MountEntry] {
    entries(parsing: text(ofProcess: identifier))
  }

  /// The mountinfo file of a process.
  static func text(ofProcess identifier: Int32?) -> String {
    let name = identifier.map(String.init) ?? "self"
    let bytes = try? FilePath("/proc/\(name)/mountinfo").contents()
    return String(decoding: bytes ?? [], as: UTF8.self)
  }
}
