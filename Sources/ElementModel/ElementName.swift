/// The name of an element, which is the name of its directory.
public struct ElementName: RawRepresentable, Hashable, Sendable, Codable {
  /// The text of the name.
  public let rawValue: String

  /// The element called `rawValue`; any text is accepted, since `element-deps` may hold any.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// The element called `name`.
  public init(_ name: some StringProtocol) { rawValue = String(name) }

  /// The name that stands for whichever element brings the distribution.
  public static let operatingSystem: ElementName = "operating-system"
}

extension ElementName: ExpressibleByStringLiteral, CustomStringConvertible, Comparable {
  /// The element called `value`.
  public init(stringLiteral value: String) { rawValue = value }
  /// The text of the name.
  public var description: String { rawValue }
  /// The order of the text.
  public static func < (left: ElementName, right: ElementName) -> Bool {
    left.rawValue < right.rawValue
  }
}
