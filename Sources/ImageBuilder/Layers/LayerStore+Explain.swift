import ElementModel
import FoundationEssentials
import SystemPackage
import Sandbox

extension LayerStore {
  /// The inputs of the last layer made at one place of one chain of hooks.
  private struct Slot: Codable {
    var parent: LayerID
    var inputs: LayerInputs
  }

  /// Why there is no layer for `inputs`: what is different from the last time.
  func explain(_ inputs: LayerInputs, on parent: LayerID) -> String {
    guard let last = slot(inputs.title) else { return "built for the first time" }
    if last.inputs.operation != inputs.operation { return "its text changed" }
    if let name = changedName(last.inputs.environmentFiles, inputs.environmentFiles) {
      return "environment.d/\(name) changed"
    }
    if last.inputs.structure != inputs.structure { return "files were added, removed or moved" }
    if last.parent != parent { return "follows a layer that changed" }
    return "its layer was removed"
  }

  /// Keeps the inputs for the next explanation. Losing one does no harm.
  func remember(_ inputs: LayerInputs, on parent: LayerID) {
    try? write(Slot(parent: parent, inputs: inputs), to: slotPath(inputs.title))
  }

  private func slot(_ title: String) -> Slot? {
    guard let bytes = try? slotPath(title).contents(limit: 1 << 20) else { return nil }
    return try? JSONDecoder().decode(Slot.self, from: Data(bytes))
  }

  private func slotPath(_ title: String) -> FilePath {
    let name = ContentDigest(ofText: title).description.prefix(16)
    return root.appending("slots").appending("\(name).json")
  }

  private func changedName(_ old: [NamedDigest], _ new: [NamedDigest]) -> String? {
    Set(old).symmetricDifference(new).map(\.name).min()
  }
}
