import FoundationEssentials
import Sandbox
import SystemPackage

/// The packages of a finished image, as its own package manager tells of them.
package struct PackageInventory: Sendable, Equatable, Encodable {
  /// Sorted by name, then by architecture.
  package let packages: [Package]

  /// One installed package.
  package struct Package: Sendable, Equatable, Encodable {
    package let name: String
    /// As the distribution writes it, with the epoch.
    package let version: String
    package let architecture: String
    /// The source package: of dpkg its name, of RPM its file.
    package let source: String
  }

  /// Asks the package manager that has a database in `tree`; nil where there is none that is known.
  /// `scratch` is an empty directory. A package manager that fails is a `BuildError`.
  package init?(
    of tree: FinishedTree, _ launcher: SandboxLauncher, scratch: FilePath
  ) async throws {
    var spec = try tree.sandbox(scratch: scratch)
    let found = try await launcher.withHeld(spec) { held in
      let root = try RootedDirectory(held.root)
      return try Self.managers.first { try $0.databases.contains(where: root.exists) }
    }
    guard let manager = found else { return nil }
    spec.mounts += Mount.kernelFileSystems()
    spec.arguments = manager.query
    spec.environment = ["PATH": "/usr/sbin:/usr/bin:/sbin:/bin", "LC_ALL": "C", "HOME": "/root"]
    let output = OutputTail(limit: .max)
    let result = try await launcher.run(spec) { output.add($0.text) }
    guard result.termination == .exited(0) else {
      throw BuildError.stepFailed(
        title: "list the packages", reason: output.lines.last ?? "\(result.termination)")
    }
    self.init(parsing: output.lines)
  }

  /// The packages in rows of state, name, version, architecture and source, between tabs.
  init(parsing rows: [String]) {
    packages = rows.compactMap { row in
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard fields.count == 5, fields[0] == "installed" else { return nil }
      // RPM's database has the keys that it trusts among the packages.
      guard fields[1] != "gpg-pubkey" else { return nil }
      return Package(
        name: fields[1], version: fields[2], architecture: fields[3], source: fields[4])
    }
    .sorted { ($0.name, $0.architecture) < ($1.name, $1.architecture) }
  }

  /// Writes the list as JSON; readers see the old file or the whole new one.
  package func write(to file: FilePath) throws {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.prettyPrinted, .sortedKeys, .withoutEscapingSlashes]
    try file.replace(with: Array(encoder.encode(self)) + [UInt8(ascii: "\n")])
  }

  private struct Manager {
    /// Files or directories, one of which is there where the manager is used.
    let databases: [FilePath]
    /// What prints such rows.
    let query: [String]
  }

  /// After dpkg-query(1) and rpm(8).
  private static let managers = [
    Manager(
      databases: ["var/lib/dpkg/status"],
      query: [
        "/usr/bin/dpkg-query", "--show", "--showformat",
        #"${db:Status-Status}\t${Package}\t${Version}\t${Architecture}\t${source:Package}\n"#,
      ]),
    Manager(
      databases: ["var/lib/rpm", "usr/lib/sysimage/rpm"],
      query: [
        "/usr/bin/rpm", "--query", "--all", "--queryformat",
        #"installed\t%{NAME}\t%|EPOCH?{%{EPOCH}:}|%{VERSION}-%{RELEASE}\t%{ARCH}\t%{SOURCERPM}\n"#,
      ]),
  ]
}
