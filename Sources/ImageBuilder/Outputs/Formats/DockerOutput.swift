import SystemPackage

/// An archive that `docker load` and `podman load` take.
package enum DockerOutput: OutputFormat {
  package static let key = "docker"
  package static let fileExtension = "docker.tar"
  package static let source = OutputSource.tree

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    try await ContainerArchive(image, isForDocker: true).write(to: file)
  }
}
