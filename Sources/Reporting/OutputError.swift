import SystemPackage

/// Output could not be written: the disk is full, the folder cannot be made.
package struct OutputError: Error, Hashable {
  /// The file, or nothing for standard output.
  package let path: FilePath?
  package let cause: Errno

  init(_ path: FilePath?, _ cause: Errno) {
    self.path = path
    self.cause = cause
  }
}

extension OutputError: CustomStringConvertible {
  package var description: String {
    "cannot write \(path.map { "`\($0)`" } ?? "to the output"): \(cause)"
  }
}
