/// A file system that ran full, as errors of the system and of tools tell of it.
struct FullDisk: CustomStringConvertible {
  private let message: String

  /// Nil for errors with another cause.
  init?(behind error: any Error) {
    message = "\(error)"
    guard Self.signs.contains(where: message.contains) else { return nil }
  }

  var description: String {
    message
      + "\n  hint: a disk is full, not the image: make room where the image goes, in TMP_DIR and in"
      + " TIE_CHECK_CACHE (see `df`)"
  }

  /// Of the C library, and of mksquashfs(1).
  private static let signs = [
    "No space left on device", "Disk quota exceeded", "Failed to write to output filesystem",
  ]
}
