import Diagnostics
import Documents
import Reporting
import SystemPackage

/// Findings of one rule on lines of one text in one file.
struct BaselineEntry: Hashable, Sendable {
  let code: String
  /// As seen from the directory of the list.
  let path: String
  let fingerprint: String
}

extension BaselineEntry: Comparable {
  /// By path, then by code.
  static func < (left: BaselineEntry, right: BaselineEntry) -> Bool {
    (left.path, left.code, left.fingerprint) < (right.path, right.code, right.fingerprint)
  }
}

extension BaselineEntry {
  /// The entry as it is written, with how often it is known.
  func object(count: Int) -> JSONValue {
    [
      "code": .string(code), "path": .string(path), "fingerprint": .string(fingerprint),
      "count": .integer(count),
    ]
  }

  /// Reads an entry; nothing when it is none.
  static func read(_ node: DocumentNode) -> (entry: BaselineEntry, count: Int)? {
    guard let code = node["code"]?.string, let path = node["path"]?.string,
      let fingerprint = node["fingerprint"]?.string, let count = node["count"]?.integer,
      (1...1_000_000_000).contains(count)
    else { return nil }
    return (BaselineEntry(code: code, path: path, fingerprint: fingerprint), count)
  }
}
