import Diagnostics
import ElementModel

/// What a block-device configuration takes from the build where it is silent (dib-contract sections
/// 11.3 and 11.4).
package struct LayoutDefaults: Sendable, Equatable {
  /// The root's file system: `FS_TYPE`.
  package var rootType = "ext4"
  /// The root's label: `ROOT_LABEL`; nil: one that goes by the file system.
  package var rootLabel: String?
  /// Bytes in a sector, for every disk: `DIB_BLOCK_SIZE`. Wins over what is written.
  package var sectorSize: Int?
  /// Decides the root's options.
  package var sizes = DiskSizeRules()

  /// The defaults of dib-contract section 1.2.
  package init() {}

  /// What the caller's environment says; `rootOptions` is the option `--mkfs-options`.
  package init(variables: [String: String], rootOptions: String = "") throws(InputError) {
    sizes = try DiskSizeRules(variables: variables, rootOptions: rootOptions)
    if let type = variables["FS_TYPE"], !type.isEmpty { rootType = type }
    if let label = variables["ROOT_LABEL"], !label.isEmpty { rootLabel = label }
    if let text = variables["DIB_BLOCK_SIZE"], !text.isEmpty {
      guard case .bytes(let bytes) = VolumeSize(parsing: text) else {
        throw InputError(
          "`DIB_BLOCK_SIZE` is `\(text)`, which is no number", hint: "set it to 512 or 4096")
      }
      sectorSize = bytes
    }
  }

  /// The label of a root file system that has none of its own.
  func label(for type: String) -> String {
    rootLabel ?? (type == "xfs" ? "img-rootfs" : "cloudimg-rootfs")
  }
}
