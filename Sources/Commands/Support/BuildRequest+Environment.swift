import ImageBuilder
import SystemPackage

extension BuildRequest {
  /// A request with the caller's environment and this host's architecture.
  init(
    subject: String, searchPath: [FilePath], _ environment: ProcessEnvironment,
    _ installation: Installation
  ) {
    let caches = CacheLocation(environment)
    self.init(
      subject: subject, architecture: environment["ARCH"] ?? HostArchitecture.name,
      variables: environment.variables, searchPath: searchPath, library: installation.library,
      imageCache: caches.downloads,
      lockFiles: caches.locks)
    resolverConfiguration = HostIdentity.resolverConfiguration
  }
}
