import Documents
import ElementModel

/// Adds up the sizes of a block-device configuration.
struct BlockDeviceSpace {
  private let entries: [BlockDeviceEntry]

  init(_ entries: [BlockDeviceEntry]) { self.entries = entries }

  /// A size that cannot be had, and why.
  struct Shortage {
    let size: DocumentNode
    let reason: String
  }

  /// What is too large, in the order of the entries.
  var shortages: [Shortage] {
    entries.flatMap { entry in
      switch entry.module {
      case "partitioning": shortages(ofPartitionsIn: entry)
      case "lvm": shortages(ofVolumesIn: entry)
      default: [Shortage]()
      }
    }
  }

  private func shortages(ofPartitionsIn table: BlockDeviceEntry) -> [Shortage] {
    let disk = entries.first { $0.module == "local_loop" && $0.name == table.base }
    // Tables and alignment take a MiB at either end.
    var budget = SpaceBudget(disk?["size"].flatMap(bytes).map { $0 - 0x1p21 })
    return (table["partitions"]?.sequence ?? []).compactMap { partition in
      guard let size = partition["size"], let amount = amount(of: size) else {
        return nil
      }
      return budget.take(amount).map { Shortage(size: size, reason: $0) }
    }
  }

  private func shortages(ofVolumesIn manager: BlockDeviceEntry) -> [Shortage] {
    var budgets = [String: SpaceBudget]()
    return (manager["lvs"]?.sequence ?? []).compactMap { volume in
      // A thin volume may be larger than what it is in.
      guard let group = volume["base"]?.text, volume["type"]?.text != "thin",
        let size = volume["extents"] ?? volume["size"], let amount = amount(ofVolume: size)
      else { return nil }
      var budget = budgets[group] ?? SpaceBudget(capacity(of: group, in: manager))
      defer { budgets[group] = budget }
      return budget.take(amount).map { Shortage(size: size, reason: $0) }
    }
  }
}

extension BlockDeviceSpace {
  /// The bytes of a volume group, if the sizes of all partitions that it is made of are fixed.
  private func capacity(of group: String, in manager: BlockDeviceEntry) -> Double? {
    let groups = manager["vgs"]?.sequence ?? []
    let bases = groups.first { $0["name"]?.text == group }?["base"]
    let names = bases?.sequence?.compactMap(\.text) ?? [bases?.text].compactMap(\.self)
    let physical = (manager["pvs"]?.sequence ?? []).filter {
      names.contains($0["name"]?.text ?? "")
    }
    let sizes = physical.map { $0["base"]?.text.flatMap(sizeOfPartition) }
    guard !sizes.isEmpty, sizes.allSatisfy({ $0 != nil }) else { return nil }
    // Each begins with a description of itself, which takes an extent.
    return sizes.compactMap(\.self).reduce(0) { $0 + max(0, $1 - SpaceBudget.extent) }
  }

  private func sizeOfPartition(_ name: String) -> Double? {
    let partitions = entries.filter { $0.module == "partitioning" }
      .flatMap { $0["partitions"]?.sequence ?? [] }
    return partitions.first { $0["name"]?.text == name }?["size"].flatMap(bytes)
  }

  private func bytes(_ size: DocumentNode) -> Double? {
    guard case .bytes(let bytes)? = size.string.flatMap(VolumeSize.init) else { return nil }
    return Double(bytes)
  }

  /// A size; percentages are of what is still free.
  private func amount(of size: DocumentNode) -> SpaceBudget.Amount? {
    switch size.string.flatMap(VolumeSize.init) {
    case .bytes(let bytes): .bytes(Double(bytes))
    case .percent(let percent): .percentOfRest(percent)
    case nil: nil
    }
  }

  /// A size, or extents such as `23%VG`.
  private func amount(ofVolume size: DocumentNode) -> SpaceBudget.Amount? {
    guard let text = size.string, let sign = text.firstIndex(of: "%") else {
      return amount(of: size)
    }
    let unit = text[text.index(after: sign)...]
    guard let percent = Double(text[..<sign]) else { return nil }
    switch unit {
    case "VG", "": return .percentOfAll(percent)
    case "FREE": return .percentOfRest(percent)
    default: return nil
    }
  }
}
