/// What a partition is for, as a table says it.
struct PartitionKind: Sendable, Equatable {
  /// As GPT has it, in capitals.
  let identifier: String

  static let efiSystem = PartitionKind(identifier: "C12A7328-F81F-11D2-BA4B-00A0C93EC93B")
  /// Where GRUB puts its core on a GPT disk.
  static let biosBoot = PartitionKind(identifier: "21686148-6449-6E6F-744E-656564454649")

  /// Parses a GUID or a code of sgdisk, the latter with or without `0x`.
  init?(parsing text: String) {
    let text = text.uppercased()
    let code = text.hasPrefix("0X") ? String(text.dropFirst(2)) : text
    if let identifier = Self.codes[code] {
      self.identifier = identifier
    } else if GUID(parsing: text) != nil {
      identifier = text
    } else {
      return nil
    }
  }

  private init(identifier: String) { self.identifier = identifier }

  /// The codes of sgdisk that images use.
  private static let codes = [
    "0700": "EBD0A0A2-B9E5-4433-87C0-68B6B72699C7",
    "0C01": "E3C9E316-0B5C-4DB8-817D-F92DF00215AE",
    "2700": "DE94BBA4-06D1-4D40-A16A-BFD50179D6AC",
    "4100": "9E1A2D38-C612-4316-AA26-8B49521E5A8B",
    "8200": "0657FD6D-A4AB-43C4-84E5-0933C84B4F4F",
    "8300": "0FC63DAF-8483-4772-8E79-3D69D8477DE4",
    "8301": "8DA63339-0007-60C0-C436-083AC8230908",
    "8302": "933AC7E1-2EB4-4F13-B844-0E14E2AEF915",
    "8303": "44479540-F297-41B2-9AF7-D131D5F0458A",
    "8304": "4F68BCE3-E8CD-4DB1-96E7-FBCAF984B709",
    "8305": "B921B045-1DF0-41C3-AF44-4C6F280D3FAE",
    "8306": "3B8F8425-20E0-4F3B-907F-1A25A76F98E8",
    "8307": "69DAD710-2CE4-4E3C-B16C-21A1D49ABED3",
    "8309": "CA7D7CCB-63ED-4C53-861C-1742536059CC",
    "8E00": "E6D6D379-F507-44C2-A23C-238F2A3DF928",
    "EA00": "BC13C2FF-59E6-4262-A352-B275FD6F7172",
    "EF00": efiSystem.identifier,
    "EF01": "024DEE41-33E7-11D3-9D69-0008C781F39F",
    "EF02": biosBoot.identifier,
    "FD00": "A19D880F-05FC-4D3B-A006-743F0F84911E",
  ]
}

extension Partition {
  /// What GPT calls it; nil for a type that means nothing there.
  var kind: PartitionKind? { PartitionKind(parsing: type) }

  /// The type byte of an MBR table.
  var typeByte: UInt8? {
    let digits = type.lowercased().hasPrefix("0x") ? type.dropFirst(2) : type[...]
    return UInt8(digits, radix: 16)
  }

  func hasKnownType(in label: PartitionTable.Label) -> Bool {
    label == .gpt ? kind != nil : typeByte != nil
  }
}
