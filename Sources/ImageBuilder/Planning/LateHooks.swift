import ElementModel

/// What the hooks of some phases mention.
struct LateHooks {
  private let hooks: [(hook: Hook, names: MentionedNames)]

  /// The phases that run on the disk where there is one (dib-contract section 7.2).
  static let onDisk: [HookPhase] = [.preFinalise, .finalise, .cleanup]

  /// The hooks of `phases`, and with each the files of its element that it names.
  init(_ phases: [HookPhase], in elements: ResolvedElements, _ tree: HookTree) throws {
    hooks = try phases.flatMap { tree.hooks(in: $0) }.map { hook in
      (hook, try Self.names(of: hook, in: elements[hook.element]))
    }
  }

  /// The first hook that mentions the variable `name`, or one that begins so, itself or in a file that it names.
  func first(mentioning name: String) -> Hook? {
    hooks.first { $0.names.mention(name) || $0.names.mention(name + "S") }?.hook
  }

  private static func names(of hook: Hook, in element: Element?) throws -> MentionedNames {
    let text = try hook.file.contents()
    var names = MentionedNames()
    names.add(text)
    let words = String(decoding: text, as: UTF8.self)
    for file in element?.files ?? [] where file.kind == .regular && words.contains(file.name) {
      names.add(try file.contents())
    }
    return names
  }
}
