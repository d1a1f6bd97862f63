import Diagnostics

/// Says why an attribute is not as expected.
struct MismatchReport {
  private let resource: Gossfile.Resource
  private let subject: Attribute.Subject
  private let expectation: Gossfile.Expectation
  private let found: AttributeValue?
  private let evidence: String?
  /// Longer values are cut in the message, which is one line; the details have them whole.
  private static let messageLimit = 120
  private static let contentLimit = 4000

  init(
    _ resource: Gossfile.Resource, _ subject: Attribute.Subject,
    _ expectation: Gossfile.Expectation, found: AttributeValue?, evidence: String?
  ) {
    self.resource = resource
    self.subject = subject
    self.expectation = expectation
    self.found = found
    self.evidence = evidence
  }

  func failure(in context: CaseContext) -> CaseResult.Failure {
    CaseResult.Failure(
      code: "assertion", message: message, at: expectation.location,
      expected: expectation.matcher.description, found: found?.description,
      details: details(in: context), reproduce: context.reproduce)
  }

  private var name: String { "\(resource.kind.key) `\(resource.key)`" }
  private var attribute: String { "`\(expectation.attribute.name)`" }

  private var message: String {
    guard let found else {
      return "\(name) has no \(attribute), expected \(expectation.matcher)"
    }
    let shortcomings = expectation.matcher.shortcomings(of: found)
    if !shortcomings.isEmpty {
      return "\(name): \(attribute): \(shortcomings.joined(separator: "; "))"
        .shortened(to: Self.messageLimit * 2)
    }
    let values = [found.description, expectation.matcher.description].map {
      $0.shortened(to: Self.messageLimit)
    }
    return "\(name): \(attribute) is \(values[0]), expected \(values[1])"
  }

  private func details(in context: CaseContext) -> String {
    let path = resource.kind.path(of: subject)
    return [resource.title, difference ?? content, evidence, context.blame(path)]
      .compactMap(\.self).joined(separator: "\n")
  }

  /// The difference of two texts of which one has several lines.
  private var difference: String? {
    guard let found, let expected = expectation.matcher.exactText else { return nil }
    guard (expected + found.text).utf8.contains(UInt8(ascii: "\n")) else { return nil }
    return UnifiedDifference(expected: expected, found: found.text)?.description
  }

  private var content: String? {
    guard case .content(let text) = found else { return nil }
    return text.isEmpty ? "found nothing" : "found:\n" + text.shortened(to: Self.contentLimit)
  }
}

extension String {
  /// The start of the text, marked as cut when it is longer than `limit` characters.
  func shortened(to limit: Int) -> String {
    utf8.count <= limit ? self : prefix(limit) + "…"
  }

  /// The end of the text, marked as cut when it is longer than `limit` characters.
  func lastPart(ofAtMost limit: Int) -> String {
    utf8.count <= limit ? self : "…" + suffix(limit)
  }
}
