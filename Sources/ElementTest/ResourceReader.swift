import Diagnostics

/// Reads one resource of a gossfile.
struct ResourceReader {
  /// What every resource may have beside its attributes.
  static let commonOptions = ["title", "meta", "skip"]

  private let kind: any Assertion.Type
  private let stage: Gossfile.Stage
  /// Attributes that only a running system has.
  private(set) var deferred: [DeferredAssertion] = []

  init(_ kind: any Assertion.Type, _ stage: Gossfile.Stage) {
    self.kind = kind
    self.stage = stage
  }

  /// The resource; nil when nothing of it can be used.
  mutating func read(_ resource: LocatedPair, problems: inout Problems) -> Gossfile.Resource? {
    let name = "\(kind.key) \(resource.name)"
    guard
      let pairs = problems.attempt({ () throws(InputError) in try resource.value.mapping(name) })
    else { return nil }
    var options = Options(subject: resource.name)
    var expectations: [Gossfile.Expectation] = []
    for pair in pairs {
      let expectation = problems.attempt { () throws(InputError) in
        try read(pair, of: name, &options)
      }
      if let expectation = expectation ?? nil { expectations.append(expectation) }
    }
    checkRequired(pairs, resource, problems: &problems)
    return Gossfile.Resource(
      kind: kind, key: resource.name,
      subjectName: options.subject, timeout: options.timeout,
      title: options.title, isSkipped: options.isSkipped, location: resource.key.location,
      expectations: inOrder(expectations))
  }

  private struct Options {
    var subject: String
    var timeout: Duration?
    var title: String?
    var isSkipped = false
  }

  /// The expectation that an entry is; nil when it is an option, or waits for a running system.
  private mutating func read(
    _ pair: LocatedPair, of resource: String, _ options: inout Options
  ) throws(InputError) -> Gossfile.Expectation? {
    switch pair.name {
    case "title": options.title = try pair.value.scalarText("title")
    case "meta": _ = try pair.value.mapping("meta")
    case "skip": options.isSkipped = try pair.value.bool("skip")
    case kind.subjectKey: options.subject = try pair.value.scalarText(pair.name)
    case "timeout" where kind.options.contains("timeout"):
      let milliseconds = try pair.value.integer("timeout")
      guard (1...86_400_000).contains(milliseconds) else {
        throw pair.value.error(
          "`timeout` is in milliseconds, from 1 to a day", hint: "write `timeout: 10000` for 10 s")
      }
      options.timeout = .milliseconds(milliseconds)
    default: return try expectation(pair, of: resource)
    }
    return nil
  }

  private mutating func expectation(
    _ pair: LocatedPair, of resource: String
  ) throws(InputError) -> Gossfile.Expectation? {
    guard let attribute = kind.attribute(named: pair.name) else {
      throw pair.key.unknown("attribute of `\(kind.key)`", knowing: knownNames)
    }
    if case .runningSystem = attribute.source {
      guard stage == .boot else {
        throw pair.key.error(
          "`\(pair.name)` of `\(kind.key)` needs a running system, which a chroot is not",
          hint: "move it to `boot:`")
      }
      deferred.append(
        DeferredAssertion(name: "\(resource): \(pair.name)", location: pair.key.location))
      return nil
    }
    return Gossfile.Expectation(
      attribute: attribute, matcher: try attribute.matcher(pair.value),
      location: pair.key.location)
  }

  private func checkRequired(
    _ pairs: [LocatedPair], _ resource: LocatedPair, problems: inout Problems
  ) {
    let options = kind.options + [kind.subjectKey] + Self.commonOptions
    if pairs.allSatisfy({ options.contains($0.name) }) {
      return problems.add(
        resource.key.error(
          "`\(kind.key) \(resource.name)` asserts nothing",
          hint: "add one of \(kind.attributes.map(\.name).inBackquotes)"))
    }
    for attribute in kind.attributes where attribute.requirement != .optional {
      if pairs.contains(where: { $0.name == attribute.name }) { continue }
      let example = attribute.requirement == .existence ? "true" : "0"
      problems.add(
        resource.key.error(
          "`\(kind.key) \(resource.name)` lacks the required attribute `\(attribute.name)`",
          hint: "add `\(attribute.name): \(example)`"))
    }
  }

  private var knownNames: [String] {
    kind.attributes.map(\.name) + kind.options + [kind.subjectKey] + Self.commonOptions
  }

  private func inOrder(_ expectations: [Gossfile.Expectation]) -> [Gossfile.Expectation] {
    kind.attributes.flatMap { attribute in
      expectations.filter { $0.attribute.name == attribute.name }
    }
  }
}

extension Attribute {
  /// The matcher that the value of this attribute in a gossfile stands for.
  fileprivate func matcher(_ node: LocatedNode) throws(InputError) -> any Matcher {
    switch form {
    case .any: return try node.matcher()
    case .lines:
      return node.isSequence ? try LinePatterns(node, name: name) : try node.matcher()
    case .octalText:
      guard node.integerValue == nil else {
        throw node.error(
          "`\(name)` must be a string: YAML reads `\(node.text ?? "")` as a number",
          hint: "write `\(name): \"\(node.text ?? "")\"`")
      }
      return try node.matcher()
    }
  }
}
