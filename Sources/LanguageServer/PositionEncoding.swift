import Diagnostics
import Documents
import Reporting

/// How characters are counted in the positions that go over the wire.
enum PositionEncoding: String {
  case utf8 = "utf-8"
  case utf16 = "utf-16"
  /// As our own columns count.
  case utf32 = "utf-32"

  /// The best of those that the editor offers; UTF-16 is what all understand.
  init(offered: [String]) {
    self = [.utf32, .utf8].first { offered.contains($0.rawValue) } ?? .utf16
  }

  /// The position in `text` as the protocol writes it, counted from 0.
  func encode(_ position: SourcePosition, in text: SourceText?) -> JSONValue {
    let scalars = text?.scalars(ofLine: position.line).prefix(max(0, position.column - 1))
    let character = scalars.map { $0.reduce(0) { $0 + width(of: $1) } } ?? position.column - 1
    return [
      "line": .integer(max(0, position.line - 1)), "character": .integer(max(0, character)),
    ]
  }

  /// The position that a 0-based line and character of the protocol mean in `text`.
  func decode(line: Int, character: Int, in text: SourceText) -> SourcePosition {
    let line = min(max(line, 0), text.lineCount)
    var rest = character
    let scalars = text.scalars(ofLine: line + 1).prefix { scalar in
      rest -= width(of: scalar)
      return rest >= 0
    }
    return SourcePosition(line: line + 1, column: scalars.count + 1)
  }

  private func width(of scalar: Unicode.Scalar) -> Int {
    switch self {
    case .utf8: UTF8.width(scalar)
    case .utf16: UTF16.width(scalar)
    case .utf32: 1
    }
  }
}

extension SourceText {
  /// The characters of a 1-based line; none where there is no such line.
  func scalars(ofLine line: Int) -> String.UnicodeScalarView {
    (1...max(1, lineCount)).contains(line) && !bytes.isEmpty
      ? text(ofLine: line).unicodeScalars : "".unicodeScalars
  }
}
