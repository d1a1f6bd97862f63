import Diagnostics

/// How large a disk becomes that is as large as its content needs (dib-contract section 11.7).
package struct DiskSizeRules: Sendable, Codable, Equatable {
  /// GiB: `DIB_IMAGE_SIZE`.
  package var imageSize: Double?
  /// MiB on top of the content: `DIB_IMAGE_EXTRA_SIZE`.
  package var extraSize: Double?
  /// MiB: `DIB_JOURNAL_SIZE`.
  package var journalSize = 64
  /// Blocks: `MAX_ONLINE_RESIZE`.
  package var maximumOnlineResize: String?
  /// `DIB_RELEASE`.
  package var release: String?
  /// The option `--mkfs-options`, as written.
  package var rootOptions = ""

  /// The rules where nothing is asked for.
  package init() {}

  /// What the caller's environment asks for.
  package init(variables: [String: String], rootOptions: String = "") throws(InputError) {
    imageSize = try Self.number("DIB_IMAGE_SIZE", in: variables)
    extraSize = try Self.number("DIB_IMAGE_EXTRA_SIZE", in: variables)
    journalSize = try Self.wholeNumber("DIB_JOURNAL_SIZE", in: variables) ?? 64
    maximumOnlineResize = try Self.wholeNumber("MAX_ONLINE_RESIZE", in: variables).map { "\($0)" }
    release = variables["DIB_RELEASE"]
    self.rootOptions = rootOptions
  }

  /// Bytes of a disk for a tree that takes `measured` KiB.
  package func bytes(measured: Int, layout: DiskLayout) -> Int {
    bytes(
      measured: measured, rootType: layout.root?.type ?? "",
      hasSystemPartition: layout.hasSystemPartition)
  }

  func bytes(measured: Int, rootType: String, hasSystemPartition: Bool) -> Int {
    var size = base(measured: measured)
    if rootType == "ext4", imageSize == nil { size += journalSize << 10 }
    if hasSystemPartition { size += 525 << 10 }
    // qemu-img cannot compress an image that ends within a cluster of 64 KiB.
    return ((size + 63) / 64 * 64) << 10
  }

  private func base(measured: Int) -> Int {
    if let imageSize { return Int(imageSize * 0x1p20) }
    if let extraSize { return measured + Int(extraSize * 0x1p10) }
    return Int(Double(measured) / 0.6)
  }

  /// The arguments of mkfs for a root file system without options of its own.
  package func rootOptions(for type: String) -> [String] {
    var words = rootOptions.split(separator: " ").map(String.init)
    if type == "ext4" {
      words = ["-i", "4096", "-J", "size=\(journalSize)"] + words
      if release == "trusty" { words = ["-O", "^metadata_csum"] + words }
    }
    return (maximumOnlineResize.map { ["-E", "resize=\($0)"] } ?? []) + words
  }

  /// A number that mke2fs takes; it knows no fractions of it.
  private static func wholeNumber(
    _ name: String, in variables: [String: String]
  ) throws(InputError) -> Int? {
    guard let text = variables[name], !text.isEmpty else { return nil }
    guard let number = Int(text), (1..<1 << 32).contains(number) else {
      throw InputError(
        "`\(name)` is `\(text)`, which is no whole number above 0",
        hint: "set it to one, or unset it"
      )
    }
    return number
  }

  private static func number(
    _ name: String, in variables: [String: String]
  ) throws(InputError) -> Double? {
    guard let text = variables[name], !text.isEmpty else { return nil }
    guard let number = Double(text), (0..<1e9).contains(number) else {
      throw InputError("`\(name)` is `\(text)`, which is no size", hint: "set it to a number")
    }
    return number
  }
}

extension DiskLayout {
  /// Whether firmware finds a boot loader in a partition of its own.
  package var hasSystemPartition: Bool {
    disks.contains { disk in
      disk.partitionTable?.partitions.contains { $0.kind == .efiSystem } ?? false
    }
  }
}
