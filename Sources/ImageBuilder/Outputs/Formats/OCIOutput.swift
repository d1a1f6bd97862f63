import SystemPackage

/// An archive in the layout of the Open Container Initiative, as `skopeo` and `podman` take it.
package enum OCIOutput: OutputFormat {
  package static let key = "oci"
  package static let fileExtension = "oci.tar"
  package static let source = OutputSource.tree

  package static func write(_ image: FinishedImage, to file: FilePath) async throws {
    try await ContainerArchive(image, isForDocker: false).write(to: file)
  }
}
