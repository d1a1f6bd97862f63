import ElementModel

/// What the hooks of some phases mention.
struct LateHooks {
  private let hooks: [(hook: Hook, texts: MentionedTexts)]

  /// The phases that run on the disk where there is one (dib-contract section 7.2).
  static let onDisk: [HookPhase] = [.preFinalise, .finalise, .cleanup]

  /// The hooks of `phases`, and with each the files of its element that it names.
  init(_ phases: [HookPhase], in elements: ResolvedElements, _ tree: HookTree) throws {
    hooks = try phases.flatMap { tree.hooks(in: $0) }.map { hook in
      (hook, try MentionedTexts(hook, in: elements[hook.element]))
    }
  }

  /// The first hook that mentions the variable `name`, itself or in a file that it names.
  func first(mentioning name: String) -> Hook? {
    hooks.first { $0.texts.names.mention(name) }?.hook
  }

  /// The first hook that asks for the disk's devices or its file: by a variable, or by what
  /// `dib-block-device getval` gives.
  var firstThatNeedsDevices: Hook? {
    let variables = ["IMAGE_BLOCK_DEVICE", "IMAGE_BLOCK_DEVICES"]
    return hooks.first { _, texts in
      variables.contains(where: texts.names.mention) || texts.asksForDevices
    }?.hook
  }
}

/// What a hook and the files of its element that it names say.
private struct MentionedTexts {
  private(set) var names = MentionedNames()
  private(set) var asksForDevices = false

  init(_ hook: Hook, in element: Element?) throws {
    let text = try hook.file.contents()
    add(text)
    let words = String(decoding: text, as: UTF8.self)
    for file in element?.files ?? [] where file.kind == .regular && words.contains(file.name) {
      add(try file.contents())
    }
  }

  private mutating func add(_ bytes: [UInt8]) {
    names.add(bytes)
    let text = String(decoding: bytes, as: UTF8.self)
    // The symbols are no identifiers; other programs have options of such names.
    let symbols = ["image-block-device", "image-path"]
    if text.contains("getval"), symbols.contains(where: { text.contains($0) }) {
      asksForDevices = true
    }
  }
}

extension IsolationChoice {
  /// The first hook of the last phases that asks for the disk's devices.
  package static func demandingHook(in elements: ResolvedElements) throws -> String? {
    let hooks = try LateHooks(LateHooks.onDisk, in: elements, try HookTree(merging: elements))
    return hooks.firstThatNeedsDevices.map { "\($0.phase.rawValue)/\($0.name)" }
  }
}
