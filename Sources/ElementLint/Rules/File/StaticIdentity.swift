import Diagnostics
import Documents
import ElementModel
import SystemPackage

/// Flags files that must differ from machine to machine.
struct StaticIdentity: FileRule {
  static let metadata = RuleMetadata(
    code: "SE952",
    name: "static-identity",
    severity: .warning,
    rationale: """
      Every machine made from an image has what is below `static`: with one host key they can pose as
      each other, with one machine id they get one address. Leave such files out, or empty, so that
      each machine makes its own at first boot.
      """,
    flagged: [
      ["foo/static/etc/ssh/«ssh_host_ed25519_key»": "key\n"],
      ["foo/static/etc/«machine-id»": "0123456789abcdef0123456789abcdef\n"],
    ],
    accepted: [
      ["foo/static/etc/ssh/ssh_config": "Host *\n", "foo/static/etc/machine-id": ""],
      ["foo/static/etc/machine-id": "uninitialized\n"],
    ],
    suppression: .none)

  func check(_ file: LintedFile) -> [Finding] {
    let path = file.relativePath
    guard path.components.first == "static", file.isRegular, file.file.size > 0, isIdentity(path),
      file.text.map({ !$0.bytes.starts(with: "uninitialized".utf8) }) ?? true
    else { return [] }
    return [
      finding(
        "file is the identity of one machine", at: file.location,
        hint: "have each machine make its own at first boot")
    ]
  }

  private func isIdentity(_ path: FilePath) -> Bool {
    let name = path.lastComponent?.string ?? ""
    if path.removingLastComponent() == "static/etc/ssh", name.hasPrefix("ssh_host_") { return true }
    return Self.paths.contains(path.string.dropFirst("static/".count))
  }

  private static let paths: Set<Substring> = [
    "etc/hostid", "etc/iscsi/initiatorname.iscsi", "etc/machine-id", "etc/nvme/hostid",
    "etc/nvme/hostnqn", "etc/udev/rules.d/70-persistent-net.rules", "var/lib/dbus/machine-id",
    "var/lib/NetworkManager/secret_key", "var/lib/systemd/credential.secret",
    "var/lib/systemd/random-seed",
  ]
}
