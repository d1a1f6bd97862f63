import Glibc

/// Runs `body` with names taken as UTF-8 by libarchive, whatever the program's locale.
///
/// The locale is that of this thread only.
func withUTF8Names<Failure: Error>(_ body: () throws(Failure) -> Void) throws(Failure) {
  let utf8 = newlocale(1 << LC_CTYPE, "C.UTF-8", nil)
  let before = uselocale(utf8)
  defer {
    uselocale(before)
    if let utf8 { freelocale(utf8) }
  }
  try body()
}
