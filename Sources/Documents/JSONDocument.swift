import Diagnostics
import SystemPackage

/// A JSON file, read strictly: no comments, no trailing commas, UTF-8.
package struct JSONDocument: Sendable {
  /// Nothing for a file without any value; JSON proper does not allow that, readers say so.
  package let root: DocumentNode?
  /// Duplicate keys, in the order of the text.
  package let problems: [DocumentProblem]

  /// Reads a document; what is no JSON, or too large to be sane, is thrown.
  package init(parsing bytes: [UInt8], path: FilePath) throws(InputError) {
    try self.init(parsing: bytes, path: path, limits: DocumentLimits())
  }

  init(parsing bytes: [UInt8], path: FilePath, limits: DocumentLimits) throws(InputError) {
    try limits.check(byteCount: bytes.count, path: path)
    var parser = JSONParser(bytes, path: path, limits: limits)
    do throws(JSONSyntaxError) {
      root = try parser.parseDocument()
    } catch {
      let location = SourceText(bytes, path: path).location(ofByteOffset: error.offset)
      throw InputError(error.message, at: location, hint: error.hint)
    }
    problems = parser.problems.sorted { $0.location < $1.location }
  }
}
