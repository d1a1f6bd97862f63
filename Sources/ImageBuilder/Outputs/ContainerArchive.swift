import Archives
import FoundationEssentials
import Sandbox
import SystemPackage

/// A container image with one layer, in an archive (OCI image specification 1.1; Docker's own list
/// of contents beside it where wanted).
struct ContainerArchive {
  private let image: FinishedImage
  private let isForDocker: Bool
  private let content: FilePath

  init(_ image: FinishedImage, isForDocker: Bool) {
    self.image = image
    self.isForDocker = isForDocker
    content = image.scratch.appending("container")
  }

  func write(to file: FilePath) async throws {
    try blobs.createDirectories()
    let layer = try await addLayer()
    let configuration = try add(
      Configuration(
        architecture: Self.platform(image.options.architecture),
        rootfs: .init(diffIDs: [layer.digest])), as: "image.config")
    let manifest = try add(
      Manifest(config: configuration, layers: [layer]), as: "image.manifest")
    try put(Index(manifests: [manifest.named(image.options.dockerTarget)]), at: "index.json")
    try put(["imageLayoutVersion": "1.0.0"], at: "oci-layout")
    if isForDocker {
      let entry = DockerEntry(
        config: configuration.blob, repoTags: [image.options.dockerTarget].compactMap(\.self),
        layers: [layer.blob])
      try put([entry], at: "manifest.json")
    }
    var writer = ArchiveWriter()
    // The files are all of this moment.
    writer.latestModification = 0
    try writer.write(content, to: file)
    try FileTree.remove(content)
  }

  /// Go's name of an architecture, which the specification asks for; unknown ones as they are.
  private static func platform(_ architecture: String) -> String {
    let names = [
      "aarch64": "arm64", "armhf": "arm", "i386": "386", "i686": "386", "ppc64el": "ppc64le",
      "x86_64": "amd64",
    ]
    return names[architecture] ?? architecture
  }

  private var blobs: FilePath { content.appending("blobs").appending("sha256") }

  private func addLayer() async throws -> Descriptor {
    let file = content.appending("layer")
    try await image.archive(ArchiveWriter(), to: file)
    let digest = try file.sha256()
    let size = FileStatus(file)?.size ?? 0
    try file.rename(to: blobs.appending(digest))
    return Descriptor(kind: "image.layer.v1.tar", digest: digest, size: size)
  }

  private func add(_ value: some Encodable, as kind: String) throws -> Descriptor {
    let bytes = try json(value)
    let file = content.appending("blob")
    try file.write(bytes)
    let digest = try file.sha256()
    try file.rename(to: blobs.appending(digest))
    return Descriptor(kind: "\(kind).v1+json", digest: digest, size: bytes.count)
  }

  private func put(_ value: some Encodable, at name: String) throws {
    try content.appending(name).write(json(value))
  }

  private func json(_ value: some Encodable) throws -> [UInt8] {
    let encoder = JSONEncoder()
    encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes]
    return Array(try encoder.encode(value))
  }
}

extension ContainerArchive {
  /// A blob as other files name it.
  struct Descriptor: Encodable {
    let mediaType: String
    let digest: String
    let size: Int
    var annotations: [String: String]?

    init(kind: String, digest: String, size: Int) {
      mediaType = "application/vnd.oci.\(kind)"
      self.digest = "sha256:\(digest)"
      self.size = size
    }

    var blob: String { "blobs/sha256/\(digest.dropFirst("sha256:".count))" }

    func named(_ name: String?) -> Descriptor {
      var descriptor = self
      descriptor.annotations = name.map { ["org.opencontainers.image.ref.name": $0] }
      return descriptor
    }
  }

  private struct Index: Encodable {
    var schemaVersion = 2
    var mediaType = "application/vnd.oci.image.index.v1+json"
    let manifests: [Descriptor]
  }

  private struct Manifest: Encodable {
    var schemaVersion = 2
    var mediaType = "application/vnd.oci.image.manifest.v1+json"
    let config: Descriptor
    let layers: [Descriptor]
  }

  private struct Configuration: Encodable {
    var os = "linux"
    let architecture: String
    var config = ["Cmd": ["/bin/sh"]]
    let rootfs: Layers

    struct Layers: Encodable {
      var type = "layers"
      let diffIDs: [String]

      enum CodingKeys: String, CodingKey { case type, diffIDs = "diff_ids" }
    }
  }

  private struct DockerEntry: Encodable {
    let config: String
    let repoTags: [String]
    let layers: [String]

    enum CodingKeys: String, CodingKey {
      case config = "Config", repoTags = "RepoTags", layers = "Layers"
    }
  }
}
