import ElementModel
import SystemPackage

extension ResolvedElements {
  /// What the operating-system element sets `DISTRO_NAME` to in its `environment.d`, read and not
  /// run; nil when it does not say so in plain words.
  var distribution: String? {
    for element in elements {
      for file in element.entries(in: "environment.d") where file.isRegular {
        guard let bytes = try? file.contents() else { continue }
        let text = String(decoding: bytes, as: UTF8.self)
        if let match = text.firstMatch(of: Self.assignment) { return String(match.output.1) }
      }
    }
    return nil
  }

  private static var assignment: Regex<(Substring, Substring)> {
    /DISTRO_NAME=["']?(?:\$\{DISTRO_NAME:?-)?["']?([A-Za-z0-9-]+)/
  }
}
