import ShellSyntax

/// A program that installs packages, as far as rules need to know it.
struct PackageManager: Sendable {
  /// What makes it install packages.
  let installing: Set<String>
  /// What else makes it ask before it changes the system.
  let removing: Set<String>
  /// The letters and words that answer every question with yes.
  let assumingYes: (letters: String, words: Set<String>)
  /// The option that does so, to be put behind the program's name.
  let yes: String

  static let known: [String: PackageManager] = [
    "apt": apt, "apt-get": apt, "aptitude": apt, "dnf": yum, "microdnf": yum, "yum": yum,
    "zypper": zypper,
  ]

  private static let apt = PackageManager(
    installing: ["build-dep", "dist-upgrade", "full-upgrade", "install", "reinstall", "upgrade"],
    removing: ["autoremove", "purge", "remove"],
    assumingYes: (
      "ys", ["--yes", "--assume-yes", "-qq", "-q=2", "--force-yes", "--simulate", "--dry-run"]
    ), yes: "-y")

  private static let yum = PackageManager(
    installing: [
      "distro-sync", "downgrade", "groupinstall", "install", "localinstall", "reinstall", "swap",
      "update", "upgrade",
    ],
    removing: ["autoremove", "erase", "groupremove", "remove"],
    assumingYes: ("y", ["--assumeyes", "--assumeno"]), yes: "-y")

  private static let zypper = PackageManager(
    installing: ["dup", "dist-upgrade", "in", "install", "patch", "up", "update"],
    removing: ["remove", "rm"],
    assumingYes: ("ny", ["--non-interactive", "--no-confirm", "--dry-run"]),
    yes: "--non-interactive")
}

extension ShellInvocation {
  /// The package manager that it runs, if it is one.
  var packageManager: PackageManager? { PackageManager.known[name] }

  /// The word that says what a package manager shall do.
  func verb(in verbs: Set<String>) -> ShellWord? {
    operands.first { $0.literal.map(verbs.contains) ?? false }
  }

  /// Whether it installs packages, from the network as a rule.
  var installsPackages: Bool {
    if name == "install-packages" {
      return !operands.isEmpty && !hasOption("e") && !hasOption("u") && !hasOption("d")
    }
    return packageManager.map { verb(in: $0.installing) != nil } ?? false
  }

  /// Whether it installs packages of Python's.
  var installsPythonPackages: Bool {
    let words = operands.prefix(3).compactMap(\.literal)
    if name.hasPrefix("pip"), name.dropFirst(3).allSatisfy({ $0.isNumber || $0 == "." }) {
      return words.first == "install"
    }
    return name.hasPrefix("python") && hasOption("m") && words.starts(with: ["pip", "install"])
  }

  /// Whether the option that answers all questions may be given.
  func assumesYes(_ manager: PackageManager) -> Bool {
    hidesOptions
      || arguments.contains { word in
        let text = word.literalPrefix
        if manager.assumingYes.words.contains(text) || text.contains("Assume-Yes") { return true }
        guard text.hasPrefix("-"), !text.hasPrefix("--") else { return false }
        return text.dropFirst().contains { manager.assumingYes.letters.contains($0) }
      }
  }
}
