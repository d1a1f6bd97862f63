import ElementModel
import SystemPackage

extension LintedScript {
  /// The phase that runs it, unless it is a helper beside the hooks, which the hook runner skips by its
  /// name and which may be meant for any other place.
  var hookPhase: HookPhase? { RunParts.accepts(file.name) ? phase : nil }

  /// Whether a build runs it with the image as `/`; nil where that cannot be told, as for programs in
  /// `bin`, which both sides run.
  var runsInChroot: Bool? { hookPhase?.runsInChroot }

  /// Whether a phase of the build runs it inside the image.
  var isInChroot: Bool { runsInChroot == true }

  /// Whether a phase of the build runs it on the host.
  var isOnHost: Bool { runsInChroot == false }

  /// Whether the running system runs it again and again, to configure itself.
  var isRuntimeConfiguration: Bool {
    file.relativePath.components.contains { $0.string == "os-refresh-config" }
  }
}
