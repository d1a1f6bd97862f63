import ElementModel
import SystemPackage

/// Turns what a hook opened into what its layer depends on.
struct InputTracker {
  let tree: MergedHookTree
  let variables: [String: String]
  let inputs: LayerInputs
  /// The directories of the elements.
  let elements: [FilePath]

  /// The files, and the variables that the hook, its environment files or those files mention. Where
  /// the kernel could not say what was `opened`, every file of the tree counts.
  func inputs(opened: [OpenedFile]?) -> (files: [RecordedFile], variables: [NamedDigest]) {
    let files = recorded(opened ?? tree.allFiles.map { OpenedFile(.hookTree, $0) })
    return (files, mentioned(in: files))
  }

  private func recorded(_ opened: [OpenedFile]) -> [RecordedFile] {
    let elements = self.elements.map { "\($0)/" }
    return Set(opened).compactMap { file in
      switch file.place {
      case .hookTree:
        // Whether an environment file matters is known already.
        guard file.path != inputs.title, !file.path.hasPrefix("environment.d/"),
          let digest = tree.digest(of: file.path)
        else { return nil }
        return RecordedFile(place: .hookTree, path: file.path, digest: digest)
      case .host:
        guard HostFile.isInput(file.path, elements: elements),
          let digest = HostFile.digest(of: file.path)
        else {
          return nil
        }
        return RecordedFile(place: .host, path: file.path, digest: digest)
      }
    }.sorted { $0.path < $1.path }
  }

  private func mentioned(in files: [RecordedFile]) -> [NamedDigest] {
    guard inputs.phase != nil else { return [] }
    var names = MentionedNames()
    let own = [inputs.title] + inputs.environmentFiles.map { "environment.d/\($0.name)" }
    let read = files.filter { $0.place == .hookTree }.map(\.path)
    for path in own + read { tree.contents(of: path).map { names.add($0) } }
    let view = InputView(hookTree: tree, variables: variables)
    return names.variables(among: variables.keys).map {
      NamedDigest($0, view.digest(ofVariable: $0))
    }
  }
}
