/// The identity of a layer: 16 hexadecimal digits, also its directory's name.
///
/// Short, because overlayfs takes the names of all layers of a stack in one page of options.
public struct LayerID: RawRepresentable, Hashable, Sendable, Codable, CustomStringConvertible {
  /// The digits.
  public let rawValue: String

  /// The identity with the given digits.
  public init(rawValue: String) { self.rawValue = rawValue }

  /// What an empty rootfs, the parent of the first layer, is called.
  static let empty = LayerID(rawValue: "0000000000000000")

  /// The digits.
  public var description: String { rawValue }
}
