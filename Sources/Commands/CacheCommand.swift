import ArgumentParser
import ImageBuilder
import Reporting

/// `tie-check cache`: the layers that builds share.
struct CacheCommand: AsyncParsableCommand {
  static let configuration = CommandConfiguration(
    commandName: "cache", abstract: "List or remove the layers that builds share.",
    subcommands: [List.self, Collect.self, Clear.self], defaultSubcommand: List.self)

  /// `tie-check cache ls`.
  struct List: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "ls", abstract: "List the layers, the most recently used first.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      let store = try CacheCommand.store()
      try OutputDescriptor.standardOutput.write(LayerTable(store.listing()).text)
    }
  }

  /// `tie-check cache gc`.
  struct Collect: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "gc",
      abstract: "Remove layers that nobody used lately, and what is damaged or left over.")

    @OptionGroup var global: GlobalOptions

    @Option(help: "Keep layers used within this many days.")
    var days = 14

    func validate() throws {
      guard (0...36_500).contains(days) else {
        throw ValidationError("--days takes a number from 0 to 36500")
      }
    }

    func run() async throws {
      try await CacheCommand.collect(unusedFor: .seconds(days * 86_400))
    }
  }

  /// `tie-check cache clear`.
  struct Clear: AsyncParsableCommand {
    static let configuration = CommandConfiguration(
      commandName: "clear", abstract: "Remove all layers; downloads are kept.")

    @OptionGroup var global: GlobalOptions

    func run() async throws {
      try await CacheCommand.collect(unusedFor: .seconds(-1))
    }
  }

  private static func store() throws -> LayerStore {
    try LayerStore(at: CacheLocation(ProcessEnvironment.current()).layers)
  }

  /// Removes layers while no build uses any.
  private static func collect(unusedFor age: Duration) async throws {
    let store = try store()
    guard let removed = try store.collect(unusedFor: age) else {
      throw StoreProblem.inUse(store.root)
    }
    try OutputDescriptor.standardOutput.write(
      "removed \(removed.layers) layers, \(ByteCount(removed.bytes))\n")
  }
}
