import Diagnostics
import SystemPackage

/// Puts the events of one document together to a tree, within limits.
struct YAMLTreeBuilder {
  private let path: FilePath
  private let limits: DocumentLimits
  private var open: [Frame] = []
  private var anchors: [String: Anchor] = [:]
  /// Nodes so far, aliases resolved.
  private var size = 0
  private(set) var root: DocumentNode?
  private(set) var problems: [DocumentProblem] = []

  init(path: FilePath, limits: DocumentLimits) {
    self.path = path
    self.limits = limits
  }

  /// A list or mapping whose end is still to come.
  private struct Frame {
    let isMapping: Bool
    let properties: YAMLProperties
    let start: SourcePosition
    let sizeAtStart: Int
    var children: [DocumentNode] = []
    /// Levels of the highest child.
    var height = 0
  }

  private enum Anchor {
    case open
    case closed(DocumentNode, size: Int, height: Int)
  }

  mutating func add(_ event: YAMLEvent) throws(InputError) {
    switch event.kind {
    case .documentStart:
      guard root == nil else {
        throw error(
          "a second document starts here", at: event.start, hint: "keep one document a file")
      }
    case .alias(let name): try addAlias(name, event)
    case .scalar(let scalar): try addScalar(scalar, event)
    case .sequenceStart(let properties): try push(properties, isMapping: false, at: event.start)
    case .mappingStart(let properties): try push(properties, isMapping: true, at: event.start)
    case .collectionEnd: try pop(endingAt: event.end)
    case .streamEnd, .other: break
    }
  }

  private mutating func addScalar(
    _ scalar: YAMLScalarEvent, _ event: YAMLEvent
  ) throws(InputError) {
    let kind = self.kind(of: scalar, at: event)
    let node = DocumentNode(
      .scalar(Scalar(scalar.text, style: scalar.style, kind: kind)), from: event.start,
      to: event.end)
    try grow(by: 1, at: event.start)
    if let anchor = scalar.properties.anchor {
      anchors[anchor] = .closed(node, size: 1, height: 0)
    }
    append(node, height: 0)
  }

  private mutating func addAlias(_ name: String, _ event: YAMLEvent) throws(InputError) {
    guard let anchor = anchors[name] else {
      throw error(
        "alias `*\(name)` has no anchor before it", at: event.start,
        hint: "define `&\(name)` further up")
    }
    guard case .closed(let target, let size, let height) = anchor else {
      throw error(
        "alias `*\(name)` stands inside what it refers to", at: event.start,
        hint: "write the value out instead")
    }
    try grow(by: size, at: event.start)
    try checkDepth(open.count + height, at: event.start)
    append(DocumentNode(target.content, from: event.start, to: event.end), height: height)
  }

  private mutating func push(
    _ properties: YAMLProperties, isMapping: Bool, at start: SourcePosition
  ) throws(InputError) {
    try grow(by: 1, at: start)
    try checkDepth(open.count + 1, at: start)
    if let anchor = properties.anchor { anchors[anchor] = .open }
    if let tag = properties.tag { checkTag(tag, at: SourceLocation(path, start)) }
    open.append(
      Frame(isMapping: isMapping, properties: properties, start: start, sizeAtStart: size - 1))
  }

  private mutating func pop(endingAt end: SourcePosition) throws(InputError) {
    guard let frame = open.popLast() else { return }
    // libyaml ends a block collection where the next token starts, lines further down.
    let end = frame.properties.isFlow ? end : frame.children.last?.end ?? end
    let node = DocumentNode(content(of: frame), from: frame.start, to: end)
    if let anchor = frame.properties.anchor {
      anchors[anchor] = .closed(node, size: size - frame.sizeAtStart, height: frame.height + 1)
    }
    append(node, height: frame.height + 1)
  }

  private mutating func append(_ node: DocumentNode, height: Int) {
    guard !open.isEmpty else { return root = node }
    open[open.count - 1].children.append(node)
    open[open.count - 1].height = max(open[open.count - 1].height, height)
  }

  private mutating func content(of frame: Frame) -> DocumentNode.Content {
    guard frame.isMapping else { return .sequence(frame.children) }
    var pairs = MappingPairs(path: path)
    for index in stride(from: 0, to: frame.children.count - 1, by: 2) {
      let (key, value) = (frame.children[index], frame.children[index + 1])
      if key.isMergeKey { pairs.merge(value) } else { pairs.add(key: key, value: value) }
    }
    let content = DocumentNode.Content.mapping(pairs.finish())
    problems += pairs.problems
    return content
  }

  private mutating func grow(by count: Int, at position: SourcePosition) throws(InputError) {
    size += count
    guard size <= limits.nodes else {
      throw error(
        "the document has more than \(limits.nodes) values", at: position,
        hint: "use fewer aliases, or split the file")
    }
  }

  private func checkDepth(_ depth: Int, at position: SourcePosition) throws(InputError) {
    guard depth <= limits.depth else {
      throw error(
        "the document nests more than \(limits.depth) levels", at: position,
        hint: "make it flatter")
    }
  }

  private func error(_ message: String, at position: SourcePosition, hint: String) -> InputError {
    InputError(message, at: SourceLocation(path, position), hint: hint)
  }
}

extension YAMLTreeBuilder {
  private static let prefix = "tag:yaml.org,2002:"

  private static let kinds: [String: Scalar.Kind] = [
    "null": .null, "bool": .boolean, "int": .integer, "float": .float, "timestamp": .timestamp,
    "str": .string, "binary": .string,
  ]

  private static let collections: Set = ["seq", "map", "omap", "pairs", "set"]

  private mutating func kind(of scalar: YAMLScalarEvent, at event: YAMLEvent) -> Scalar.Kind {
    if scalar.resolvesPlain { return Scalar.Kind(resolvingPlain: scalar.text) }
    guard let tag = scalar.properties.tag, tag != "!" else { return .string }
    if tag.hasPrefix(Self.prefix), let kind = Self.kinds[String(tag.dropFirst(Self.prefix.count))] {
      return kind
    }
    checkTag(tag, at: SourceLocation(path, event.start, to: event.end))
    return .string
  }

  private mutating func checkTag(_ tag: String, at location: SourceLocation) {
    let name = tag.hasPrefix(Self.prefix) ? String(tag.dropFirst(Self.prefix.count)) : ""
    guard tag != "!", !Self.collections.contains(name) else { return }
    problems.append(.unknownTag(tag, at: location))
  }
}

extension DocumentNode {
  /// A plain `<<`; quoted it is a key like any other.
  fileprivate var isMergeKey: Bool { scalar?.text == "<<" && scalar?.style == .plain }
}
