import ElementModel
import SystemPackage

/// Plans a rootfs: every phase in the contract's order, and the builder's own changes between them
/// (dib-contract section 7.1).
public struct RootfsPlanner: Sendable {
  let request: BuildRequest

  /// A planner for `request`.
  public init(_ request: BuildRequest) { self.request = request }

  /// The plan for `elements`.
  ///
  /// - Throws: `InputError` when two elements have the same hook, or a file cannot be read.
  public func plan(_ elements: ResolvedElements) throws -> BuildPlan {
    let tree = try HookTree(merging: elements)
    let early = try steps(PhaseStep.early, elements, tree)
    let late = try steps(PhaseStep.late, elements, tree)
    let body =
      try early + measurement(elements, tree) + steps(PhaseStep.disk, elements, tree)
      + table + around(late)
    return BuildPlan(
      elements: elements.elements.map { planned($0, elements) },
      nodes: [.scope(.workspace, [.scope(.hookTree(items(of: tree)), body)])])
  }

  private func planned(_ element: Element, _ elements: ResolvedElements) -> PlannedElement {
    PlannedElement(
      name: element.name, path: element.path.string,
      reason: reason(for: element.name, elements))
  }

  private func reason(for name: ElementName, _ elements: ResolvedElements) -> String {
    switch elements.reason(for: name) {
    case .dependency(let dependent, _)?: "needed by `\(dependent)`"
    case .requested?, nil: "requested"
    }
  }

  /// The merged tree, and what the builder adds to it (dib-contract section 5).
  private func items(of tree: HookTree) -> [HookTreeItem] {
    let runner = request.library.appending("dib-run-parts").string
    return tree.entries.map {
      HookTreeItem(path: $0.path.string, source: .file($0.file.path.string), element: $0.element)
    } + [
      HookTreeItem(path: Self.installTypeFile, source: .text(installTypeText)),
      HookTreeItem(path: "dib-run-parts", source: .file(runner)),
    ]
  }

  /// Not seen by `root.d`, as in the reference, which writes it later.
  private static let installTypeFile = "environment.d/11-dib-install-type.bash"

  private var installTypeText: String {
    "export DIB_DEFAULT_INSTALLTYPE=${DIB_DEFAULT_INSTALLTYPE:-\"\(request.installType)\"}\n"
  }

  private func steps(
    _ steps: [PhaseStep], _ elements: ResolvedElements, _ tree: HookTree
  ) throws -> [PlanNode] {
    try steps.flatMap { try nodes(for: $0, elements, tree) }
  }

  private func nodes(for step: PhaseStep, _ elements: ResolvedElements, _ tree: HookTree) throws
    -> [PlanNode]
  {
    switch step {
    case .edit(let edit): [layer(edit.title, .editRootfs(edit), using: bytes(for: edit))]
    case .extraPackages: extraPackages
    case .phase(let phase): try self.phase(phase, elements, tree)
    }
  }

  private func phase(_ phase: HookPhase, _ elements: ResolvedElements, _ tree: HookTree) throws
    -> [PlanNode]
  {
    let scope = try HookScope(phase, in: elements, tree)
    let later = phase == .root ? ["11-dib-install-type.bash"] : []
    let run = PhaseRun(
      phase: phase,
      hooks: tree.hooks(in: phase).map {
        HookRun(phase: phase, name: $0.name, element: $0.element)
      },
      irrelevantEnvironmentFiles: scope.irrelevantEnvironmentFiles, laterEnvironmentFiles: later,
      structure: scope.structure)
    return [.step(Step(phase.rawValue, .runPhase(run)))]
  }

  private var extraPackages: [PlanNode] {
    guard !request.extraPackages.isEmpty else { return [] }
    let command = ["install-packages"] + request.extraPackages
    return [layer("install \(request.extraPackages.joined(separator: " "))", .runInTarget(command))]
  }

  /// What an edit puts into the rootfs.
  func bytes(for edit: RootfsEdit) -> [UInt8] {
    switch edit {
    case .swapResolvConf: request.resolverConfiguration ?? []
    case .writeFileSystemTable: request.disk.map { Array($0.layout.description.utf8) } ?? []
    default: []
    }
  }

  func layer(
    _ title: String, _ operation: BuildOperation, using bytes: [UInt8] = []
  ) -> PlanNode {
    let inputs = LayerInputs(
      title: title, operation: ContentDigest(ofText: "\(operation)"),
      structure: ContentDigest(of: bytes))
    return .scope(.layer(inputs), [.step(Step(title, operation))])
  }
}

/// One entry of the contract's order.
private enum PhaseStep {
  case phase(HookPhase)
  case edit(RootfsEdit)
  case extraPackages

  /// On the tree alone.
  static let early: [PhaseStep] = [
    .phase(.root), .edit(.requireDeployedRoot), .edit(.swapResolvConf),
    .phase(.extraData), .phase(.preInstall), .phase(.install), .extraPackages,
    .phase(.postInstall), .phase(.postRoot), .edit(.removeLostAndFound),
  ]
  /// As soon as the size of the disk is known.
  static let disk: [PhaseStep] = [.phase(.blockDevice)]
  /// On the file systems of the disk, where hooks need its devices.
  static let late: [PhaseStep] = [
    .phase(.preFinalise), .phase(.finalise), .phase(.cleanup), .edit(.restoreResolvConf),
    .edit(.cleanTemporaryFiles),
  ]
}

extension RootfsEdit {
  /// What the user sees while it happens.
  var title: String {
    switch self {
    case .requireDeployedRoot: "check that root.d deployed a root"
    case .swapResolvConf: "use the host's resolv.conf"
    case .writeFileSystemTable: "write /etc/fstab"
    case .restoreResolvConf: "restore the image's resolv.conf"
    case .removeLostAndFound: "remove lost+found"
    case .cleanTemporaryFiles: "clean /tmp, /var/log and /root"
    }
  }
}
