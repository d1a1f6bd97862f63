import ArgumentParser
import ElementModel
import ImageBuilder
import Reporting
import Sandbox
import SystemPackage

struct CheckCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(commandName: "check")
  @OptionGroup var global: GlobalOptions
  @Argument var elements: [String]
  func run() async throws {
    let environment = ProcessEnvironment.current()
    let installation = try Installation(environment)
    let selection = try ElementSelection(elements, environment, installation)
    let resolved = try ElementResolver(selection.tree).resolve(selection.names)
    let request = BuildRequest(
      subject: "try", searchPath: selection.tree.searchPath, environment, installation)
    let store = try LayerStore(at: CacheLocation(environment).layers)
    let progress = ConsoleProgress(isLive: false, style: .plain, verbosity: .verbose)
    let rootfs = try await RootfsBuilder(
      request, store: store, launcher: SandboxLauncher(), progress: progress.sink
    ).build(resolved)
    print(rootfs.layers.count)
  }
}
