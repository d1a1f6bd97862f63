package import SystemPackage

/// A mount of a sandbox that shows a directory or file of the host.
package struct BindMount: Sendable, Hashable {
  /// The path on the host.
  package var source: FilePath
  /// The path inside the sandbox.
  package var target: FilePath
  package var isReadOnly: Bool

  /// What `entry` shows of the host, whose mounts are `host`; nothing for a file system that the
  /// host does not have mounted.
  package init?(_ entry: MountEntry, among host: [MountEntry]) {
    let holders = host.filter { $0.device == entry.device && entry.root.starts(with: $0.root) }
    guard let holder = holders.max(by: { $0.root.components.count < $1.root.components.count })
    else { return nil }
    var below = entry.root
    _ = below.removePrefix(holder.root)
    source = below.isEmpty ? holder.mountPoint : holder.mountPoint.pushing(below.removingRoot())
    target = entry.mountPoint
    isReadOnly = entry.isReadOnly
  }

  /// The same mount in another sandbox.
  package var mount: Mount { .bind(source: source, target: target, readOnly: isReadOnly) }
}
