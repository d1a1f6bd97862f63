import SystemPackage

/// The disk that a build is to make.
package struct DiskRequest: Sendable, Codable {
  package var layout: DiskLayout
  package var sizes: DiskSizeRules
  /// The text of the block-device configuration.
  package var configuration: String
  package var isolation: Isolation
  /// The program that goes on inside a machine.
  package var program: FilePath
  /// Where the raw disk is made.
  package var file: FilePath
  /// Where a machine leaves the finished tree, too, as an archive; nil: nobody needs it.
  package var treeArchive: FilePath?

  /// A disk of `layout`, of which it is not known yet where it is made.
  package init(
    _ layout: DiskLayout, sizes: DiskSizeRules, isolation: Isolation = .direct,
    program: FilePath = "tie-check", configuration: String = ""
  ) {
    self.layout = layout
    self.sizes = sizes
    self.isolation = isolation
    self.program = program
    self.configuration = configuration
    file = "image0.raw"
  }

  /// Has the disk made in `directory`, and the tree kept beside it where it is needed.
  package mutating func place(in directory: FilePath, keepsTree: Bool) {
    file = directory.appending("image0.raw")
    treeArchive = keepsTree && isolation == .machine ? directory.appending("tree.tar") : nil
  }

  /// The tools of the host that will be called; to be looked for before anything is built.
  package var tools: [String] {
    let makers = DiskBuilder.tools(for: layout)
    switch isolation {
    case .direct: return makers
    case .loop: return makers + ["fstrim"]
    case .machine:
      return ["du", "fstrim", "ip", "mke2fs", "modprobe", "tar"] + MachineDisks.tools(for: layout)
    }
  }
}
