/// Where the lines of a text start.
struct LineStarts {
  private let starts: [Int]
  private let end: Int

  init(_ bytes: [UInt8]) {
    starts = [0] + bytes.indices.filter { bytes[$0] == Byte.newline }.map { $0 + 1 }
    end = max(0, bytes.count - 1)
  }

  /// The line of a byte, counted from 0.
  func line(of offset: Int) -> Int {
    var low = 0
    var high = starts.count
    while high - low > 1 {
      let middle = (low + high) / 2
      if starts[middle] <= offset { low = middle } else { high = middle }
    }
    return low
  }

  /// The byte at a line and column, both counted from 0; in the last line for lines behind it.
  func offset(line: Int, column: Int) -> Int {
    min(starts[min(max(line, 0), starts.count - 1)] + column, end)
  }
}
