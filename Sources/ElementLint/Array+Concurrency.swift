extension Array where Element: Sendable {
  /// The transformed elements in order, computed on all cores.
  package func concurrentMap<Value: Sendable>(
    _ transform: @escaping @Sendable (Element) -> Value
  ) async -> [Value] {
    // A task costs more than many a transformation, so each takes several.
    let size = Swift.max(1, count / 16)
    return await withTaskGroup(of: (Int, [Value]).self) { group in
      for start in stride(from: 0, to: count, by: size) {
        group.addTask { (start, self[start..<Swift.min(start + size, count)].map(transform)) }
      }
      let chunks = await group.reduce(into: []) { $0.append($1) }
      return chunks.sorted { $0.0 < $1.0 }.flatMap(\.1)
    }
  }
}
