import Diagnostics

/// An assertion that waits for a booted system.
package struct DeferredAssertion: Sendable, Equatable {
  /// Kind, key and attribute, as results are named.
  package let name: String
  package let location: SourceLocation

  /// One for each attribute of a resource whose kind is known by name only.
  static func all(in resource: LocatedPair, kind: String) -> [DeferredAssertion] {
    let pairs = (try? resource.value.mapping(kind)) ?? []
    let attributes = pairs.filter { !ResourceReader.commonOptions.contains($0.name) }
    return attributes.map {
      DeferredAssertion(
        name: "\(kind) \(resource.name): \($0.name)", location: $0.key.location)
    }
  }
}
