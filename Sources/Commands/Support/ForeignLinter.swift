import ArgumentParser
import Diagnostics
import ElementLint

/// A linter of others that takes part when it is asked for.
package enum ForeignLinter: String, ExpressibleByArgument, CaseIterable, Sendable {
  case shellcheck

  /// What finds things in scripts.
  var linter: Linter.ShellLinter {
    switch self {
    case .shellcheck: { try await Shellcheck().findings(in: $0) }
    }
  }
}
