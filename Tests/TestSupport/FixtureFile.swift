/// A file of a test's temporary tree; a plain string is a regular file with mode 0644.
package enum FixtureFile: Sendable {
  case file([UInt8], mode: UInt32)
  case symlink(String)
  case directory

  /// A text file that can be executed.
  package static func executable(_ text: String = "#!/bin/bash\n") -> FixtureFile {
    .file(Array(text.utf8), mode: 0o755)
  }

  /// A hook with these commands.
  package static func script(_ commands: String) -> FixtureFile {
    .executable("#!/bin/bash\nset -eu -o pipefail\n\(commands)\n")
  }

  /// A text file with the given permissions.
  package static func text(_ text: String, mode: UInt32 = 0o644) -> FixtureFile {
    .file(Array(text.utf8), mode: mode)
  }

  /// A file of any bytes.
  package static func bytes(_ bytes: [UInt8]) -> FixtureFile { .file(bytes, mode: 0o644) }
}

extension FixtureFile: ExpressibleByStringInterpolation {
  package init(stringLiteral value: String) { self = .text(value) }
}
