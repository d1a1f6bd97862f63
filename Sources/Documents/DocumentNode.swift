import Diagnostics

/// A node of a YAML or JSON document that knows where it stands.
///
/// An alias is a copy of what it names, at the place of the alias; its children keep their places.
package struct DocumentNode: Sendable {
  package let content: Content
  package let start: SourcePosition
  /// The position behind the node's last character.
  package let end: SourcePosition

  package init(_ content: Content, from start: SourcePosition, to end: SourcePosition) {
    self.content = content
    self.start = start
    self.end = end
  }

  package enum Content: Sendable {
    case scalar(Scalar)
    case sequence([DocumentNode])
    /// In the order of the text. Merge keys are applied, and of equal keys only the last is left,
    /// at the place of the first: what a loader would see.
    case mapping([Pair])
  }

  /// One entry of a mapping.
  package struct Pair: Sendable {
    package let key: DocumentNode
    package let value: DocumentNode

    package init(key: DocumentNode, value: DocumentNode) {
      self.key = key
      self.value = value
    }
  }
}

extension DocumentNode {
  package var scalar: Scalar? {
    if case .scalar(let scalar) = content { scalar } else { nil }
  }

  package var sequence: [DocumentNode]? {
    if case .sequence(let nodes) = content { nodes } else { nil }
  }

  package var mapping: [Pair]? {
    if case .mapping(let pairs) = content { pairs } else { nil }
  }

  /// The text of a scalar that is a string.
  package var string: String? { scalar?.kind == .string ? scalar?.text : nil }

  /// The text of any scalar, as it was written.
  package var text: String? { scalar?.text }

  package var isNull: Bool { scalar?.kind == .null }

  package var bool: Bool? { scalar?.bool }

  package var integer: Int? { scalar?.integer }

  package var double: Double? { scalar?.double }

  /// The value of the string key `key`, when this is a mapping that has it.
  package subscript(key: String) -> DocumentNode? {
    mapping?.first { $0.key.string == key }?.value
  }

  /// What to call this node in a message: "mapping", "list", "string", "integer", …
  package var kindName: String {
    switch content {
    case .scalar(let scalar): scalar.kind.rawValue
    case .sequence: "list"
    case .mapping: "mapping"
    }
  }
}
