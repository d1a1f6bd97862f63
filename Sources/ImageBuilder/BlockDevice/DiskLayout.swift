import SystemPackage

/// What a build's disks hold, read from a block-device configuration and checked; nothing of it is
/// made yet (dib-contract section 11).
public struct DiskLayout: Sendable, Codable, Equatable {
  /// In the order of the configuration; `image0` is the one that is delivered.
  public var disks: [DiskDescription]
  /// In the order in which they are made.
  public var volumeGroups: [VolumeGroup]
  /// In the order in which they are mounted; those without a mount point come last.
  public var fileSystems: [FileSystemDescription]

  /// A layout.
  public init(
    disks: [DiskDescription], volumeGroups: [VolumeGroup] = [],
    fileSystems: [FileSystemDescription]
  ) {
    self.disks = disks
    self.volumeGroups = volumeGroups
    self.fileSystems = fileSystems
  }

  /// The file system that is mounted at `/`.
  public var root: FileSystemDescription? { fileSystems.first { $0.mountPoint == "/" } }

  /// Where file systems are mounted, in that order.
  package var mountPoints: [FilePath] { fileSystems.compactMap(\.mountPoint) }

  /// The label of what is mounted at `/boot`; empty where nothing is.
  package var bootLabel: String { fileSystems.first { $0.mountPoint == "/boot" }?.label ?? "" }

  /// The disk that becomes the image.
  package var delivered: DiskDescription? { disks.first { $0.name == Self.deliveredDisk } }
}

/// What a plan calls a device before there is one.
public enum DeviceReference: Sendable, Codable, Hashable {
  /// A whole disk, by the name of its `local_loop` node.
  case disk(String)
  /// A partition, by its name.
  case partition(String)
  case logicalVolume(group: String, name: String)
}

/// One disk image.
public struct DiskDescription: Sendable, Codable, Equatable {
  /// The name of its node, such as `image0`; its file is `image0.raw`.
  public var name: String
  /// Bytes; nil: as large as its content needs (dib-contract section 11.7).
  public var size: Int?
  /// Bytes in a sector: 512 or 4096.
  public var sectorSize: Int
  /// Nil: a file system fills the whole disk.
  public var partitionTable: PartitionTable?

  /// A disk.
  public init(
    name: String, size: Int? = nil, sectorSize: Int = 512, partitionTable: PartitionTable? = nil
  ) {
    self.name = name
    self.size = size
    self.sectorSize = sectorSize
    self.partitionTable = partitionTable
  }
}

/// A partition table and its partitions, in order.
public struct PartitionTable: Sendable, Codable, Equatable {
  /// The kinds of table.
  public enum Label: String, Sendable, Codable { case mbr, gpt }

  /// Of which kind it is.
  public var label: Label
  /// Bytes; partitions begin at multiples of it.
  public var alignment: Int
  /// In the order in which they lie on the disk.
  public var partitions: [Partition]

  /// A table.
  public init(label: Label, alignment: Int = 1 << 20, partitions: [Partition]) {
    self.label = label
    self.alignment = alignment
    self.partitions = partitions
  }
}

/// One partition as it is written, its place not yet decided.
public struct Partition: Sendable, Codable, Equatable {
  /// What a GPT table has for a name, too.
  public var name: String
  /// In bytes, or a part of what is left.
  public var size: Size
  /// As written: a type code of sgdisk or a GUID for GPT, hexadecimal digits for MBR.
  public var type: String
  /// MBR: the one that old firmware starts.
  public var isBootable: Bool
  /// MBR: in the table itself, not in an extended partition.
  public var isPrimary: Bool

  /// A partition's size.
  public enum Size: Sendable, Codable, Equatable {
    case bytes(Int)
    /// Of what the partitions before it have left.
    case percentOfRest(Double)
  }

  /// A partition.
  public init(
    name: String, size: Size, type: String, isBootable: Bool = false, isPrimary: Bool = false
  ) {
    self.name = name
    self.size = size
    self.type = type
    self.isBootable = isBootable
    self.isPrimary = isPrimary
  }
}

/// A file system or swap area, and where it is mounted.
public struct FileSystemDescription: Sendable, Codable, Equatable {
  /// The name of its `mkfs` node, such as `mkfs_root`.
  public var name: String
  /// What it fills.
  public var device: DeviceReference
  /// `ext4`, `xfs`, `vfat`, `swap`, …
  public var type: String
  /// By which `/etc/fstab` refers to it.
  public var label: String
  /// Nil: a random one.
  public var uuid: String?
  /// Further arguments of mkfs.
  public var options: [String]
  /// Nil: not mounted, as a swap area is.
  public var mountPoint: FilePath?
  /// Nil: no line in `/etc/fstab`.
  public var entry: FileSystemTableEntry?

  /// A file system.
  public init(
    name: String, device: DeviceReference, type: String, label: String, uuid: String? = nil,
    options: [String] = [], mountPoint: FilePath? = nil, entry: FileSystemTableEntry? = nil
  ) {
    self.name = name
    self.device = device
    self.type = type
    self.label = label
    self.uuid = uuid
    self.options = options
    self.mountPoint = mountPoint
    self.entry = entry
  }
}

/// What `/etc/fstab` says of a file system beyond its label, place and type.
public struct FileSystemTableEntry: Sendable, Codable, Equatable {
  /// Of mount, comma separated.
  public var options: String
  /// 1: dump(8) heeds it.
  public var dumpFrequency: Int
  /// The order of checks at boot; 0: none.
  public var checkPass: Int

  /// An entry.
  public init(options: String = "defaults", dumpFrequency: Int = 0, checkPass: Int = 2) {
    self.options = options
    self.dumpFrequency = dumpFrequency
    self.checkPass = checkPass
  }
}
