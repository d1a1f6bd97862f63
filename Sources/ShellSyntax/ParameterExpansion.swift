package import Diagnostics

/// `$name` or `${…}`.
///
/// Bash manual, "Shell Parameter Expansion".
package struct ParameterExpansion: Sendable {
  /// The name, the digits or the special character.
  package let name: String
  package let operation: Operation
  /// Whether braces are around it.
  package let isBraced: Bool
  /// The text between the brackets of `${name[…]}`.
  package let index: String?
  let tree: ShellTree
  let range: Range<Int>
  private let row: Int
  private let argumentStart: Int

  init?(tree: ShellTree, index row: Int) {
    let record = tree.parts[row]
    guard record.kind == .parameter else { return nil }
    let range = Int(record.start)..<Int(record.end)
    let fields = ParameterFields(tree.source.bytes[range])
    self.tree = tree
    self.row = row
    self.range = range
    isBraced = fields.isBraced
    name = tree.source.text(fields.name)
    index = fields.index.map(tree.source.text)
    operation = fields.operation
    argumentStart = fields.argumentStart
  }

  package var location: SourceLocation { tree.source.location(range) }
  package var text: String { tree.source.text(range) }

  /// What stands behind the operator, as written; nil without an operator.
  package var argument: String? {
    operation == .value || operation == .length || operation == .indirection
      ? nil : tree.source.text(argumentStart..<max(argumentStart, range.upperBound - 1))
  }

  /// The expansions inside the braces.
  package var nested: [ShellPart] {
    let rows = tree.parts[row].children.range
    let parts = ShellPart.parts(
      of: tree, rows: rows, in: range.dropFirst(2).dropLast(1), isQuoted: true)
    return parts.filter(\.isExpansion)
  }

  /// Whether an unset variable is harmless here, even under `set -u`.
  package var toleratesUnset: Bool {
    switch operation {
    case .defaultValue, .assignDefault, .alternative, .errorIfUnset, .namesWithPrefix: true
    default: false
    }
  }

  /// Whether the POSIX shell has no such expansion.
  var isExtension: Bool {
    switch operation {
    case .indirection, .namesWithPrefix, .substitute, .substring, .changeCase, .transform: true
    default: index != nil
    }
  }
}

extension ParameterExpansion {
  /// What is done with the parameter. `ifEmpty` tells `:-` from `-`.
  package enum Operation: Hashable, Sendable {
    case value, length, indirection, namesWithPrefix
    case defaultValue(ifEmpty: Bool)
    case assignDefault(ifEmpty: Bool)
    case errorIfUnset(ifEmpty: Bool)
    case alternative(ifEmpty: Bool)
    case removePrefix, removeSuffix, substitute, substring, changeCase, transform
    /// None that bash knows: a "bad substitution" when it is run.
    case unknown
  }
}
