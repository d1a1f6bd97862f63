import Diagnostics
import Documents
import ElementModel
import SystemPackage

extension LintedTree {
  /// The element and all that it depends on, as far as they exist, in order of their names.
  func closure(of element: LintedElement) -> [LintedElement] {
    graph.closure(of: element.name).elements.sorted().compactMap { self[$0] }
  }

  /// Whether every build of the element holds one that is called, or provides, `name`.
  func brings(_ name: ElementName, with element: LintedElement) -> Bool {
    let closure = graph.closure(of: element.name)
    return closure.elements.contains(name) || closure.provided[name] != nil
  }

  /// Whether the element needs nothing that nobody knows; of what is missing, nothing can be said.
  func isComplete(_ element: LintedElement) -> Bool {
    closure(of: element).flatMap(\.dependencies).allSatisfy { isKnown($0.name) }
  }
}

extension LintedElement {
  /// The row that adds a dependency to the list, where it belongs if the list is sorted; nothing
  /// when there is no list.
  func adding(dependency name: ElementName) -> Finding.Fix? {
    guard let text = file("element-deps")?.text else { return nil }
    let end = text.bytes.count
    let next = dependencies.first { name < $0.name }?.location.start?.line
    let place = next.map { SourcePosition(line: $0) } ?? text.position(ofByteOffset: end)
    let isAppended = next == nil && end > 0 && !text.endsWithNewline
    let row = isAppended ? "\n\(name)\n" : "\(name)\n"
    return Finding.Fix(
      "add `\(name)`", edits: [Finding.Edit(from: place, to: place, text: row)])
  }
}
