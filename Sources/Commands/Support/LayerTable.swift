import Diagnostics
import ImageBuilder

/// The layers of the store as a table: identity, size, time since the last use, title.
struct LayerTable {
  private let layers: [LayerListing]

  init(_ layers: [LayerListing]) { self.layers = layers }

  /// One line a layer, and the sum.
  var text: String {
    let now = WallClock.now
    let rows = layers.map { listing in
      [
        listing.layer.id.description, ByteCount(listing.layer.size).description,
        age(now - listing.lastUsed), listing.layer.title,
      ]
    }
    let total = ByteCount(layers.reduce(0) { $0 + $1.layer.size })
    return aligned([["LAYER", "SIZE", "USED", "MADE BY"]] + rows)
      + "\(layers.count) layers, \(total)\n"
  }

  private func age(_ seconds: Double) -> String {
    let minutes = Int(max(0, seconds) / 60)
    if minutes < 60 { return "\(minutes) min ago" }
    return minutes < 2 * 1440 ? "\(minutes / 60) h ago" : "\(minutes / 1440) d ago"
  }

  private func aligned(_ rows: [[String]]) -> String {
    let columns = rows.first?.indices ?? 0..<0
    let widths = columns.map { column in rows.map { $0[column].count }.max() ?? 0 }
    return rows.map { row in
      zip(row, widths).dropLast().map { text, width in
        text + String(repeating: " ", count: width - text.count)
      }.joined(separator: "  ") + "  " + (row.last ?? "") + "\n"
    }.joined()
  }
}

/// A number of bytes for people: `12.3 MiB`.
struct ByteCount: CustomStringConvertible {
  private let bytes: Int

  init(_ bytes: Int) { self.bytes = bytes }

  var description: String {
    if bytes < 1024 { return "\(bytes) B" }
    let units = ["KiB", "MiB", "GiB", "TiB"]
    var value = Double(bytes) / 1024
    var unit = 0
    while value >= 1024, unit < units.count - 1 {
      value /= 1024
      unit += 1
    }
    let tenths = Int((value * 10).rounded())
    return "\(tenths / 10).\(tenths % 10) \(units[unit])"
  }
}
