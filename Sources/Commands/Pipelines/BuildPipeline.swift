import Diagnostics
import ElementModel
import ImageBuilder
import Sandbox
import SystemPackage

/// From elements to an image.
struct BuildPipeline {
  let request: ImageRequest
  let environment: ProcessEnvironment
  let installation: Installation
  let progress: ProgressSink

  /// Builds the rootfs and writes the image.
  func run() async throws {
    try Capability.root.require()
    let layers = CacheLocation(environment).layers
    let store = try LayerStore(at: layers)
    try store.requireSpace()
    try Capability.requireOverlay(in: layers)
    let selection = try ElementSelection(request.elements, environment, installation)
    let elements = try selection.resolved()
    let launcher = SandboxLauncher()
    let builder = RootfsBuilder(
      build(selection), store: store, launcher: launcher, progress: progress)
    try await builder.withRootfs(of: elements) { rootfs in
      try await store.withWorkspace { scratch in
        try await TarOutput().write(
          rootfs, to: request.file, launcher, scratch: scratch)
      }
    }
  }

  private func build(_ selection: ElementSelection) -> BuildRequest {
    var build = BuildRequest(
      subject: request.imageName.lastComponent?.string ?? "image",
      searchPath: selection.tree.searchPath, environment, installation)
    build.architecture = request.architecture ?? build.architecture
    build.imageName = request.imageName.string
    build.workingDirectory = environment.workingDirectory
    build.installType = request.installType
    build.extraPackages = request.packages
    build.imageCache = request.imageCache ?? build.imageCache
    build.isOffline = request.isOffline
    build.arguments = request.arguments
    if request.trace > 0 { build.variables["DIB_DEBUG_TRACE"] = "\(request.trace)" }
    return build
  }
}
