import SystemPackage

/// diskimage-builder's programs, each of which this program is when called by that name.
enum BuilderName: String {
  case image = "disk-image-create"
  case ramdisk = "ramdisk-image-create"
  /// Builds what files describe.
  case files = "diskimage-builder"

  /// The name at the end of a program's path; nil for others.
  init?(program: String) {
    guard let name = FilePath(program).lastComponent?.string else { return nil }
    self.init(rawValue: name)
  }
}
