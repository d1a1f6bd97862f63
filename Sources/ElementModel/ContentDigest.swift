import Crypto
import Diagnostics
import SystemPackage

/// The identity of a content: a SHA-256 sum.
public struct ContentDigest: Hashable, Sendable {
  /// 64 lower-case hexadecimal digits.
  public let hexadecimal: String

  fileprivate init(hexadecimal: String) { self.hexadecimal = hexadecimal }

  /// The digest of nothing but these bytes.
  public init(of bytes: [UInt8]) {
    self.init(hexadecimal: SHA256.hash(data: bytes).hexadecimal)
  }

  /// The digest of an element: names, types, permissions, link targets and contents of its files.
  ///
  /// Times and owners do not count, and neither does where the element lies.
  public init(of element: Element) throws(InputError) {
    var builder = Builder()
    for file in element.files { try builder.combine(file) }
    self = builder.digest
  }
}

extension ContentDigest {
  /// Sums up parts one by one. Each part is preceded by its length, so that parts cannot run into
  /// each other.
  public struct Builder: Sendable {
    private var hash = SHA256()

    /// A builder without any part.
    public init() {}

    /// Adds a part.
    public mutating func combine(_ bytes: some Collection<UInt8>) {
      combine(bytes.count)
      let bytes = Array(bytes)
      bytes.withUnsafeBytes { hash.update(bufferPointer: $0) }
    }

    /// Adds a text as a part.
    public mutating func combine(_ text: String) { combine(text.utf8) }

    /// Adds another digest as a part.
    public mutating func combine(_ digest: ContentDigest) { combine(digest.hexadecimal) }

    /// Adds a number as a part.
    public mutating func combine(_ number: Int) {
      withUnsafeBytes(of: Int64(number).littleEndian) { hash.update(bufferPointer: $0) }
    }

    /// Adds a file: its path in the element, type, permissions, and link target or content.
    public mutating func combine(_ file: ElementFile) throws(InputError) {
      combine(file.relativePath.string)
      switch file.kind {
      case .regular:
        combine("file")
        combine(Int(file.mode))
        combine(try file.contents())
      case .directory:
        combine("directory")
        combine(Int(file.mode))
      case .symlink(let target):
        combine("link")
        combine(target.string)
      case .other:
        combine("other")
      }
    }

    /// The digest of the parts so far.
    public var digest: ContentDigest {
      ContentDigest(hexadecimal: hash.finalize().hexadecimal)
    }
  }
}

extension ContentDigest: Codable, CustomStringConvertible {
  /// Decodes the hexadecimal digits.
  public init(from decoder: any Decoder) throws {
    let container = try decoder.singleValueContainer()
    let text = try container.decode(String.self)
    guard text.utf8.count == 64, text.allSatisfy(\.isHexDigit) else {
      throw DecodingError.dataCorruptedError(in: container, debugDescription: "not a digest")
    }
    hexadecimal = text.lowercased()
  }

  /// Encodes the hexadecimal digits.
  public func encode(to encoder: any Encoder) throws {
    var container = encoder.singleValueContainer()
    try container.encode(hexadecimal)
  }

  /// The hexadecimal digits.
  public var description: String { hexadecimal }
}

extension SHA256.Digest {
  fileprivate var hexadecimal: String {
    let digits = Array("0123456789abcdef".utf8)
    var text: [UInt8] = []
    text.reserveCapacity(2 * Self.byteCount)
    for byte in self {
      text.append(digits[Int(byte >> 4)])
      text.append(digits[Int(byte & 15)])
    }
    return String(decoding: text, as: UTF8.self)
  }
}
