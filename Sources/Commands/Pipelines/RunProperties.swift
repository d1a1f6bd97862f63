import Diagnostics
import ElementModel
import Glibc
import SystemPackage

/// What a report says about its run: enough to tell two runs apart.
struct RunProperties {
  private let request: CheckRequest
  private let environment: ProcessEnvironment
  private let tree: ElementTree

  init(_ request: CheckRequest, _ environment: ProcessEnvironment, _ tree: ElementTree) {
    self.request = request
    self.environment = environment
    self.tree = tree
  }

  /// In the order of the report.
  var all: [Report.Property] {
    let path = tree.searchPath.map { environment.display($0) }.joined(separator: ":")
    let epoch = environment["SOURCE_DATE_EPOCH"].map { Report.Property("SOURCE_DATE_EPOCH", $0) }
    return [
      Report.Property("tie-check", ProgramVersion.text),
      Report.Property("host", HostIdentity.system),
      Report.Property("architecture", environment["ARCH"] ?? HostArchitecture.name),
      Report.Property("base", request.base),
      Report.Property("elements-path", path),
    ] + (epoch.map { [$0] } ?? [])
  }
}
