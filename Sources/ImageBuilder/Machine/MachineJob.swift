import ElementModel
import FoundationEssentials
import SystemPackage

/// What a virtual machine is to do: all that the program needs to go on there.
struct MachineJob: Sendable, Codable {
  let request: BuildRequest
  let elements: [PlannedElement]
  let nodes: [PlanNode]
  let diskSize: Int?
  let workspace: FilePath
  /// The hook tree as it is by now.
  let hookTree: FilePath
  let store: FilePath
  /// The devices of the disks, by their names; each has its partition table.
  let disks: [String: FilePath]
  /// The device with a file system that holds what comes onto the disk.
  let content: FilePath

  /// What a machine tells the host, a line each.
  enum Message: Sendable, Codable {
    case alive
    /// With the bytes, base64 in JSON, where the line is not UTF-8.
    case output(source: String, line: String, bytes: Data?)
    case started(String)
    case finished(String, failure: String?, Duration)
    case note(String)
    case warning(String)
  }

  /// How it ended.
  enum Outcome: Sendable, Codable {
    case done
    case hookFailed(HookFailure)
    case failed(String)
  }
}
