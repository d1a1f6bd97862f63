import Glibc

/// The descriptors 0, 1 and 2.
enum StandardStreams {
  /// Opens those that the caller has closed to nothing. Else the next file to be opened would get
  /// their number, and with it what is meant for people.
  static func open() {
    for descriptor in CInt(0)...2 where fcntl(descriptor, F_GETFD) < 0 {
      // The lowest free number is this one.
      _ = Glibc.open("/dev/null", O_RDWR)
    }
  }
}
