import Diagnostics
import SystemPackage

/// Collects the entries of one mapping as a loader would: merge keys applied, the last of equal keys
/// kept.
struct MappingPairs {
  private let path: FilePath
  private var pairs: [DocumentNode.Pair] = []
  private var indices: [Key: Int] = [:]
  private var merged: [DocumentNode.Pair] = []
  private(set) var problems: [DocumentProblem] = []

  init(path: FilePath) { self.path = path }

  /// What makes two keys equal: `a` and `"a"` are, `1` and `"1"` are not.
  private struct Key: Hashable {
    let text: String
    let kind: Scalar.Kind
  }

  mutating func add(key: DocumentNode, value: DocumentNode) {
    let pair = DocumentNode.Pair(key: key, value: value)
    guard let scalar = key.scalar else {
      problems.append(.collectionAsKey(at: location(of: key)))
      return pairs.append(pair)
    }
    let identity = Key(text: scalar.text, kind: scalar.kind)
    guard let first = indices[identity] else {
      indices[identity] = pairs.count
      return pairs.append(pair)
    }
    problems.append(
      .duplicateKey(scalar.text, at: location(of: key), first: location(of: pairs[first].key)))
    pairs[first] = pair
  }

  /// Takes the value of a `<<` key over: the first of several sources wins.
  mutating func merge(_ value: DocumentNode) {
    for source in value.sequence ?? [value] {
      guard let pairs = source.mapping else {
        problems.append(.invalidMerge(at: location(of: source)))
        continue
      }
      merged += pairs
    }
  }

  /// The merged entries that nothing overrides, then the mapping's own.
  mutating func finish() -> [DocumentNode.Pair] {
    var seen = Set(indices.keys)
    let inherited = merged.filter { pair in
      guard let scalar = pair.key.scalar else { return true }
      return seen.insert(Key(text: scalar.text, kind: scalar.kind)).inserted
    }
    return inherited + pairs
  }

  private func location(of node: DocumentNode) -> SourceLocation {
    SourceLocation(path, node.start, to: node.end)
  }
}
