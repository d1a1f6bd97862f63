import Diagnostics
import Documents
import SystemPackage

/// Finds names, labels and mount points that collide, bases that do not exist, and cycles.
struct BlockDeviceGraphCheck {
  private var nodes: [Node] = []
  private var labels: [Named] = []
  private var mountPoints: [Named] = []

  private struct Node {
    let name: String
    let bases: [String]
    let location: SourceLocation
  }

  private struct Named {
    let name: String
    let location: SourceLocation
  }

  mutating func add(_ entry: BlockDeviceEntry) {
    let path = entry.location.path
    let isLoop = entry.module == "local_loop"
    let bases = isLoop ? [] : [entry.base].compactMap(\.self)
    nodes.append(Node(name: entry.name, bases: bases, location: entry.location))
    if entry.module == "mkfs", entry["label"] != nil || entry.name != "mkfs_root" {
      add(entry["label"], default: entry.name, of: entry, to: \.labels)
    }
    if entry.module == "mount", let point = entry["mount_point"] {
      mountPoints.append(Named(name: point.text ?? "", location: point.location(in: path)))
    }
  }

  /// Adds a partition or volume, which has a name of its own but is no entry.
  mutating func add(_ node: DocumentNode, base: String?, at location: SourceLocation) {
    guard let name = node["name"]?.text else { return }
    let written = node["base"]
    let bases = written?.sequence?.compactMap(\.text) ?? [written?.text ?? base].compactMap(\.self)
    nodes.append(Node(name: name, bases: bases, location: location))
  }

  func problems() -> [FormatProblem] {
    let names = nodes.map { Named(name: $0.name, location: $0.location) }
    return duplicates(in: names, "the name")
      + duplicates(in: labels, "the label")
      + duplicates(in: mountPoints, "the mount point")
      + missingBases() + cycles()
  }

  private mutating func add(
    _ node: DocumentNode?, default name: String, of entry: BlockDeviceEntry,
    to list: WritableKeyPath<Self, [Named]>
  ) {
    let isUpper = ["vfat", "fat"].contains(entry["type"]?.text)
    let text = node?.text ?? name
    self[keyPath: list].append(
      Named(
        name: isUpper ? text.uppercased() : text,
        location: node?.location(in: entry.location.path) ?? entry.location))
  }

  private func duplicates(in list: [Named], _ what: String) -> [FormatProblem] {
    var first: [String: SourceLocation] = [:]
    var problems: [FormatProblem] = []
    for named in list.sorted(by: { $0.location < $1.location }) {
      guard let earlier = first[named.name] else {
        first[named.name] = named.location
        continue
      }
      problems.append(
        FormatProblem(
          .invalidBlockDevice, "\(what) `\(named.name)` is used twice", at: named.location,
          hint: "change one of the two", notes: [Finding.Note("the first one", at: earlier)]))
    }
    return problems
  }

  private func missingBases() -> [FormatProblem] {
    let names = Set(nodes.map(\.name))
    return nodes.flatMap { node in
      node.bases.filter { !names.contains($0) }.map { base in
        FormatProblem(
          .invalidBlockDevice, "`\(node.name)` stands on `\(base)`, which does not exist",
          at: node.location,
          hint: closestName(to: base, among: names.subtracting([node.name]))
            .map { "did you mean `\($0)`?" } ?? "name another entry as `base`")
      }
    }
  }

  /// The first cycle, if there is one.
  private func cycles() -> [FormatProblem] {
    let bases = Dictionary(nodes.map { ($0.name, $0.bases) }) { first, _ in first }
    let stuck = namesOnOrAboveCycles(bases)
    guard let start = nodes.first(where: { stuck.contains($0.name) }) else { return [] }
    let path = circle(from: start.name, along: bases, in: stuck)
    let chain = path.map { "`\($0)`" }.joined(separator: ", ")
    return [
      FormatProblem(
        .invalidBlockDevice, "the bases form a circle: \(chain)", at: start.location,
        hint: "change the `base` of one of them")
    ]
  }

  /// The names of a circle that is reached from `start`, the first one repeated at the end.
  private func circle(
    from start: String, along bases: [String: [String]], in stuck: Set<String>
  ) -> [String] {
    var path = [start]
    var positions = [start: 0]
    while let next = bases[path[path.count - 1]]?.first(where: stuck.contains) {
      if let position = positions[next] { return path[position...] + [next] }
      positions[next] = path.count
      path.append(next)
    }
    return path
  }

  /// What is left when everything whose bases are all known good is taken away, again and again.
  private func namesOnOrAboveCycles(_ bases: [String: [String]]) -> Set<String> {
    var dependents: [String: [String]] = [:]
    var open = bases.mapValues { Set($0.filter { bases[$0] != nil }) }
    for (name, names) in open { for base in names { dependents[base, default: []].append(name) } }
    var good = open.filter(\.value.isEmpty).map(\.key)
    while let name = good.popLast() {
      open[name] = nil
      for dependent in dependents[name] ?? [] {
        open[dependent]?.remove(name)
        if open[dependent]?.isEmpty == true { good.append(dependent) }
      }
    }
    return Set(open.keys)
  }
}

extension DocumentNode {
  fileprivate func location(in path: FilePath) -> SourceLocation {
    SourceLocation(path, start, to: end)
  }
}
