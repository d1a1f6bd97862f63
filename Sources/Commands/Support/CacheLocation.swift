import SystemPackage

/// Where the program keeps layers and downloads between runs.
struct CacheLocation {
  /// Layers: `TIE_CHECK_CACHE`, else `tie-check` in the user's cache directory.
  let layers: FilePath
  /// Downloads, shared with diskimage-builder: `DIB_IMAGE_CACHE`, else its default.
  let downloads: FilePath
  /// Locks, shared with diskimage-builder: `DIB_LOCKFILES`, else its default.
  let locks: FilePath

  init(_ environment: ProcessEnvironment) {
    let home = FilePath(environment["HOME"] ?? "/root")
    let caches = environment["XDG_CACHE_HOME"].map { FilePath($0) } ?? home.appending(".cache")
    func directory(_ variable: String, else standard: FilePath) -> FilePath {
      environment[variable].map { environment.absolute(FilePath($0)) } ?? standard
    }
    layers = directory("TIE_CHECK_CACHE", else: caches.appending("tie-check"))
    downloads = directory("DIB_IMAGE_CACHE", else: home.appending(".cache/image-create"))
    locks = directory("DIB_LOCKFILES", else: home.appending(".cache/dib/lockfiles"))
  }
}
