import Diagnostics
import Documents
import ElementModel
import SystemPackage

extension Finding.Edit {
  /// The replacement of the text at a location that is a range; at a mere position, an insertion.
  init(replacing location: SourceLocation, with text: String) {
    let start = location.start ?? SourcePosition(line: 1)
    self.init(from: start, to: location.end ?? start, text: text)
  }

  /// The removal of the line of a location, its line end included.
  init?(removingLineOf location: SourceLocation) {
    guard let line = location.start?.line else { return nil }
    self.init(from: SourcePosition(line: line), to: SourcePosition(line: line + 1), text: "")
  }
}

extension Finding.Fix {
  /// The removal of the line of a location.
  static func removingLine(of location: SourceLocation) -> Finding.Fix? {
    Finding.Edit(removingLineOf: location).map { Finding.Fix("remove the line", edits: [$0]) }
  }

  /// Execution allowed to everyone who may read the file.
  static let settingExecutableBit = Finding.Fix("run `chmod +x` on it", .executable(true))

  /// Execution allowed to nobody.
  static let droppingExecutableBit = Finding.Fix("run `chmod -x` on it", .executable(false))

  /// Another name for a file of the element, unless the element has something of that name.
  static func renaming(
    _ file: LintedFile, to name: String, in element: LintedElement, isSafe: Bool = true
  ) -> Finding.Fix? {
    let place = file.relativePath.removingLastComponent().appending(name)
    guard element.file(place) == nil else { return nil }
    return Finding.Fix("rename it to `\(name)`", .name(name), isSafe: isSafe)
  }
}
