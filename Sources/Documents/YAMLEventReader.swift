import CYAML
import Diagnostics

/// What libyaml reports while it reads, with positions that count from 1.
struct YAMLEvent {
  let kind: Kind
  let start: SourcePosition
  let end: SourcePosition

  enum Kind {
    case documentStart
    case alias(String)
    case scalar(YAMLScalarEvent)
    case sequenceStart(YAMLProperties)
    case mappingStart(YAMLProperties)
    /// The end of a sequence or mapping.
    case collectionEnd
    case streamEnd
    /// The stream's start or a document's end.
    case other
  }
}

/// Anchor and tag of a node, and how a collection is written.
struct YAMLProperties {
  var anchor: String?
  var tag: String?
  var isFlow = false
}

/// A scalar with its properties.
struct YAMLScalarEvent {
  let text: String
  let properties: YAMLProperties
  let style: Scalar.Style
  /// Whether the tag is left to the text (plain scalars) or to the style (all others).
  let resolvesPlain: Bool
}

/// What stopped libyaml, and where.
struct YAMLSyntaxError: Error {
  let message: String
  /// A place in characters, or in bytes where the bytes are no characters.
  let place: Place

  enum Place {
    case position(SourcePosition)
    case byteOffset(Int)
  }
}

/// Owns a libyaml parser; the bytes must outlive it.
struct YAMLEventReader: ~Copyable {
  private let parser: UnsafeMutablePointer<yaml_parser_t>

  init(_ bytes: UnsafeBufferPointer<UInt8>) {
    parser = .allocate(capacity: 1)
    parser.initialize(to: yaml_parser_t())
    yaml_parser_initialize(parser)
    yaml_parser_set_input_string(parser, bytes.baseAddress, bytes.count)
  }

  deinit {
    yaml_parser_delete(parser)
    parser.deinitialize(count: 1)
    parser.deallocate()
  }

  borrowing func next() throws(YAMLSyntaxError) -> YAMLEvent {
    var event = yaml_event_t()
    guard yaml_parser_parse(parser, &event) == 1 else { throw syntaxError() }
    defer { yaml_event_delete(&event) }
    return YAMLEvent(
      kind: Self.kind(of: event), start: SourcePosition(event.start_mark),
      end: SourcePosition(event.end_mark))
  }

  private static func kind(of event: yaml_event_t) -> YAMLEvent.Kind {
    switch event.type {
    case YAML_DOCUMENT_START_EVENT: .documentStart
    case YAML_STREAM_END_EVENT: .streamEnd
    case YAML_ALIAS_EVENT: .alias(text(event.data.alias.anchor) ?? "")
    case YAML_SCALAR_EVENT: .scalar(YAMLScalarEvent(event.data.scalar))
    case YAML_SEQUENCE_START_EVENT: .sequenceStart(properties(of: event.data.sequence_start))
    case YAML_MAPPING_START_EVENT: .mappingStart(properties(of: event.data.mapping_start))
    case YAML_SEQUENCE_END_EVENT, YAML_MAPPING_END_EVENT: .collectionEnd
    default: .other
    }
  }

  private typealias SequenceStart = yaml_event_s.__Unnamed_union_data
    .__Unnamed_struct_sequence_start
  private typealias MappingStart = yaml_event_s.__Unnamed_union_data.__Unnamed_struct_mapping_start

  private static func properties(of start: SequenceStart) -> YAMLProperties {
    YAMLProperties(
      anchor: text(start.anchor), tag: text(start.tag),
      isFlow: start.style == YAML_FLOW_SEQUENCE_STYLE)
  }

  private static func properties(of start: MappingStart) -> YAMLProperties {
    YAMLProperties(
      anchor: text(start.anchor), tag: text(start.tag),
      isFlow: start.style == YAML_FLOW_MAPPING_STYLE)
  }

  private borrowing func syntaxError() -> YAMLSyntaxError {
    let problem = parser.pointee.problem.map { String(cString: $0) } ?? "cannot be read"
    guard parser.pointee.error != YAML_READER_ERROR else {
      return YAMLSyntaxError(
        message: problem, place: .byteOffset(parser.pointee.problem_offset))
    }
    let context = parser.pointee.context.map { " \(String(cString: $0))" } ?? ""
    return YAMLSyntaxError(
      message: problem + context, place: .position(SourcePosition(parser.pointee.problem_mark)))
  }
}

extension YAMLScalarEvent {
  fileprivate init(_ data: yaml_event_s.__Unnamed_union_data.__Unnamed_struct_scalar) {
    let bytes = UnsafeBufferPointer(start: data.value, count: data.length)
    self.init(
      text: String(decoding: bytes, as: UTF8.self),
      properties: YAMLProperties(
        anchor: Documents.text(data.anchor), tag: Documents.text(data.tag)),
      style: Scalar.Style(data.style), resolvesPlain: data.plain_implicit == 1)
  }
}

extension Scalar.Style {
  fileprivate init(_ style: yaml_scalar_style_t) {
    self =
      switch style {
      case YAML_SINGLE_QUOTED_SCALAR_STYLE: .singleQuoted
      case YAML_DOUBLE_QUOTED_SCALAR_STYLE: .doubleQuoted
      case YAML_LITERAL_SCALAR_STYLE: .literal
      case YAML_FOLDED_SCALAR_STYLE: .folded
      default: .plain
      }
  }
}

extension SourcePosition {
  fileprivate init(_ mark: yaml_mark_t) {
    self.init(line: mark.line + 1, column: mark.column + 1)
  }
}

/// The text of a zero-terminated C string of libyaml's.
private func text(_ pointer: UnsafePointer<UInt8>?) -> String? {
  pointer.map { String(cString: $0) }
}
