import Diagnostics
import Documents
import ElementModel

extension LintedFile.Content {
  /// Larger files are data, not sources.
  private static let largestSource = 4 << 20

  /// Reads a regular file and tells text from other data, unless it `isForced`: the builder reads some
  /// files as text, whatever they hold.
  init(of file: ElementFile, isForced: Bool) {
    guard case .regular = file.kind else {
      self = .notRead
      return
    }
    guard file.size <= Self.largestSource || isForced else {
      self = .binary(isScript: (try? file.start(2)) == Array("#!".utf8))
      return
    }
    do {
      let bytes = try file.contents()
      let isText = isForced || !bytes.prefix(8192).contains(0)
      self =
        isText
        ? .text(SourceText(bytes, path: file.path))
        : .binary(isScript: bytes.starts(with: "#!".utf8))
    } catch {
      self = .unreadable(error)
    }
  }

  /// The text, if the file is one.
  var text: SourceText? {
    if case .text(let text) = self { text } else { nil }
  }
}
