import ImageBuilder
import SystemPackage

extension BuildRequest {
  /// A request with nothing of this host in it.
  package static func sample(
    searchPath: [FilePath], variables: [String: String] = [:]
  ) -> BuildRequest {
    BuildRequest(
      subject: "sample", architecture: "amd64", variables: variables, searchPath: searchPath,
      library: "/nonexistent/lib", imageCache: "/nonexistent/cache",
      lockFiles: "/nonexistent/locks")
  }
}
