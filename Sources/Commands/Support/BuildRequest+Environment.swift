import ImageBuilder
import SystemPackage

extension BuildRequest {
  /// A request with the caller's environment and this host's architecture.
  init(
    subject: String, searchPath: [FilePath], _ environment: ProcessEnvironment,
    _ installation: Installation
  ) {
    self.init(
      subject: subject, architecture: environment["ARCH"] ?? HostArchitecture.name,
      variables: environment.variables, searchPath: searchPath, library: installation.library,
      imageCache: CacheLocation(environment).downloads)
    resolverConfiguration = HostIdentity.resolverConfiguration
  }
}
