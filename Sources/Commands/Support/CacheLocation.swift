import SystemPackage

/// Where the program keeps layers and downloads between runs.
struct CacheLocation {
  /// Layers: `TIE_CHECK_CACHE`, else `tie-check` in the user's cache directory.
  let layers: FilePath
  /// Downloads, shared with diskimage-builder: `DIB_IMAGE_CACHE`, else its default.
  let downloads: FilePath

  init(_ environment: ProcessEnvironment) {
    let home = FilePath(environment["HOME"] ?? "/root")
    let caches = environment["XDG_CACHE_HOME"].map { FilePath($0) } ?? home.appending(".cache")
    layers =
      environment["TIE_CHECK_CACHE"].map { environment.absolute(FilePath($0)) }
      ?? caches.appending("tie-check")
    downloads =
      environment["DIB_IMAGE_CACHE"].map { environment.absolute(FilePath($0)) }
      ?? home.appending(".cache/image-create")
  }
}
