import Diagnostics
import Documents
import ElementModel
import Reporting
import SystemPackage

extension LanguageServer {
  /// Where the element is that is named at a place: its README, or the first of its files.
  func definition(_ parameters: DocumentNode?) throws -> JSONValue {
    let document = try document(parameters)
    let place = try position(parameters?["position"], in: document.text)
    guard namesElements(document.path), let name = word(at: place, in: document.text),
      let element = try source.element(name, document.path), let file = Self.mainFile(of: element)
    else { return .null }
    return [
      "uri": .string(FileURI.uri(file.path)),
      "range": range(of: SourceLocation(file.path), in: nil),
    ]
  }

  /// Elsewhere, a word that is an element's name by chance means something else.
  private func namesElements(_ path: FilePath) -> Bool {
    let folder = path.removingLastComponent().lastComponent?.string
    return ["element-deps", "element-provides"].contains(path.lastComponent?.string)
      || folder == "tests" && ["yaml", "yml"].contains(path.extension)
  }

  private func word(at place: SourcePosition, in text: SourceText) -> String? {
    let scalars = Array(text.scalars(ofLine: place.line))
    let index = min(place.column - 1, scalars.count)
    let before = scalars[..<index].reversed().prefix(while: \.isOfName).reversed()
    let word = before + scalars[index...].prefix(while: \.isOfName)
    return word.isEmpty ? nil : String(String.UnicodeScalarView(word))
  }

  private static func mainFile(of element: Element) -> ElementFile? {
    element.file("README.rst") ?? element.files.first(where: \.isRegular)
  }
}

extension Unicode.Scalar {
  fileprivate var isOfName: Bool {
    properties.isAlphabetic || "0123456789-_.+".unicodeScalars.contains(self)
  }
}
