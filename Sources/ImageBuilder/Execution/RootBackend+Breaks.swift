import ElementModel
import Glibc
import Sandbox

extension RootBackend {
  /// Runs the user's command, or a shell, where the next hook would run.
  ///
  /// With a terminal, the shell gets it. Without one, what it prints goes where hooks' output goes, and
  /// bash reads commands from standard input as far as there are any.
  func stop(_ stop: BreakStop, _ bindings: Bindings) async throws -> Effects {
    let build = try OpenBuild(bindings, store)
    try bindings.makeHookTree(in: build.workspace)
    var spec = stop.runsInChroot ? target(stop.phase, build) : host(stop.phase, build)
    spec.arguments = ["bash"] + (stop.command.map { ["-c", $0] } ?? [])
    spec.standardInput = .inherited
    if isatty(STDIN_FILENO) == 1 { spec.streams = .inherited }
    let tell = { (text: String) in output("break", OutputLine(.error, text)) }
    tell("stopped at \(stop.title), \(stop.runsInChroot ? "in the image" : "on the host")")
    tell("running \(stop.command ?? "bash; leave it with `exit`")")
    let result = try await launcher.run(spec) { output("break", $0) }
    if result.termination == .cancelled { throw CancellationError() }
    tell("\(stop.title) is over; the build \(stop.moment == .error ? "ends" : "goes on")")
    return Effects(mounts: bindings.mounts)
  }
}
