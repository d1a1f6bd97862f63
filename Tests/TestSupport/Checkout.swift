import SystemPackage

/// Places in this repository.
package enum Checkout {
  package static let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
    .removingLastComponent()
  package static let elements = root.appending("elements")
  package static let library = root.appending("lib")

  /// Layers that the tests keep from one run to the next, so that a second run takes seconds. A
  /// layer is found again only while all that it was made of is the same.
  package static let layers = root.appending(".build/test-layers")
}
