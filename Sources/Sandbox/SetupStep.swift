package import SystemPackage

/// One operation on the way to a sandbox: the closed list that process 1 understands.
package enum SetupStep: Sendable, Hashable {
  case makeMountsPrivate
  /// Without a target, the mount becomes the root.
  case bind(source: FilePath, at: Target?, isReadOnly: Bool, isRecursive: Bool)
  case overlay(Overlay, at: Target?, options: String)
  case mount(type: String, at: Target, options: String, flags: UInt)
  case fileSystem(BlockMount, at: Target?)
  case makeDirectory(Target)
  case makeDevice(Target, like: FilePath)
  case makeSymbolicLink(Target, to: String)
  case leaveHostTree
  case watch(FilePath)

  /// Where a step happens, inside the root.
  package struct Target: Sendable, Hashable {
    package var path: FilePath
    package var base: FilePath
    package var mountPoint: Mount.MountPoint

    /// The place of `mount`.
    init(of mount: Mount) {
      path = mount.target
      base = mount.base
      mountPoint = mount.mountPoint
    }

    /// The directory that holds it, made if it is missing.
    var parent: Target {
      var target = self
      target.path.removeLastComponent()
      target.mountPoint = .created
      return target
    }

    /// A place below this one that is made if it is missing.
    func appending(_ name: String) -> Target {
      var target = self
      target.path.append(name)
      target.mountPoint = .created
      return target
    }
  }
}

extension SetupStep: CustomStringConvertible {
  package var description: String {
    switch self {
    case .makeMountsPrivate: "make the mounts private"
    case .bind(let source, let target, _, _): "bind \(source) on \(Self.name(of: target))"
    case .overlay(_, let target, _): "mount overlay on \(Self.name(of: target))"
    case .mount(let type, let target, _, _): "mount \(type) on \(target)"
    case .fileSystem(let mount, let target):
      "mount \(mount.device) (\(mount.type)) on \(Self.name(of: target))"
    case .makeDirectory(let target): "make directory \(target)"
    case .makeDevice(let target, _): "make device \(target)"
    case .makeSymbolicLink(let target, _): "make symbolic link \(target)"
    case .leaveHostTree: "leave the host's tree"
    case .watch(let path): "watch \(path)"
    }
  }

  private static func name(of target: Target?) -> String { target?.description ?? "/" }
}

extension SetupStep.Target: CustomStringConvertible {
  /// The path as seen from outside the base.
  package var description: String { base.pushing(path.removingRoot()).string }
}
