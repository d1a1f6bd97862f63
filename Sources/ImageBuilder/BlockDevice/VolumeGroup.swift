import SystemPackage

/// An LVM volume group with its physical and logical volumes (dib-contract section 11.3).
public struct VolumeGroup: Sendable, Codable, Equatable {
  /// As LVM knows it.
  public var name: String
  /// What it is made of.
  public var physicalVolumes: [PhysicalVolume]
  /// Further arguments of vgcreate.
  public var options: [String]
  /// In the order in which they are made.
  public var logicalVolumes: [LogicalVolume]

  /// A volume group.
  public init(
    name: String, physicalVolumes: [PhysicalVolume], options: [String] = [],
    logicalVolumes: [LogicalVolume]
  ) {
    self.name = name
    self.physicalVolumes = physicalVolumes
    self.options = options
    self.logicalVolumes = logicalVolumes
  }
}

/// A physical volume of LVM.
public struct PhysicalVolume: Sendable, Codable, Equatable {
  /// By which the configuration refers to it.
  public var name: String
  /// A disk or a partition.
  public var device: DeviceReference
  /// Further arguments of pvcreate.
  public var options: [String]

  /// A physical volume on `device`.
  public init(name: String, device: DeviceReference, options: [String] = []) {
    self.name = name
    self.device = device
    self.options = options
  }
}

/// A logical volume of LVM.
public struct LogicalVolume: Sendable, Codable, Equatable {
  /// As LVM knows it.
  public var name: String
  /// How much it may hold.
  public var size: Size
  /// What lvcreate is told to make.
  public var kind: Kind
  /// Further arguments of lvcreate.
  public var options: [String]

  /// The node that the device mapper makes; a single dash is between the two names (lvm(8), "VALID
  /// NAMES", and dm_build_dm_name() of LVM).
  func node(in group: String) -> FilePath {
    let parts = [group, name].map { $0.split(separator: "-", omittingEmptySubsequences: false) }
    return FilePath(
      "/dev/mapper/" + parts.map { $0.joined(separator: "--") }.joined(separator: "-"))
  }

  /// A logical volume's size.
  public enum Size: Sendable, Codable, Equatable {
    /// Rounded down to extents of 4 MiB.
    case bytes(Int)
    /// As lvcreate's `--extents` takes it: `23%VG`.
    case extents(String)
  }

  /// What lvcreate makes.
  public enum Kind: Sendable, Codable, Equatable {
    case linear
    case thinPool
    case thin(pool: String)
  }

  /// A logical volume.
  public init(name: String, size: Size, kind: Kind = .linear, options: [String] = []) {
    self.name = name
    self.size = size
    self.kind = kind
    self.options = options
  }
}
