import Diagnostics
import SystemPackage

/// What the user asks of the outputs beyond their kinds.
package struct ImageOptions: Sendable {
  /// False: `-u`.
  package var isCompressed = true
  /// `--qemu-img-options`: `key=value,…`, for qcow2.
  package var qemuOptions = ""
  /// `--docker-target`: `repository:tag`.
  package var dockerTarget: String?
  /// `ACI_MANIFEST`.
  package var manifest: FilePath?
  /// As the image's metadata name it.
  package var architecture = "amd64"
  /// Where older files are replaced, not renamed: `OVERWRITE_OLD_IMAGE`.
  package var overwrites = false
  package var checksums: [ChecksumKind] = []

  /// The defaults.
  package init() {}

  /// What the caller's environment says.
  package init(variables: [String: String]) {
    let set = { (name: String) in !["", "0"].contains(variables[name] ?? "") }
    overwrites = set("OVERWRITE_OLD_IMAGE")
    qemuOptions = variables["QEMU_IMG_OPTIONS"] ?? ""
    manifest = variables["ACI_MANIFEST"].flatMap { $0.isEmpty ? nil : FilePath($0) }
    checksums = ChecksumKind.kinds(in: variables["DIB_CHECKSUM"] ?? "0")
  }
}
