import Diagnostics
import ElementModel

/// The elements of an image, an operating system among them.
struct ImageElements {
  private let names: [String]
  private let progress: ProgressSink

  init(_ names: [String], _ progress: ProgressSink) {
    self.names = names
    self.progress = progress
  }

  /// Resolves the elements; where none brings an operating system, the default one does, and the
  /// user is told.
  func resolved(
    _ environment: ProcessEnvironment, _ installation: Installation
  ) throws -> (ElementSelection, ResolvedElements) {
    let selection = try ElementSelection(names, environment, installation)
    do {
      return (selection, try ElementResolver(selection.tree).resolve(selection.names))
    } catch .noOperatingSystem {
      progress.send(
        "image",
        .warning("no element is an operating system; taking `\(LegacyEnvironment.defaultSystem)`"))
      let all = try ElementSelection(
        names + [LegacyEnvironment.defaultSystem], environment, installation)
      return (all, try all.resolved())
    } catch {
      throw error.inputError
    }
  }
}
