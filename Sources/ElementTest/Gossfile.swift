import Diagnostics

/// Assertions as a gossfile writes them: resources by kind and name, attributes and matchers.
package struct Gossfile: Sendable {
  package private(set) var resources: [Resource] = []
  /// What only a running system can answer; empty unless the file may ask for it.
  package private(set) var deferred: [DeferredAssertion] = []

  /// Where the assertions are to be checked.
  package enum Stage: String, Sendable {
    case assert, boot
  }

  /// A gossfile without assertions.
  package init() {}

  /// The gossfile in `node`. Each problem is collected, and what has one is left out.
  package init(_ node: LocatedNode, for stage: Stage, problems: inout Problems) {
    for pair in problems.attempt({ () throws(InputError) in try node.mapping(stage.rawValue) })
      ?? []
    {
      read(pair, for: stage, problems: &problems)
    }
  }

  private mutating func read(_ pair: LocatedPair, for stage: Stage, problems: inout Problems) {
    if AssertionRegistry.runningSystemKeys.contains(pair.name) {
      return readRunning(pair, for: stage, problems: &problems)
    }
    guard let kind = AssertionRegistry.kind(named: pair.name) else {
      return problems.add(pair.key.unknown("resource", knowing: AssertionRegistry.keys))
    }
    let resources = problems.attempt { () throws(InputError) in try pair.value.mapping(pair.name) }
    for resource in resources ?? [] {
      var reader = ResourceReader(kind, stage)
      let parsed = reader.read(resource, problems: &problems)
      if let parsed { self.resources.append(parsed) }
      deferred += reader.deferred
    }
  }

  /// Kinds that are not known yet beyond their names.
  private mutating func readRunning(
    _ pair: LocatedPair, for stage: Stage, problems: inout Problems
  ) {
    guard stage == .boot else {
      return problems.add(
        pair.key.error(
          "`\(pair.name)` needs a running system, which a chroot is not", hint: "move it to `boot:`"
        ))
    }
    let resources = problems.attempt { () throws(InputError) in try pair.value.mapping(pair.name) }
    deferred += (resources ?? []).flatMap { DeferredAssertion.all(in: $0, kind: pair.name) }
  }
}

extension Gossfile {
  /// One thing to look at, and what it must be.
  package struct Resource: Sendable {
    package let kind: any Assertion.Type
    /// The key in the file, which results are named after.
    package let key: String
    /// What the attribute that names the thing says, else the key.
    package let subjectName: String
    /// How long a command may take, where the file says so.
    package let timeout: Duration?
    package let title: String?
    package let isSkipped: Bool
    package let location: SourceLocation
    /// In the order of the kind's attributes.
    package let expectations: [Expectation]
  }

  /// What one attribute must be.
  package struct Expectation: Sendable {
    package let attribute: Attribute
    package let matcher: any Matcher
    package let location: SourceLocation
  }
}

extension Gossfile {
  /// What every assertion is called, with its place; without looking at anything.
  var names: [(name: String, location: SourceLocation)] {
    resources.flatMap { resource in
      resource.expectations.map {
        ("\(resource.kind.key) \(resource.key): \($0.attribute.name)", $0.location)
      }
    } + deferred.map { ($0.name, $0.location) }
  }
}
