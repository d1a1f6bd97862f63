/// What the `[Install]` sections of a unit file and its drop-ins say.
struct InstallSection: Equatable {
  private(set) var aliases: Set<String> = []
  private(set) var defaultInstance: String?
  /// Whether another unit would pull it in once it is enabled.
  private(set) var hasRules = false
  private(set) var hasAlso = false

  /// Adds the settings of one file.
  mutating func read(_ bytes: [UInt8]) {
    var isInstall = false
    for line in String(decoding: bytes, as: UTF8.self).lines(omittingLastEmpty: true) {
      let line = String(line).trimmingBlanks()
      if line.hasPrefix("[") {
        isInstall = line == "[Install]"
      } else if isInstall, !line.hasPrefix("#"), !line.hasPrefix(";") {
        readSetting(line)
      }
    }
  }

  private mutating func readSetting(_ line: String) {
    let parts = line.split(separator: "=", maxSplits: 1).map { String($0).trimmingBlanks() }
    guard parts.count == 2, !parts[1].isEmpty else { return }
    switch parts[0] {
    case "Alias":
      aliases.formUnion(parts[1].split(separator: " ").map(String.init))
      hasRules = true
    case "WantedBy", "RequiredBy", "UpheldBy": hasRules = true
    case "Also": hasAlso = true
    case "DefaultInstance": defaultInstance = parts[1]
    default: break
    }
  }
}
