import Glibc

/// A moment in UTC, written out field by field.
struct Timestamp {
  private let fields: tm
  private let milliseconds: Int

  /// The moment this many seconds after 1970-01-01 00:00:00 UTC.
  init(secondsSinceEpoch: Double) {
    let total = Int((secondsSinceEpoch * 1000).rounded(.down))
    let (seconds, rest) = total.quotientAndRemainder(dividingBy: 1000)
    var time = time_t(seconds)
    var fields = tm()
    gmtime_r(&time, &fields)
    self.fields = fields
    milliseconds = rest
  }

  /// `2026-11-22`.
  private var date: String {
    let year = zeroPadded(Int(fields.tm_year) + 1900, 4)
    return "\(year)-\(zeroPadded(Int(fields.tm_mon) + 1, 2))-\(zeroPadded(Int(fields.tm_mday), 2))"
  }

  /// `22:42:00`.
  private var time: String {
    [fields.tm_hour, fields.tm_min, fields.tm_sec].map { zeroPadded(Int($0), 2) }
      .joined(separator: ":")
  }

  /// `2026-11-22T22:42:00`, without a zone as the strictest JUnit schema demands.
  var withoutZone: String { "\(date)T\(time)" }

  /// `2026-11-22T22:42:00.123Z`.
  var withZone: String { "\(date)T\(time).\(zeroPadded(milliseconds, 3))Z" }

  /// `2026-11-22 22:42:00.123`, the form of log lines.
  var forLog: String { "\(date) \(time).\(zeroPadded(milliseconds, 3))" }
}
