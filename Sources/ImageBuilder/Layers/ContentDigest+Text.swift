import ElementModel

extension ContentDigest {
  /// The digest of a text.
  init(ofText text: String) { self.init(of: Array(text.utf8)) }
}
