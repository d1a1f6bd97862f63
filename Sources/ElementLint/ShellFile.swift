import ElementModel
public import SystemPackage

/// A shell script of an element, for other linters.
public struct ShellFile: Sendable, Hashable {
  /// The script.
  public let path: FilePath
  /// The shell that runs or sources it, such as `bash`.
  public let shell: String
}

extension LintedTree {
  /// The shell scripts in the scope.
  func shellFiles(in scope: LintScope) -> [ShellFile] {
    (elements + testElements).filter { scope.reaches(into: $0.element.path) }
      .flatMap(\.scripts).map(\.file)
      .filter { scope.includes($0.file.path) }
      .map { ShellFile(path: $0.file.path, shell: $0.shell) }
  }
}

extension LintedFile {
  /// The shell, as shellcheck knows it: what is sourced by hooks is Bash's.
  fileprivate var shell: String {
    guard role != .environment, let program = shebang?.program else { return "bash" }
    return ["dash", "ksh", "sh"].contains(program) ? program : program == "bash" ? "bash" : "sh"
  }
}
