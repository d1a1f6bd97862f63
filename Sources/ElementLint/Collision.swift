import Diagnostics
import ElementModel

/// Something that only one element of a build may have, and the element that has it.
struct Claim: Sendable {
  let element: ElementName
  /// What is claimed: the path of a hook, the name of a service.
  let subject: String
  let location: SourceLocation
}

/// A claim that elements of the same build make as well.
struct Collision: Sendable {
  let claim: Claim
  /// The claims of other elements, in order of their names.
  let others: [Claim]
  /// Whether some element's dependencies hold both, so that its build always fails.
  let isCertain: Bool

  /// A note for each of the other claims.
  func notes(_ message: String) -> [Finding.Note] {
    others.map { Finding.Note(message, at: $0.location) }
  }

  /// The other elements' names, for a message.
  var otherNames: String { others.map { "`\($0.element)`" }.joined(separator: ", ") }
}

extension LintedTree {
  /// The claims that elements of one build can make together; those of elements that can never meet,
  /// such as two operating systems, are no collisions.
  func collisions(of claims: [Claim]) -> [Collision] {
    Dictionary(grouping: claims, by: \.subject).values
      .filter { $0.count > 1 }
      .flatMap { rivals in rivals.compactMap { collision(of: $0, with: rivals) } }
  }

  private func collision(of claim: Claim, with rivals: [Claim]) -> Collision? {
    let others =
      rivals
      .filter { $0.element != claim.element && graph.canMeet($0.element, claim.element) }
      .sorted { $0.element < $1.element }
    guard !others.isEmpty else { return nil }
    let isCertain = others.contains { graph.alwaysMeet($0.element, claim.element) }
    return Collision(claim: claim, others: others, isCertain: isCertain)
  }
}
