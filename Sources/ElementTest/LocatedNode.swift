import Diagnostics
import Documents
import SystemPackage

/// A node of a document together with the file that it stands in.
package struct LocatedNode: Sendable {
  private let node: DocumentNode
  package let file: FilePath

  package init(_ node: DocumentNode, in file: FilePath) {
    self.node = node
    self.file = file
  }

  package var location: SourceLocation { SourceLocation(file, node.start, to: node.end) }
  var kindName: String { node.kindName }
  /// The text of a scalar, as it was written.
  var text: String? { node.text }
  var boolValue: Bool? { node.bool }
  var integerValue: Int? { node.integer }
  var numberValue: Double? { node.double }
  var isNull: Bool { node.isNull }
  var isScalar: Bool { node.scalar != nil }
  var isSequence: Bool { node.sequence != nil }
  var isMapping: Bool { node.mapping != nil }

  func error(_ message: String, hint: String? = nil) -> InputError {
    InputError(message, at: location, hint: hint)
  }

  /// The error for a node of the wrong kind; `wanted` is a noun phrase such as "a list".
  func error(wanting wanted: String, for name: String) -> InputError {
    error("`\(name)` must be \(wanted), not \(kindName.withArticle)")
  }
}

// Typed access; `name` is what messages call the value.
extension LocatedNode {
  /// Any scalar but null, as it was written.
  func scalarText(_ name: String) throws(InputError) -> String {
    guard let text, !isNull else { throw error(wanting: "a string", for: name) }
    try requireNoNUL("`\(name)`")
    return text
  }

  /// Whatever C calls would cut there would be another value than the one that is written.
  fileprivate func requireNoNUL(_ name: String) throws(InputError) {
    guard let text, text.utf8.contains(0) else { return }
    throw error("\(name) holds a NUL character", hint: "remove the `\\0`")
  }

  func bool(_ name: String) throws(InputError) -> Bool {
    guard let boolValue else { throw error(wanting: "`true` or `false`", for: name) }
    return boolValue
  }

  func integer(_ name: String) throws(InputError) -> Int {
    guard let integerValue else { throw error(wanting: "an integer", for: name) }
    return integerValue
  }

  func sequence(_ name: String) throws(InputError) -> [LocatedNode] {
    guard let nodes = node.sequence else { throw error(wanting: "a list", for: name) }
    return nodes.map { LocatedNode($0, in: file) }
  }

  func mapping(_ name: String) throws(InputError) -> [LocatedPair] {
    guard let nodes = node.mapping else { throw error(wanting: "a mapping", for: name) }
    let pairs = nodes.map {
      LocatedPair(key: LocatedNode($0.key, in: file), value: LocatedNode($0.value, in: file))
    }
    for pair in pairs { try pair.key.requireNoNUL("a key of `\(name)`") }
    return pairs
  }

  /// The error for a key that nothing knows, with the closest one that something does.
  func unknown(_ what: String, knowing known: [String]) -> InputError {
    let name = text ?? kindName
    let hint = closestName(to: name, among: known).map { "did you mean `\($0)`?" }
    return error(
      "unknown \(what) `\(name)`", hint: hint ?? "use one of \(known.sorted().inBackquotes)")
  }
}

/// An entry of a mapping.
struct LocatedPair: Sendable {
  let key: LocatedNode
  let value: LocatedNode
  /// The text of the key; empty for a key that is no scalar, which no name is.
  var name: String { key.text ?? "" }
}

extension [String] {
  var inBackquotes: String { map { "`\($0)`" }.joined(separator: ", ") }
}

extension String {
  fileprivate var withArticle: String {
    self == "null" ? "null" : "aeiou".contains(first ?? " ") ? "an \(self)" : "a \(self)"
  }
}
