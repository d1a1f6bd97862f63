import Diagnostics
import Documents
import SystemPackage

/// One image of a file: key to value.
struct ImageEntry: Sendable, Equatable {
  var values: [String: ImageValue] = [:]

  /// The entries as they are built: one without a name belongs to the one before it, and all of one
  /// name are one image (dib-contract section 2.2).
  static func merged(_ entries: [ImageEntry]) -> [ImageEntry] {
    var name = ImageValue.text("image")
    var images: [ImageEntry] = []
    for var entry in entries {
      name = entry.values["imagename"] ?? name
      entry.values["imagename"] = name
      if let index = images.firstIndex(where: { $0.values["imagename"] == name }) {
        images[index].values.merge(entry.values) { $0.merged(with: $1) }
      } else {
        images.append(entry)
      }
    }
    return images
  }
}

/// Reads images from documents, and collects all that is wrong with them.
struct ImageFileReader {
  private(set) var entries: [ImageEntry] = []
  private(set) var problems = ProblemCollector()

  /// Adds the images of `document`, a list.
  mutating func read(_ document: YAMLDocument, at path: FilePath) {
    for problem in document.problems { report(problem.message, problem.location, problem.hint) }
    guard let list = document.root?.sequence else {
      let start = document.root?.start
      return report(
        "the file holds no list of images", SourceLocation(path, start),
        "start each image with `- imagename: NAME`")
    }
    for node in list { read(node, at: path) }
  }

  private mutating func read(_ node: DocumentNode, at path: FilePath) {
    guard let pairs = node.mapping else {
      return report(
        "an image is a mapping, not a \(node.kindName)", SourceLocation(path, node.start),
        "write `imagename: NAME`, and so on")
    }
    var entry = ImageEntry()
    for pair in pairs {
      let key = pair.key.text ?? ""
      guard let field = ImageField.all.first(where: { $0.key == key }) else {
        let closest = closestName(to: key, among: ImageField.all.map(\.key))
        report(
          "there is no key `\(key)`", SourceLocation(path, pair.key.start),
          closest.map { "did you mean `\($0)`?" } ?? "see `diskimage-builder --help`")
        continue
      }
      entry.values[key] = value(of: field, pair.value, at: path)
    }
    entries.append(entry)
  }

  private mutating func value(
    of field: ImageField, _ node: DocumentNode, at path: FilePath
  ) -> ImageValue? {
    if case .text(let choices) = field.kind {
      // Says itself what is wrong.
      return text(node, choices, field, at: path).map { .text($0) }
    }
    guard let value = scalar(of: field.kind, node) ?? collection(of: field, node, at: path) else {
      report(
        "`\(field.key)` takes \(field.kind), not \(described(node))",
        SourceLocation(path, node.start), "change the value")
      return nil
    }
    return value
  }

  private func scalar(of kind: ImageField.Kind, _ node: DocumentNode) -> ImageValue? {
    switch kind {
    case .flag: node.bool.map { .flag($0) }
    case .number(let range): node.integer.flatMap { range.contains($0) ? .number($0) : nil }
    case .text, .list, .map: nil
    }
  }

  /// What is wrong with single items is reported, and they are left out.
  private mutating func collection(
    of field: ImageField, _ node: DocumentNode, at path: FilePath
  ) -> ImageValue? {
    if case .list(let choices) = field.kind, let nodes = node.sequence {
      return .list(nodes.compactMap { text($0, choices, field, at: path) })
    }
    if case .map = field.kind, let pairs = node.mapping {
      return .map(pairs.compactMap { pair($0, field, at: path) })
    }
    return nil
  }

  private mutating func text(
    _ node: DocumentNode, _ choices: [String], _ field: ImageField, at path: FilePath
  ) -> String? {
    guard let text = node.string else {
      report(
        "`\(field.key)` takes text, not \(described(node))", SourceLocation(path, node.start),
        "put it in quotes")
      return nil
    }
    guard choices.isEmpty || choices.contains(text) else {
      let closest = closestName(to: text, among: choices)
      report(
        "`\(field.key)` cannot be `\(text)`", SourceLocation(path, node.start),
        closest.map { "did you mean `\($0)`?" } ?? "use \(choices.joined(separator: ", "))")
      return nil
    }
    return text
  }

  private mutating func pair(
    _ pair: DocumentNode.Pair, _ field: ImageField, at path: FilePath
  ) -> ImageValue.Pair? {
    guard let name = text(pair.key, [], field, at: path),
      let value = text(pair.value, [], field, at: path)
    else { return nil }
    return ImageValue.Pair(name: name, value: value)
  }

  private func described(_ node: DocumentNode) -> String {
    node.text.map { "`\($0)`" } ?? "a \(node.kindName)"
  }

  private mutating func report(_ message: String, _ location: SourceLocation, _ hint: String) {
    problems.add([InputError(message, at: location, hint: hint)])
  }
}
