import Documents
import ElementModel

/// What is left of a disk or a volume group while parts of it are given away, in order.
struct SpaceBudget {
  /// Bytes; nothing when the size of the whole is not known.
  let total: Double?
  private var left: Double?
  /// The part of the whole that is left as far as percentages tell.
  private var percentLeft = 100.0

  /// A whole of that many bytes, if they are known.
  init(_ total: Double?) {
    self.total = total
    left = total
  }

  /// Why the amount cannot be had, unless it can: then it is taken.
  mutating func take(_ amount: Amount) -> String? {
    switch amount {
    case .bytes(let bytes):
      if percentLeft <= 0 { return "nothing is left" }
      if let rest = left, bytes > rest { return "only \(Self.text(rest)) are left" }
      left = left.map { $0 - bytes }
    case .percentOfRest(let percent):
      if percent > 100 { return "that is more than there is" }
      if percentLeft <= 0 { return "nothing is left" }
      percentLeft *= 1 - percent / 100
      left = left.map { $0 * (1 - percent / 100) }
    case .percentOfAll(let percent):
      if percent > percentLeft { return "only \(Self.text(percent: percentLeft)) is left" }
      percentLeft -= percent
      guard let total, let rest = left else { return nil }
      // Volumes are of whole extents, to which percentages are rounded down.
      let bytes = max(0, total * percent / 100 - Self.extent)
      if bytes > rest { return "only \(Self.text(rest)) are left" }
      left = rest - bytes
    }
    return nil
  }

  /// How much is asked for.
  enum Amount {
    case bytes(Double)
    case percentOfRest(Double)
    case percentOfAll(Double)
  }

  /// The usual size of an extent.
  static let extent: Double = 0x1p22

  private static func text(_ bytes: Double) -> String {
    "\(Int(clamped: bytes / 0x1p20)) MiB"
  }

  private static func text(percent: Double) -> String { "\(Int(clamped: percent)) %" }
}

extension Int {
  /// The whole part of the number, or the nearest there is.
  fileprivate init(clamped number: Double) {
    self = Int(exactly: number.rounded(.towardZero)) ?? (number > 0 ? .max : 0)
  }
}
