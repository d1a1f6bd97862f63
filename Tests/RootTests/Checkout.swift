import SystemPackage

/// Places in this repository.
enum Checkout {
  static let root = FilePath(#filePath).removingLastComponent().removingLastComponent()
    .removingLastComponent()
  static let elements = root.appending("elements")

  /// Layers that the tests keep from one run to the next, so that a second run takes seconds. A
  /// layer is found again only while all that it was made of is the same.
  static let layers = root.appending(".build/test-layers")
}
