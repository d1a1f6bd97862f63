import Diagnostics
import ElementModel

/// Something that a build can have only once, and the element that has it.
struct Claim: Sendable {
  let element: ElementName
  /// What is claimed: the path of a hook, the name of a service.
  let subject: String
  let location: SourceLocation
  /// What is behind it, where two claims with the same behind them do no harm.
  var content: String?
}

/// A claim that is made elsewhere in the same build as well.
struct Collision: Sendable {
  let claim: Claim
  /// The other claims, in order of their elements' names.
  let others: [Claim]
  /// Whether some element's dependencies hold both, so that its build always fails.
  let isCertain: Bool

  /// A note for each of the other claims.
  func notes(_ message: String) -> [Finding.Note] {
    others.map { Finding.Note(message, at: $0.location) }
  }

  /// How bad it is: an error where every build of some element fails.
  var severity: Severity { isCertain ? .error : .warning }

  /// Who makes the other claims, and a verb: "`a` has", "`a`, `b` have".
  func others(_ verb: String, plural: String) -> String {
    var names = [ElementName]()
    for other in others where other.element != claim.element && names.last != other.element {
      names.append(other.element)
    }
    guard !names.isEmpty else { return "the element itself \(verb)" }
    let list = names.map { "`\($0)`" }.joined(separator: ", ")
    return "\(list) \(names.count == 1 ? verb : plural)"
  }
}

extension Claim {
  /// Whether it is another claim, and not to the same thing.
  fileprivate func isDisputed(by other: Claim) -> Bool {
    location != other.location && (content == nil || content != other.content)
  }
}

extension LintedTree {
  /// The claims that can be made together in one build; those of elements that can never meet, such
  /// as two operating systems, are no collisions.
  func collisions(of claims: [Claim]) -> [Collision] {
    Dictionary(grouping: claims, by: \.subject).values
      .filter { $0.count > 1 }
      .flatMap { rivals in rivals.compactMap { collision(of: $0, with: rivals) } }
  }

  private func collision(of claim: Claim, with rivals: [Claim]) -> Collision? {
    let others =
      rivals
      .filter { claim.isDisputed(by: $0) && graph.canMeet($0.element, claim.element) }
      .sorted { ($0.element, $0.location) < ($1.element, $1.location) }
    guard !others.isEmpty else { return nil }
    let isCertain = others.contains { graph.alwaysMeet($0.element, claim.element) }
    return Collision(claim: claim, others: others, isCertain: isCertain)
  }
}
