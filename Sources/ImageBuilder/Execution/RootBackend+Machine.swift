import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

extension RootBackend {
  package func runInMachine(_ nodes: [PlanNode], _ bindings: Bindings) async throws {
    throw BuildError.stepFailed(title: "virtual machine", reason: "not there yet")
  }
}
