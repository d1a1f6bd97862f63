import Glibc

/// Lets this process write no file beyond `bytes`: writes there end with `EFBIG`. For exit tests.
package func limitFileSizes(to bytes: UInt) -> Bool {
  signal(SIGXFSZ, SIG_IGN)
  var limit = rlimit()
  guard getrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0 else { return false }
  limit.rlim_cur = bytes
  return setrlimit(__rlimit_resource_t(RLIMIT_FSIZE.rawValue), &limit) == 0
}
