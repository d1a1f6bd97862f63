/// The identifiers in some texts: which environment variables a script can depend on.
///
/// A name that ends in `_` counts as a prefix, since scripts put names together
/// (`"DIB_INSTALLTYPE_" + element`, `${!DIB_PIP_MANIFEST_*}`).
package struct MentionedNames: Sendable {
  private var names: Set<String> = []
  private var prefixes: Set<String> = []

  /// No names.
  package init() {}

  /// Whether a script with these texts can depend on the variable `name`.
  package func mention(_ name: String) -> Bool {
    names.contains(name) || prefixes.contains { name.hasPrefix($0) }
  }

  /// The variables to record, sorted: those of `known` that are mentioned, and the mentioned names
  /// that look like settings, so that setting one later shows. `PREFIX_*` stands for all variables
  /// that begin so.
  package func variables(among known: some Sequence<String>) -> [String] {
    let settings = names.filter { Self.looksLikeSetting($0) && !Self.isTechnical($0) }
    let set = known.filter { names.contains($0) && !Self.isTechnical($0) }
    return settings.union(set).union(prefixes.map { $0 + "*" }).sorted()
  }

  /// `DIB_RELEASE`, `http_proxy`: a name of the kind that callers export.
  private static func looksLikeSetting(_ name: String) -> Bool {
    if name.hasSuffix("_proxy") { return true }
    return name.contains("_") && !name.hasSuffix("_")
      && name.utf8.allSatisfy { !(UInt8(ascii: "a")...UInt8(ascii: "z")).contains($0) }
  }

  /// Whether the variable says where and how the program was started, not what to build.
  private static func isTechnical(_ name: String) -> Bool {
    [
      "DIB_NO_TIMESTAMP", "DIB_QUIET", "HOME", "HOSTNAME", "LANG", "LOGNAME", "MAIL", "OLDPWD",
      "PATH", "PS4", "PWD", "SHELL",
      "SHLVL", "SUDO_COMMAND", "TERM", "TMPDIR", "TMP_DIR", "USER", "_", "_LIB",
      "break", "break_cmd", "break_outside_target",
    ].contains(name)
  }

  /// Adds the identifiers of `text`.
  package mutating func add(_ text: [UInt8]) {
    Identifiers.each(in: text) { name, _, _ in insert(name) }
  }

  /// Adds the variables that `text` expands: `$name`, `${name…}`, `${!name}`.
  package mutating func addExpansions(of text: [UInt8]) {
    let marks = Array("${!".utf8)
    Identifiers.each(in: text) { name, before, _ in
      if let before, marks.contains(before) { insert(name) }
    }
  }

  private mutating func insert(_ name: String) {
    // `${!PREFIX*}` and composed names; a single letter would match nearly everything.
    if name.hasSuffix("_"), name.utf8.count > 3 { prefixes.insert(name) }
    names.insert(name)
  }
}
