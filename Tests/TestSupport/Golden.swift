import Glibc
import SystemPackage
import Testing

/// Compares a text with the golden file `Golden/<name>` beside the calling test.
///
/// With `TIE_RECORD=1` in the environment (`make golden`) the file is rewritten instead; the
/// difference is then reviewed like code.
package func expectGolden(
  _ text: String, _ name: String, file: String = #filePath,
  sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  let golden = FilePath(file).removingLastComponent().appending("Golden").appending(name)
  try expectText(text, in: golden, sourceLocation: sourceLocation)
}

/// Compares a text with a file of this repository that is made of it, and rewrites the file like
/// `expectGolden`.
package func expectText(
  _ text: String, in file: FilePath, sourceLocation: Testing.SourceLocation = #_sourceLocation
) throws {
  if let record = getenv("TIE_RECORD"), String(cString: record) == "1" {
    try writeFile(file, text)
    return
  }
  let expected = try readFile(file)
  #expect(text == expected, "differs from \(file)", sourceLocation: sourceLocation)
}

/// The whole text of a file.
package func readFile(_ path: FilePath) throws -> String {
  let file = try FileDescriptor.open(path, .readOnly)
  return try file.closeAfter {
    var bytes: [UInt8] = []
    var chunk = [UInt8](repeating: 0, count: 64 * 1024)
    while case let count = try chunk.withUnsafeMutableBytes({ try file.read(into: $0) }), count > 0
    {
      bytes += chunk[..<count]
    }
    return String(decoding: bytes, as: UTF8.self)
  }
}

/// Replaces the content of a file.
package func writeFile(_ path: FilePath, _ text: String) throws {
  let file = try FileDescriptor.open(
    path, .writeOnly, options: [.create, .truncate],
    permissions: [.ownerReadWrite, .groupRead, .otherRead])
  _ = try file.closeAfter { try file.writeAll(text.utf8) }
}
