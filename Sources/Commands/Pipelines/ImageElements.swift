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
    let selection = try selection(environment, installation)
    tell("elements asked for", selection.names)
    let resolved = try resolved(selection, environment, installation)
    tell("with all that they need", resolved.1.elements.map(\.name))
    return resolved
  }

  private func tell(_ title: String, _ names: [ElementName]) {
    let names = names.map(\.rawValue).joined(separator: " ")
    progress.send("image", .note("\(title): \(names)"))
  }

  /// - Throws: What is wrong with the names, all of it.
  private func selection(
    _ environment: ProcessEnvironment, _ installation: Installation
  ) throws -> ElementSelection {
    do { return try ElementSelection(names, environment, installation) } catch {
      var problems = ProblemCollector()
      for name in names {
        _ = problems.check { try ElementSelection([name], environment, installation) }
      }
      try problems.throwAny()
      throw error
    }
  }

  private func resolved(
    _ selection: ElementSelection, _ environment: ProcessEnvironment, _ installation: Installation
  ) throws -> (ElementSelection, ResolvedElements) {
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
