import Diagnostics
import Documents
import ElementModel

/// Flags variables that an element reads and does not tell of.
struct UndocumentedVariable: TreeRule {
  static let metadata = RuleMetadata(
    code: "DC103",
    name: "undocumented-variable",
    severity: .info,
    rationale: """
      The variables called `DIB_…` are the options of an element, and its README is where callers look
      for them. Those of the builder, those that other elements set, and those that the README of a
      dependency tells of need no words here.
      """,
    flagged: [
      [
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho ${«DIB_FOO_COLOR»:-blue}\n"),
        "foo/README.rst": "===\nfoo\n===\n",
      ]
    ],
    accepted: [
      [
        "foo/install.d/50-foo": .executable("#!/bin/bash\necho ${DIB_FOO_COLOR:-$DIB_RELEASE}\n"),
        "foo/README.rst": "===\nfoo\n===\n\nDIB_FOO_COLOR\n  What it looks like.\n",
        "foo/element-deps": "bar\n", "bar/README.rst": "``DIB_RELEASE`` chooses the version.\n",
      ],
      [
        "foo/README.rst": "===\nfoo\n===\n",
        "foo/install.d/50-foo": .executable(
          "#!/bin/bash\nDIB_A=1\necho $DIB_A $DIB_B $DIB_OFFLINE\n"),
        "bar/environment.d/10-bar": "export DIB_B=${DIB_B:-1}\n",
      ],
    ])

  func check(_ tree: LintedTree) -> [Finding] {
    let documented = tree.elements.map { ($0.name, $0.documentedVariables) }
    let pages = Dictionary(documented, uniquingKeysWith: { first, _ in first })
    let settings = tree.elements.flatMap { element in
      element.environment.map { (name: $0, element: element.name) }
    }
    let setters = Dictionary(grouping: settings, by: \.name).mapValues { $0.map(\.element) }
    return tree.elements.filter(\.hasReadme).flatMap { element in
      let known = tree.graph.closure(of: element.name).elements.compactMap { pages[$0] }
      return element.variablesRead.filter { name, _ in
        setters[name, default: [element.name]].contains(element.name)
          && !known.contains { $0.contains(name) }
      }.map { name, place in
        finding(
          "README does not tell of `\(name)`", at: place, hint: "describe it in `README.rst`")
      }
    }
  }
}

extension LintedElement {
  fileprivate var hasReadme: Bool { files.contains { $0.role == .readme } }

  /// The names of variables in its documentation.
  fileprivate var documentedVariables: Set<String> {
    files.filter { $0.role == .readme }
      .reduce(into: []) { $0.formUnion($1.text?.names(startingWith: "DIB_").map(\.name) ?? []) }
  }

  /// The variables that its scripts read and do not set themselves, each with the first place.
  fileprivate var variablesRead: [String: SourceLocation] {
    files.filter { $0.language == .shell }.compactMap(\.text).reduce(into: [:]) { reads, text in
      var own = Set<String>()
      for (name, range) in text.names(startingWith: "DIB_") where !BuilderVariables.contains(name) {
        if text.isAssigned(range) { own.insert(name) }
        guard text.isExpanded(range), reads[name] == nil, !own.contains(name) else { continue }
        reads[name] = text.location(range)
      }
    }
  }
}

extension SourceText {
  /// Whether the name stands behind `$` or `${`, as a whole.
  fileprivate func isExpanded(_ name: Range<Int>) -> Bool {
    let before = bytes[..<name.lowerBound].suffix(2)
    return before.last == UInt8(ascii: "$") || before.elementsEqual("${".utf8)
  }

  /// Whether a value follows the name that is not made of the variable itself.
  fileprivate func isAssigned(_ name: Range<Int>) -> Bool {
    let after = bytes[name.upperBound...]
    guard after.first == UInt8(ascii: "=") else { return false }
    let value = after.dropFirst().drop { "\"${".utf8.contains($0) }
    return !value.starts(with: bytes[name])
  }
}
