import Diagnostics
import Documents
import ElementLint
import SystemPackage

/// A value of a configuration file on its way to a type; says where it is wrong.
struct ConfigurationValue {
  let key: String
  let node: DocumentNode
  let file: FilePath

  /// What relative paths start from.
  var directory: FilePath { file.removingLastComponent() }

  var location: SourceLocation { location(of: node) }

  func text() throws(InputError) -> String { try text(of: node) }

  /// A number within a range.
  func integer(in range: ClosedRange<Int>) throws(InputError) -> Int {
    guard let number = node.integer, range.contains(number) else {
      throw wrong(
        node, "a whole number from \(range.lowerBound) to \(range.upperBound)",
        hint: "change the number")
    }
    return number
  }

  /// A list of texts; one text will do, with commas between its parts.
  func texts() throws(InputError) -> [String] { try texts(of: node) }

  /// A list of rules, all of which exist.
  func rules() throws(InputError) -> [String] { try rules(of: node) }

  /// The path that the text means.
  func path() throws(InputError) -> FilePath { absolute(try text()) }

  /// The paths that a list means; one text is one path.
  func paths() throws(InputError) -> [FilePath] {
    try (node.sequence == nil ? [text()] : texts()).map(absolute)
  }

  /// The entries of a mapping, each turned into a value by `body`.
  func entries<Entry>(
    _ body: (String, DocumentNode) throws(InputError) -> Entry
  ) throws(InputError) -> [Entry] {
    guard let pairs = node.mapping else {
      throw wrong(node, "a mapping", hint: "write `name: value`, one a line")
    }
    var entries = [Entry]()
    for pair in pairs { entries.append(try body(try text(of: pair.key), pair.value)) }
    return entries
  }

  func text(of node: DocumentNode) throws(InputError) -> String {
    guard let text = node.text, !node.isNull, !text.isEmpty else {
      throw wrong(node, "a text", hint: "put it in quotes")
    }
    return text
  }

  /// A list of rules, all of which exist.
  func rules(of node: DocumentNode) throws(InputError) -> [String] {
    let rules = try texts(of: node)
    for rule in rules { try check(rule, at: node) }
    return rules
  }

  /// - Throws: An error with a place when no rule is called so.
  func check(_ rule: String, at node: DocumentNode) throws(InputError) {
    do throws(InputError) {
      _ = try RuleSelection(select: [rule])
    } catch {
      let item = node.sequence?.first { $0.text == rule } ?? node
      throw InputError(error.message, at: location(of: item), hint: error.hint)
    }
  }

  func absolute(_ text: String) -> FilePath {
    directory.pushing(FilePath(text)).lexicallyNormalized()
  }

  func wrong(_ node: DocumentNode, _ expected: String, hint: String) -> InputError {
    let found = node.text.map { "`\($0)`" } ?? "a \(node.kindName)"
    return InputError(
      "`\(key)` takes \(expected), not \(found)", at: location(of: node), hint: hint)
  }

  private func texts(of node: DocumentNode) throws(InputError) -> [String] {
    guard let items = node.sequence else {
      return try text(of: node).split { $0 == "," || $0.isWhitespace }.map(String.init)
    }
    var texts = [String]()
    for item in items { texts.append(try text(of: item)) }
    return texts
  }

  private func location(of node: DocumentNode) -> SourceLocation {
    SourceLocation(file, node.start, to: node.end)
  }
}
