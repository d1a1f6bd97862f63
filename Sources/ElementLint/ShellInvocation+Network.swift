import ShellSyntax

extension ShellInvocation {
  /// Whether it fetches files or repositories with a program that does nothing else.
  var isDownload: Bool {
    switch name {
    case "curl", "wget": !operands.isEmpty && !isUpload && !operands.allSatisfy(\.isLocal)
    case "git":
      ["clone", "fetch", "ls-remote", "pull"].contains(verb)
        && operands.dropFirst().first?.isLocal != true
    default: false
    }
  }

  /// Whether it sends something, or looks whether something is there, rather than fetching it.
  private var isUpload: Bool {
    hasOption(
      "T", "--upload-file", "--data", "--data-binary", "--data-raw", "--post-data", "--request")
      || name == "curl" && (has("-X") || has("-d") || has("/dev/null"))
  }

  /// Whether it needs the network: for files, repositories or packages.
  var needsNetwork: Bool {
    isDownload || installsPackages || installsPythonPackages
      || packageManager != nil && ["makecache", "ref", "refresh", "update"].contains(verb)
  }

  /// The programs that may need it.
  static let networkPrograms: [String] =
    ["curl", "git", "install-packages", "pip", "pip2", "pip3", "python", "python3", "wget"]
    + PackageManager.known.keys.sorted()

  /// Whether one of the commands to which a pipe carries its output `isWanted`.
  func feeds(_ isWanted: (ShellCommand) -> Bool) -> Bool {
    guard let place = command.context.pipeline else { return false }
    return place.commands.dropFirst(place.position + 1).contains { $0.map(isWanted) ?? false }
  }
}

extension ShellWord {
  /// Whether it names something of this machine or of the hypervisor below it.
  var isLocal: Bool {
    let text = text.drop { $0 == "\"" || $0 == "'" }
    return Self.localStarts.contains { text.hasPrefix($0) }
  }

  private static let localStarts = [
    "file:", "/", ".", "http://localhost", "http://127.", "http://[::1]", "http://169.254.",
    "https://localhost", "https://127.",
  ]
}
