import Crypto
import Glibc
import Sandbox
import SystemPackage

/// A checksum that is written beside a file.
package enum ChecksumKind: String, CaseIterable, Sendable {
  case md5, sha256, sha512

  /// What `DIB_CHECKSUM` asks for: `1` for the first two, else those that it names.
  package static func kinds(in text: String) -> [ChecksumKind] {
    text == "1" ? [.md5, .sha256] : allCases.filter { text.contains($0.rawValue) }
  }

  /// Writes the checksum files of `file`, in the format of the coreutils; `name` is what they call it.
  static func write(_ kinds: [ChecksumKind], of file: FilePath, named name: FilePath) throws {
    var sums = kinds.map { (kind: $0, sum: $0.function) }
    guard !sums.isEmpty else { return }
    try file.readPieces { piece in
      for index in sums.indices { sums[index].sum.update(bufferPointer: piece) }
    }
    for (kind, sum) in sums {
      let row = "\(sum.digits)  \(name)\n"
      try kind.file(of: file).write(Array(row.utf8))
    }
  }

  /// Renames the checksum files of `file`, as many as there are, to those of `other`.
  static func rename(of file: FilePath, to other: FilePath) throws(Errno) {
    for kind in allCases where FileStatus(kind.file(of: file)) != nil {
      try kind.file(of: file).rename(to: kind.file(of: other))
    }
  }

  /// Removes the checksum files of `file`, as many as there are.
  static func remove(of file: FilePath) throws(Errno) {
    for kind in allCases { try FileTree.remove(kind.file(of: file)) }
  }

  private func file(of file: FilePath) -> FilePath { FilePath("\(file).\(rawValue)") }

  private var function: any Checksum {
    switch self {
    case .md5: Insecure.MD5()
    case .sha256: SHA256()
    case .sha512: SHA512()
    }
  }
}

/// A hash function whose result is wanted as digits.
private protocol Checksum: HashFunction {}

extension Checksum {
  fileprivate var digits: String {
    finalize().map { byte in
      let digits = String(byte, radix: 16)
      return digits.count == 1 ? "0" + digits : digits
    }.joined()
  }
}

extension Insecure.MD5: Checksum {}
extension SHA256: Checksum {}
extension SHA512: Checksum {}

extension FilePath {
  /// Calls `body` with the file's bytes, a piece at a time.
  func readPieces(_ body: (UnsafeRawBufferPointer) -> Void) throws {
    let file = try FileDescriptor.open(self, .readOnly, options: .closeOnExec)
    defer { try? file.close() }
    let buffer = UnsafeMutableRawBufferPointer.allocate(byteCount: 1 << 20, alignment: 4096)
    defer { buffer.deallocate() }
    while true {
      let count = try file.read(into: buffer)
      if count == 0 { return }
      body(UnsafeRawBufferPointer(rebasing: buffer[..<count]))
    }
  }

  /// The SHA-256 of the file, in hexadecimal digits.
  func sha256() throws -> String {
    var sum = SHA256()
    try readPieces { sum.update(bufferPointer: $0) }
    return sum.digits
  }
}
