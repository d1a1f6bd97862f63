import Diagnostics
import SystemPackage

/// A YAML file with one document.
package struct YAMLDocument: Sendable {
  /// Nothing for a file without any value, such as one with only comments.
  package let root: DocumentNode?
  /// What a loader takes differently from what was meant; in the order of the text.
  package let problems: [DocumentProblem]

  /// Reads a document; what is no YAML, or too large to be sane, is thrown.
  package init(parsing bytes: [UInt8], path: FilePath) throws(InputError) {
    try self.init(parsing: bytes, path: path, limits: DocumentLimits())
  }

  init(parsing bytes: [UInt8], path: FilePath, limits: DocumentLimits) throws(InputError) {
    try limits.check(byteCount: bytes.count, path: path)
    var builder = YAMLTreeBuilder(path: path, limits: limits)
    do throws(YAMLFailure) {
      try bytes.withUnsafeBufferPointer { buffer throws(YAMLFailure) in
        try Self.read(buffer, into: &builder)
      }
    } catch {
      throw error.inputError(in: bytes, path: path)
    }
    root = builder.root
    problems = builder.problems.sorted { $0.location < $1.location }
  }

  private static func read(
    _ buffer: UnsafeBufferPointer<UInt8>, into builder: inout YAMLTreeBuilder
  ) throws(YAMLFailure) {
    let reader = YAMLEventReader(buffer)
    while true {
      let event: YAMLEvent
      do throws(YAMLSyntaxError) { event = try reader.next() } catch { throw .syntax(error) }
      if case .streamEnd = event.kind { return }
      do throws(InputError) { try builder.add(event) } catch { throw .refused(error) }
    }
  }
}

/// Why a file gave no tree.
private enum YAMLFailure: Error {
  case syntax(YAMLSyntaxError)
  case refused(InputError)

  func inputError(in bytes: [UInt8], path: FilePath) -> InputError {
    switch self {
    case .refused(let error): error
    case .syntax(let error): error.inputError(in: bytes, path: path)
    }
  }
}

extension YAMLSyntaxError {
  fileprivate func inputError(in bytes: [UInt8], path: FilePath) -> InputError {
    let location =
      switch place {
      case .position(let position): SourceLocation(path, position)
      case .byteOffset(let offset): SourceText(bytes, path: path).location(ofByteOffset: offset)
      }
    return InputError(message, at: location, hint: hint)
  }

  /// The usual cause of each of libyaml's messages.
  private var hint: String {
    Self.hints.first { message.hasPrefix($0.message) }?.hint
      ?? "check indentation and quotes on this line and the one before"
  }

  private static let hints = [
    (message: "mapping values are not allowed", hint: "quote the text if it holds `: `"),
    (message: "could not find expected ':'", hint: "write `key: value`, with a blank behind `:`"),
    (
      message: "found character that cannot start any token",
      hint: "indent with blanks, and quote text that starts with a tab, `@`, `%` or a backquote"
    ),
    (message: "found unexpected end of stream", hint: "close the quote or bracket"),
    (message: "control characters are not allowed", hint: "remove the character"),
    (message: "invalid", hint: "save the file as UTF-8"),
    (message: "incomplete", hint: "save the file as UTF-8"),
  ]
}

extension DocumentLimits {
  func check(byteCount: Int, path: FilePath) throws(InputError) {
    guard byteCount <= bytes else {
      throw InputError(
        "the file has more than \(bytes) bytes", at: SourceLocation(path), hint: "split the file")
    }
  }
}
