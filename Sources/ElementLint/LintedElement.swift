import Diagnostics
import ElementModel
import ShellSyntax
import SystemPackage

/// An element with all its files read and classified.
struct LintedElement: Sendable {
  let element: Element
  /// In byte order of their paths; those of test elements not among them.
  let files: [LintedFile]
  /// The files that hold data for the builder or other programs, parsed.
  let documents: [LintedDocument]
  /// The variables that its environment files set, whatever the conditions.
  let environment: Set<String>
  /// What is wrong with its test cases, by those who run them.
  let testCaseProblems: [InputError]
  /// Whether it is one of the elements in another one's `test-elements`, which are made for one
  /// build and need no README.
  let isTestElement: Bool

  /// Reads the files of the element.
  init(
    reading element: Element, isTestElement: Bool = false,
    testCases: Linter.TestCaseReader = { _ in [] }
  ) {
    self.element = element
    self.isTestElement = isTestElement
    files = element.files
      .filter { !$0.isOfTestElement }
      .map { LintedFile($0, relativePath: $0.relativePath) }
    documents = files.compactMap { LintedDocument($0) }
    environment = files.filter { $0.role == .environment }.compactMap { LintedScript($0) }
      .reduce(into: []) { $0.formUnion($1.syntax.setVariables) }
    testCaseProblems = testCases(element)
  }

  var name: ElementName { element.name }
  /// The rows of `element-deps`, less a byte order mark, which has a rule of its own.
  var dependencies: [ElementReference] { element.dependencies.map(\.withoutByteOrderMark) }
  /// The rows of `element-provides`, less a byte order mark.
  var provides: [ElementReference] { element.provides.map(\.withoutByteOrderMark) }

  /// The element as a whole.
  var location: SourceLocation { SourceLocation(element.path) }

  /// The element's list of dependencies, or the element itself when it has none.
  var dependenciesLocation: SourceLocation { file("element-deps")?.location ?? location }

  /// The file at `path` below the element.
  func file(_ path: FilePath) -> LintedFile? { files.first { $0.relativePath == path } }
}

extension LintedElement {
  /// Whether it says what distribution the image is of, which only one element of a build does.
  var isDistribution: Bool {
    provides.contains { $0.name == .operatingSystem } || files.contains(where: \.namesDistribution)
  }
}

extension LintedFile {
  /// Whether it is sourced and sets the distribution's name, whatever it was.
  fileprivate var namesDistribution: Bool {
    guard role == .environment, text?.contains("DISTRO_NAME") ?? false else { return false }
    return LintedScript(self)?.syntax.assignments
      .contains { $0.name == "DISTRO_NAME" && $0.value.isLiteral } ?? false
  }
}

extension ElementReference {
  /// Whether the row can be a name at all; blanks separate nothing in these lists, and `#` starts no
  /// comment.
  var isWellFormed: Bool { !isComment && !name.rawValue.contains(where: \.isWhitespace) }

  /// The row as it was meant.
  fileprivate var withoutByteOrderMark: ElementReference {
    guard name.rawValue.unicodeScalars.first == "\u{FEFF}" else { return self }
    let rest = String(name.rawValue.unicodeScalars.dropFirst())
    return ElementReference(ElementName(rest), at: location)
  }

  /// Whether the row was meant as a comment.
  var isComment: Bool { name.rawValue.hasPrefix("#") }
}

extension LintedElement {
  /// Whether there are elements in its `test-elements`.
  var hasTestElements: Bool { file("test-elements") != nil }

  /// The elements in its `test-elements`, read; what cannot be read has been reported with its files.
  func testElements() -> [LintedElement] {
    let tree = try? ElementTree.discover(in: [element.path.appending("test-elements")])
    return (tree?.sorted ?? []).map {
      LintedElement(reading: $0.within(element), isTestElement: true)
    }
  }
}

extension ElementFile {
  /// Whether it is a test element, or a file of one.
  fileprivate var isOfTestElement: Bool {
    let components = relativePath.components
    return components.first == "test-elements"
      && (components.count > 2 || components.count == 2 && isDirectory)
  }
}
