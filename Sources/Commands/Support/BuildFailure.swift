import Diagnostics
import ElementModel
import ImageBuilder
import SystemPackage

extension HookFailure {
  /// The hook's file, and the line in it that bash names.
  var place: SourceLocation? {
    file.map { SourceLocation($0, line.map { SourcePosition(line: $0) }) }
  }

  /// One clause that names the hook, its element and how it ended.
  var clause: String {
    "`\(phase.rawValue)/\(hook)`\(element.map { " of `\($0)`" } ?? "") \(ending)"
  }
}

extension BuildError {
  /// The failure for people who build images, with the place and the next step; `log` is the file
  /// that has what was printed, if there is one.
  func text(log: FilePath?) -> String {
    guard case .hookFailed(let hook) = self else { return description }
    let look = "look around with `break=after-error`"
    let hint = log.map { "see `\($0)`, or \(look)" } ?? look
    return InputError(hook.clause, at: hook.place, hint: hint).description
  }
}
