import Diagnostics
import ElementModel

/// Which executables of a phase directory are run (dib-contract section 6).
public struct HookNames: Sendable, Codable {
  /// A regular expression for the whole name; nil: letters, digits, `_` and `-`.
  private let pattern: String?

  /// The names without an expression of the user's.
  public init() { pattern = nil }

  /// The names that the caller's `RUN_PARTS_REGEX` stands for.
  public init(variables: [String: String]) throws(InputError) {
    pattern = variables["RUN_PARTS_REGEX"].flatMap { $0.isEmpty ? nil : $0 }
    guard let pattern, (try? Regex(pattern)) == nil else { return }
    throw InputError(
      "`RUN_PARTS_REGEX` is `\(pattern)`, which is no regular expression", hint: "unset it")
  }

  /// Those of `names` that are run.
  func accepted(_ names: some Sequence<String>) -> [String] {
    guard let pattern, let expression = try? Regex(pattern) else {
      return names.filter { RunParts.accepts($0) }
    }
    return names.filter { $0.wholeMatch(of: expression) != nil }
  }
}
