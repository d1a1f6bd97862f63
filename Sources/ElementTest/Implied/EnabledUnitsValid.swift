import SystemPackage

/// systemd can load every unit that starts at boot.
struct EnabledUnitsValid: ImpliedAssertion {
  static let name = "enabled units are valid"

  private static let configuration: FilePath = "/etc/systemd/system"
  private static let verifier: FilePath = "/usr/bin/systemd-analyze"

  func outcome(_ build: BuildFacts, _ probe: any RootfsProbe) async throws -> ImpliedOutcome {
    let units = try await enabledUnits(probe)
    if units.isEmpty { return .kept }
    guard try await probe.file(at: Self.verifier) != nil else {
      return .notApplicable(reason: "the image has no \(Self.verifier)")
    }
    let outcome = try await probe.run(verification(of: units))
    // What it complains about without failing is a warning.
    return outcome.status == 0 ? .kept : .violations(violations(outcome.errorOutput))
  }

  private func verification(of units: [String]) -> ProbeCommand {
    let options = ["verify", "--man=no", "--recursive-errors=no"]
    return ProbeCommand([Self.verifier.string] + options + units, timeout: .seconds(60))
  }

  /// The links in `*.wants` and `*.requires`, each a unit or an instance of one.
  private func enabledUnits(_ probe: any RootfsProbe) async throws(ProbeError) -> [String] {
    var units: Set<String> = []
    for name in try await probe.entries(of: Self.configuration) ?? []
    where name.hasSuffix(".wants") || name.hasSuffix(".requires") {
      units.formUnion(try await probe.entries(of: Self.configuration.appending(name)) ?? [])
    }
    return units.sorted()
  }

  private func violations(_ complaints: String) -> [Violation] {
    let lines = complaints.lines(omittingLastEmpty: true).map(String.init)
    return (lines.isEmpty ? ["systemd-analyze verify failed and did not say why"] : lines).map {
      Violation(message: $0, path: unitFile(in: $0))
    }
  }

  /// The file at the front of `/etc/systemd/system/x.service:3: Unknown key …`.
  private func unitFile(in complaint: String) -> FilePath? {
    guard complaint.hasPrefix("/"), let end = complaint.firstIndex(of: ":") else { return nil }
    return FilePath(String(complaint[..<end]))
  }
}
