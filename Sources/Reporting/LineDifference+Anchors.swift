extension LineDifference {
  /// The pair of ranges without the lines that are equal at its start and end.
  static func trimmed(_ gap: Change, _ old: [Int], _ new: [Int]) -> Change {
    var (oldRange, newRange) = (gap.old, gap.new)
    while let first = oldRange.first, let other = newRange.first, old[first] == new[other] {
      (oldRange, newRange) = (oldRange.dropFirst(), newRange.dropFirst())
    }
    while let last = oldRange.last, let other = newRange.last, old[last] == new[other] {
      (oldRange, newRange) = (oldRange.dropLast(), newRange.dropLast())
    }
    return Change(old: oldRange, new: newRange)
  }

  /// The most lines that each text has just once and both have in the same order, as places in both.
  static func anchors(
    _ gap: Change, _ old: [Int], _ new: [Int]
  ) -> [(old: Int, new: Int)] {
    let oldPlaces = uniquePlaces(gap.old, old)
    let newPlaces = uniquePlaces(gap.new, new)
    let pairs = oldPlaces.compactMap { line, place in newPlaces[line].map { (place, $0) } }
      .sorted { $0.0 < $1.0 }
    return longestRise(pairs)
  }

  private static func uniquePlaces(_ range: Range<Int>, _ lines: [Int]) -> [Int: Int] {
    let places = Dictionary(range.map { (lines[$0], $0) }, uniquingKeysWith: { _, _ in -1 })
    return places.filter { $0.value >= 0 }
  }

  /// The longest part of the pairs in which the second numbers rise as well.
  private static func longestRise(_ pairs: [(Int, Int)]) -> [(old: Int, new: Int)] {
    // The index of the pair that ends the best rise of each length.
    var ends = [Int]()
    var previous = [Int?]()
    for (index, pair) in pairs.enumerated() {
      var (low, high) = (0, ends.count)
      while low < high {
        let middle = (low + high) / 2
        if pairs[ends[middle]].1 < pair.1 { low = middle + 1 } else { high = middle }
      }
      previous.append(low > 0 ? ends[low - 1] : nil)
      if low < ends.count { ends[low] = index } else { ends.append(index) }
    }
    let rise = sequence(state: ends.last) { next -> Int? in
      defer { next = next.flatMap { previous[$0] } }
      return next
    }
    return rise.reversed().map { (old: pairs[$0].0, new: pairs[$0].1) }
  }
}
