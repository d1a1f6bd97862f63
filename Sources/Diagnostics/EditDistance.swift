/// The candidate closest to a misspelt name, for "did you mean …?".
///
/// Optimal string alignment distance; gives nothing when more than a third of the name differs.
public func closestName(to name: String, among candidates: some Sequence<String>) -> String? {
  let limit = max(1, name.count / 3)
  let ranked = candidates.lazy
    .map { (distance: editDistance(from: name, to: $0, limit: limit), name: $0) }
    .filter { $0.distance <= limit }
  return ranked.min { ($0.distance, $0.name) < ($1.distance, $1.name) }?.name
}

/// Edits (insert, delete, replace, swap neighbours) between two names; `limit + 1` stands for more.
private func editDistance(from left: String, to right: String, limit: Int) -> Int {
  let from = Array(left.unicodeScalars)
  let to = Array(right.unicodeScalars)
  guard abs(from.count - to.count) <= limit else { return limit + 1 }
  var beforeLast = [Int]()
  var last = Array(0...to.count)
  for row in from.indices {
    var current = [row + 1]
    for column in to.indices {
      let substitution = last[column] + (from[row] == to[column] ? 0 : 1)
      var best = min(substitution, last[column + 1] + 1, current[column] + 1)
      if row > 0, column > 0, from[row] == to[column - 1], from[row - 1] == to[column] {
        best = min(best, beforeLast[column - 1] + 1)
      }
      current.append(best)
    }
    (beforeLast, last) = (last, current)
  }
  return min(last[to.count], limit + 1)
}
