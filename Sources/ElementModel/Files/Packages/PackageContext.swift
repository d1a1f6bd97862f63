import Diagnostics

/// What decides which entries of `package-installs` apply.
public struct PackageContext: Sendable {
  /// The architecture of the image, as in `ARCH`.
  public var architecture: String
  /// The environment of `extra-data.d` hooks.
  public var variables: [String: String]

  /// A context for an image of that architecture.
  public init(architecture: String, variables: [String: String] = [:]) {
    self.architecture = architecture
    self.variables = variables
  }

  /// How an element installs its software: `source` or `package`.
  public func installType(of element: ElementName) -> String {
    let suffix = element.rawValue.replacing("-", with: "_")
    return variables["DIB_INSTALLTYPE_\(suffix)"] ?? variables["DIB_DEFAULT_INSTALLTYPE"]
      ?? "source"
  }

  /// Whether an entry applies; what comes after a filter that fails is not looked at.
  func allows(
    _ entry: PackageInstalls.Entry, of element: ElementName
  ) throws(InputError) -> Bool {
    guard entry.installType == nil || entry.installType == installType(of: element) else {
      return false
    }
    guard try allowsArchitecture(entry), allowsPython(entry) else { return false }
    for condition in entry.conditions where try !condition.holds(in: variables) { return false }
    return true
  }

  private func allowsArchitecture(_ entry: PackageInstalls.Entry) throws(InputError) -> Bool {
    if entry.architectures != nil, entry.excludedArchitectures != nil {
      throw InputError(
        "package `\(entry.package)` has both `arch` and `not-arch`", at: entry.location,
        hint: "keep one of them")
    }
    return entry.architectures?.contains(architecture)
      ?? !(entry.excludedArchitectures?.contains(architecture) ?? false)
  }

  private func allowsPython(_ entry: PackageInstalls.Entry) -> Bool {
    entry.pythonVersion == nil || entry.pythonVersion == variables["DIB_PYTHON_VERSION"] ?? ""
  }
}
