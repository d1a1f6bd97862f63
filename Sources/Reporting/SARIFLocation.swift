import Diagnostics
import SystemPackage

/// A `location` of a SARIF file.
struct SARIFLocation {
  /// The name of the directory from which relative addresses are meant.
  static let base = "SRCROOT"
  private let location: SourceLocation

  init(_ location: SourceLocation) { self.location = location }

  /// The place; services refuse results without a line, so a whole file is at its first.
  var object: JSONValue {
    let range = LineRange(location)
    return [
      "physicalLocation": [
        "artifactLocation": artifact, "region": Self.region(from: range.start, to: range.end),
      ]
    ]
  }

  /// The address of the file.
  var artifact: JSONValue {
    let uri = PercentEncoding.address(of: location.path)
    guard location.path.isRelative else { return ["uri": .string("file://" + uri)] }
    return ["uri": .string(uri), "uriBaseId": .string(Self.base)]
  }

  /// From the first character to the one behind the last.
  static func region(from start: SourcePosition, to end: SourcePosition) -> JSONValue {
    [
      "startLine": .integer(start.line), "startColumn": .integer(start.column),
      "endLine": .integer(end.line), "endColumn": .integer(end.column),
    ]
  }
}
