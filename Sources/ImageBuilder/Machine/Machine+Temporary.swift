import SystemPackage

extension Machine {
  /// Commands that let hooks make temporary files, which never reach the host: what the host has there
  /// is seen below them, and where the machine may write on the host it still does.
  static func temporaryFiles(keeping writable: [FilePath]) -> String {
    temporaryDirectories.enumerated().flatMap { index, directory in
      let (base, path) = ("/run/temporary/\(index)", ShellText.quoted(directory.string))
      let kept = writable.filter { $0.starts(with: directory) }.map(\.string).sorted()
      return [
        "mkdir -p \(base)/host \(base)/upper \(base)/work && chmod 1777 \(base)/upper",
        "mount --bind \(path) \(base)/host",
        "mount -t overlay -o lowerdir=\(base)/host,upperdir=\(base)/upper,workdir=\(base)/work overlay \(path)",
      ]
        + kept.map { file in
          let source = ShellText.quoted("\(base)/host" + file.dropFirst(directory.string.count))
          return "mount --bind \(source) \(ShellText.quoted(file))"
        }
    }.joined(separator: "\n")
  }

  private static let temporaryDirectories: [FilePath] = ["/tmp", "/var/tmp"]
}
