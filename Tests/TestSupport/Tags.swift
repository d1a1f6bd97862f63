import Testing

extension Tag {
  /// Reaches the package mirrors of Debian and PyPI.
  @Tag package static var network: Self
}
