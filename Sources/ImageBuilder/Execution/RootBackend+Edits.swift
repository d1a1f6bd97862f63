import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

extension RootBackend {
  /// Changes the rootfs from outside, through the root of a sandbox that only holds it mounted.
  func apply(_ edit: RootfsEdit, _ bindings: Bindings) async throws -> Effects {
    let build = try OpenBuild(bindings, store)
    try await launcher.withHeld(SandboxSpec(rootedIn: build.rootfs)) { held in
      let root = try RootedDirectory(held.root)
      switch edit {
      case .requireDeployedRoot: try requireDeployedRoot(root)
      case .swapResolvConf: try swapResolvConf(root)
      case .writeFileSystemTable: try writeFileSystemTable(root)
      case .restoreResolvConf: try restoreResolvConf(root, bindings)
      case .removeLostAndFound: try root.remove("lost+found")
      case .cleanTemporaryFiles: try cleanTemporaryFiles(root)
      }
    }
    return Effects(mounts: bindings.mounts)
  }

  /// Dib-contract section 7.1, step 6.
  private func requireDeployedRoot(_ root: RootedDirectory) throws {
    let names = try root.children(of: ".").filter {
      !$0.hasPrefix(".") && !$0.hasPrefix("lost+found") && !$0.hasSuffix("tmp")
    }
    if names.isEmpty { throw BuildError.noRootDeployed }
  }

  /// Step 7. `resolv.conf.ORIG` is a public interface: hooks may edit it.
  private func swapResolvConf(_ root: RootedDirectory) throws {
    try root.createDirectory("etc")
    if try root.exists("etc/resolv.conf") {
      try root.rename("etc/resolv.conf", to: "etc/resolv.conf.ORIG")
    }
    let host = request.resolverConfiguration ?? Array("nameserver 8.8.8.8\n".utf8)
    try root.write(host, to: "etc/resolv.conf", mode: 0o777)
  }

  /// Step 19, and the mount points, so that hooks see them with and without a disk.
  private func writeFileSystemTable(_ root: RootedDirectory) throws {
    guard let layout = request.disk?.layout else { return }
    for point in layout.mountPoints { try makeMountPoint(point, in: root) }
    try root.createDirectory("etc")
    try root.write(Array(layout.fileSystemTable.utf8), to: "etc/fstab", mode: 0o644)
  }

  private func makeMountPoint(_ point: FilePath, in root: RootedDirectory) throws {
    var path: FilePath = "/"
    for component in point.components {
      path.append(component)
      try root.createDirectory(path)
      // Tools would follow it out of the tree.
      if try root.isSymbolicLink(path) {
        throw InputError(
          "the mount point `\(point)` leads through the symbolic link `\(path)` of the image",
          hint: "mount it where the link leads")
      }
    }
  }

  /// Step 25.
  private func restoreResolvConf(_ root: RootedDirectory, _ bindings: Bindings) throws {
    if try root.isSymbolicLink("etc/resolv.conf") || isKept("etc/resolv.conf", root, bindings) {
      try root.remove("etc/resolv.conf.ORIG")
      return
    }
    try root.remove("etc/resolv.conf")
    if try root.exists("etc/resolv.conf.ORIG") {
      try root.rename("etc/resolv.conf.ORIG", to: "etc/resolv.conf")
    }
  }

  /// Whether a hook has made the file one that nobody may change. An overlay tells so only of its top
  /// directory, which is the edit's own.
  private func isKept(
    _ path: FilePath, _ root: RootedDirectory, _ bindings: Bindings
  ) throws -> Bool {
    if bindings.disk != nil { return try root.isImmutable(path) }
    let layers = try bindings.rootfsDirectories(in: store).map { try RootedDirectory($0) }
    return try layers.first { try $0.exists(path) }?.isImmutable(path) ?? false
  }

  /// Step 26; a missing directory is tolerated, and one that is a link elsewhere left alone.
  private func cleanTemporaryFiles(_ root: RootedDirectory) throws {
    let isDirectory = { (path: FilePath) in try !root.isSymbolicLink(path) }
    if try isDirectory("tmp") {
      for name in try root.entries(of: "tmp") { try root.remove(FilePath("tmp").appending(name)) }
    }
    if try isDirectory("var/log") {
      for path in try root.files(below: "var/log") { try root.truncate(path) }
    }
    guard try isDirectory("root") else { return }
    for path in try root.files(below: "root") where path.extension == "log" {
      try root.remove(path)
    }
  }
}
