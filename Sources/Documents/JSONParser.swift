import Diagnostics
import SystemPackage

/// Builds the tree of a JSON text, by recursive descent within limits.
struct JSONParser {
  private var scanner: JSONScanner
  private let path: FilePath
  private let limits: DocumentLimits
  private var depth = 0
  private var size = 0
  private(set) var problems: [DocumentProblem] = []

  init(_ bytes: [UInt8], path: FilePath, limits: DocumentLimits) {
    scanner = JSONScanner(bytes)
    self.path = path
    self.limits = limits
  }

  mutating func parseDocument() throws(JSONSyntaxError) -> DocumentNode? {
    guard !scanner.skip(word: "\u{FEFF}") else {
      throw scanner.error("the file starts with a byte order mark", "remove it", at: 0)
    }
    scanner.skipBlanks()
    guard scanner.next != nil else { return nil }
    let root = try parseValue()
    scanner.skipBlanks()
    guard scanner.next == nil else {
      throw scanner.error("something follows the document's end", "remove it")
    }
    return root
  }

  private mutating func parseValue() throws(JSONSyntaxError) -> DocumentNode {
    let start = scanner.position
    let content = try parseContent()
    return DocumentNode(content, from: start, to: scanner.position)
  }

  private mutating func parseContent() throws(JSONSyntaxError) -> DocumentNode.Content {
    try grow()
    switch scanner.next {
    case UInt8(ascii: "{"):
      return try nested { parser throws(JSONSyntaxError) in try parser.parseMapping() }
    case UInt8(ascii: "["):
      return try nested { parser throws(JSONSyntaxError) in try parser.parseSequence() }
    case UInt8(ascii: "\""):
      return .scalar(Scalar(try scanner.string(), style: .doubleQuoted, kind: .string))
    case UInt8(ascii: "-"), .some(UInt8(ascii: "0")...UInt8(ascii: "9")):
      let number = try scanner.number()
      return .scalar(Scalar(number.text, style: .plain, kind: number.isInteger ? .integer : .float))
    default: return .scalar(try parseWord())
    }
  }

  private mutating func parseWord() throws(JSONSyntaxError) -> Scalar {
    if scanner.skip(word: "true") { return Scalar("true", style: .plain, kind: .boolean) }
    if scanner.skip(word: "false") { return Scalar("false", style: .plain, kind: .boolean) }
    if scanner.skip(word: "null") { return Scalar("null", style: .plain, kind: .null) }
    switch scanner.next {
    case nil: throw scanner.error("the document ends too early", "close what is open")
    case UInt8(ascii: "]"), UInt8(ascii: "}"):
      throw scanner.error("a value is missing", "remove the comma before")
    case UInt8(ascii: "'"): throw scanner.error("no value", "use double quotes")
    case UInt8(ascii: "#"), UInt8(ascii: "/"):
      throw scanner.error("no value", "remove the comment, JSON has none")
    default: throw scanner.error("no value", "put text in double quotes")
    }
  }

  private mutating func parseSequence() throws(JSONSyntaxError) -> DocumentNode.Content {
    _ = scanner.skip("[")
    var nodes: [DocumentNode] = []
    scanner.skipBlanks()
    if scanner.skip("]") { return .sequence(nodes) }
    while true {
      scanner.skipBlanks()
      nodes.append(try parseValue())
      if try isAtEnd(closing: "]") { return .sequence(nodes) }
    }
  }

  private mutating func parseMapping() throws(JSONSyntaxError) -> DocumentNode.Content {
    _ = scanner.skip("{")
    var pairs = MappingPairs(path: path)
    scanner.skipBlanks()
    if scanner.skip("}") { return .mapping([]) }
    while true {
      scanner.skipBlanks()
      let key = try parseKey()
      pairs.add(key: key, value: try parseValue())
      if try isAtEnd(closing: "}") { break }
    }
    problems += pairs.problems
    return .mapping(pairs.finish())
  }

  /// Reads a key and the colon behind it.
  private mutating func parseKey() throws(JSONSyntaxError) -> DocumentNode {
    guard scanner.next == UInt8(ascii: "\"") else {
      let hint =
        scanner.next == UInt8(ascii: "}") ? "remove the comma before" : "put it in double quotes"
      throw scanner.error("a key must be a string", hint)
    }
    let key = try parseValue()
    scanner.skipBlanks()
    guard scanner.skip(":") else {
      throw scanner.error("a colon is missing", "put `:` behind the key")
    }
    scanner.skipBlanks()
    return key
  }

  /// Skips a comma, or the closing bracket: then the answer is true.
  private mutating func isAtEnd(closing bracket: Unicode.Scalar) throws(JSONSyntaxError) -> Bool {
    scanner.skipBlanks()
    if scanner.skip(bracket) { return true }
    guard scanner.skip(",") else {
      throw scanner.error("`,` or `\(bracket)` is missing", "check the line before too")
    }
    return false
  }

  private mutating func nested(
    _ parse: (inout JSONParser) throws(JSONSyntaxError) -> DocumentNode.Content
  ) throws(JSONSyntaxError) -> DocumentNode.Content {
    depth += 1
    defer { depth -= 1 }
    guard depth <= limits.depth else {
      throw scanner.error("the document nests more than \(limits.depth) levels", "make it flatter")
    }
    return try parse(&self)
  }

  private mutating func grow() throws(JSONSyntaxError) {
    size += 1
    guard size <= limits.nodes else {
      throw scanner.error("the document has more than \(limits.nodes) values", "split the file")
    }
  }
}
