import Documents
import Glibc
import Reporting
import SystemPackage

extension LanguageServer {
  /// The command that makes a file executable, or not; no edit of the protocol can.
  static let setExecutable = "tie-check.setExecutable"

  func command(_ document: OpenDocument, _ isExecutable: Bool) -> JSONValue {
    [
      "title": .string(isExecutable ? "Make executable" : "Make not executable"),
      "command": .string(Self.setExecutable),
      "arguments": .array([.string(document.uri), .bool(isExecutable)]),
    ]
  }

  /// Runs a command that a code action has named, on a document that is open.
  mutating func execute(_ parameters: DocumentNode?) throws -> JSONValue {
    let arguments = parameters?["arguments"]?.sequence ?? []
    guard parameters?["command"]?.string == Self.setExecutable, arguments.count == 2,
      let path = arguments[0].string.flatMap(FileURI.path), documents[path] != nil,
      let isExecutable = arguments[1].bool
    else { throw Refusal(code: .invalidParameters, text: "there is no such command") }
    var status = stat()
    guard stat(path.string, &status) == 0 else { throw Errno(rawValue: errno) }
    let bits = (status.st_mode & 0o444) >> 2
    let mode = isExecutable ? status.st_mode | bits : status.st_mode & ~0o111
    guard chmod(path.string, mode & 0o7777) == 0 else { throw Errno(rawValue: errno) }
    makeAllStale()
    return .null
  }
}
