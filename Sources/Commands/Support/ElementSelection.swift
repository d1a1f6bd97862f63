import Diagnostics
import ElementModel
import Sandbox
import SystemPackage

/// The elements that arguments name, and the search path on which everything is looked up.
///
/// An argument is a directory (an element, or a folder of elements: then all of them), or a name
/// looked up in `ELEMENTS_PATH` and then in the bundled elements.
struct ElementSelection {
  let tree: ElementTree
  /// In the order of the arguments, each once.
  let names: [ElementName]

  /// The directory `ignoring`, such as the report's, is no element wherever it lies.
  ///
  /// - Throws: `InputError` for an argument that is neither, or a search path that is broken.
  init(
    _ arguments: [String], ignoring: FilePath? = nil, _ environment: ProcessEnvironment,
    _ installation: Installation
  ) throws(InputError) {
    var folders: [FilePath] = []
    var choices: [Choice] = []
    for argument in arguments {
      let choice = try Choice(argument, environment)
      choices.append(choice)
      if let folder = choice.folder, !folders.contains(folder) { folders.append(folder) }
    }
    let path = folders + environment.elementsPath + [installation.elements]
    tree = try ElementTree.discover(in: Self.unique(path))
    names = try Self.names(of: choices, in: tree).filter { [tree] name in
      ignoring == nil || tree.elements[name]?.path != ignoring
    }
  }

  /// The elements of `names`.
  var elements: [Element] { names.compactMap { tree.elements[$0] } }

  /// The elements of a build of all of `names`.
  func resolved() throws(InputError) -> ResolvedElements {
    do { return try ElementResolver(tree).resolve(names) } catch { throw error.inputError }
  }

  /// Later occurrences of a directory can find nothing that the first did not.
  private static func unique(_ path: [FilePath]) -> [FilePath] {
    var seen: Set<FilePath> = []
    return path.filter { seen.insert($0).inserted }
  }

  private static func names(of choices: [Choice], in tree: ElementTree) throws(InputError)
    -> [ElementName]
  {
    var names: [ElementName] = []
    for choice in choices {
      for name in try choice.names(in: tree) where !names.contains(name) { names.append(name) }
    }
    return names
  }
}

/// What one argument stands for.
private enum Choice {
  case name(String)
  case element(FilePath)
  case folder(FilePath)

  init(_ argument: String, _ environment: ProcessEnvironment) throws(InputError) {
    let path = try environment.path(argument, "the name of an element")
    let isPath = argument.contains("/") || argument == "." || argument == ".."
    guard FileStatus(path, following: true)?.kind == .directory else {
      self = isPath ? .element(path) : .name(argument)
      return
    }
    self = path.isElement ? .element(path) : .folder(path)
  }

  /// The directory that has to be on the search path for it.
  var folder: FilePath? {
    switch self {
    case .name: nil
    case .element(let path):
      FileStatus(path) == nil ? nil : path.removingLastComponent()
    case .folder(let path): path
    }
  }

  func names(in tree: ElementTree) throws(InputError) -> [ElementName] {
    switch self {
    case .name(let name):
      guard tree.elements[ElementName(name)] != nil else { throw tree.unknown(name) }
      return [ElementName(name)]
    case .element(let path):
      if let element = tree.elements.values.first(where: { $0.path == path }) {
        return [element.name]
      }
      throw notFound(path, tree)
    case .folder(let path):
      let found = tree.elements.values.filter { $0.path.removingLastComponent() == path }
      guard !found.isEmpty else {
        throw InputError("there are no elements in `\(path)`", hint: "give an element's directory")
      }
      return found.map(\.name).sorted()
    }
  }

  private func notFound(_ path: FilePath, _ tree: ElementTree) -> InputError {
    let name = ElementName(path.lastComponent?.string ?? "")
    if let other = tree.elements[name]?.path, FileStatus(path) != nil {
      return InputError(
        "`\(path)` is hidden by `\(other)`, which comes earlier",
        hint: "name one of them only, or rename one")
    }
    return InputError(
      "`\(path)` is no element and no folder of elements", hint: "give an element's directory")
  }
}

extension ElementTree {
  /// The error for a name that is on no directory of the search path.
  func unknown(_ name: String) -> InputError {
    let closest = closestName(to: name, among: elements.keys.map(\.rawValue))
    return InputError(
      "there is no element `\(name)` in \(searchPath.map(\.string).joined(separator: ", "))",
      hint: closest.map { "did you mean `\($0)`?" }
        ?? "see `ls \(searchPath.last?.string ?? "")`")
  }
}
