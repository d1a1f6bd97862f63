import Sandbox
import SystemPackage

/// The certificates that the caller has programs trust, made available in the chroot.
///
/// Behind a proxy that opens TLS, downloads succeed only with a certificate of the site. Its users
/// name a file of their host in these variables; the chroot has another file, or none, of that name.
struct HostCertificates {
  private static let variables = [
    "CURL_CA_BUNDLE", "GIT_SSL_CAINFO", "PIP_CERT", "REQUESTS_CA_BUNDLE", "SSL_CERT_FILE",
  ]
  private static let place: FilePath = "/tmp/host-certificates.crt"

  /// Shows the host's file for as long as the sandbox exists, and points the variables to it.
  static func show(in spec: inout SandboxSpec) {
    let files = variables.compactMap { spec.environment[$0] }
    guard let file = files.first(where: isFile) else { return }
    spec.mounts.append(
      .bind(source: FilePath(file), target: place, readOnly: true, mountPoint: .temporary))
    for name in variables where spec.environment[name] == file {
      spec.environment[name] = place.string
    }
  }

  private static func isFile(_ path: String) -> Bool {
    FileStatus(FilePath(path), following: true)?.kind == .regular
  }
}
