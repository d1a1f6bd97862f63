import Diagnostics

/// Something in an element's file that the build tool takes differently from what was meant, or
/// cannot take at all.
public struct FormatProblem: Hashable, Sendable {
  /// What is wrong; one kind for each lint rule.
  public let kind: Kind
  /// The offending text.
  public let location: SourceLocation
  /// One lower-case clause without a full stop, names in backquotes.
  public let message: String
  /// The next step, as an imperative.
  public let hint: String
  /// Related places.
  public let notes: [Finding.Note]
  /// A repair that keeps all else as it is.
  public let fix: Finding.Fix?

  /// A problem; most have neither notes nor a repair.
  public init(
    _ kind: Kind, _ message: String, at location: SourceLocation, hint: String,
    notes: [Finding.Note] = [], fix: Finding.Fix? = nil
  ) {
    self.kind = kind
    self.location = location
    self.message = message
    self.hint = hint
    self.notes = notes
    self.fix = fix
  }

  /// The same, as an error of the user's input.
  public var inputError: InputError { InputError(message, at: location, hint: hint) }
}

extension FormatProblem {
  /// What can be wrong with the files of an element.
  public enum Kind: String, Sendable, Codable, CaseIterable {
    /// `package-installs` or `pkg-map` cannot be parsed or is no mapping.
    case unreadablePackageFile
    /// A property that does not exist, or has the wrong type.
    case invalidProperty
    /// A phase in which packages are never installed.
    case invalidPhase
    /// `arch` and `not-arch` in one entry.
    case archWithNotArch
    /// A blank beside a comma, which the reference implementation takes for a part of the name.
    case blankInArchList
    /// A name of an architecture that builds do not use by themselves.
    case foreignArchName
    /// A condition that is no comparison.
    case malformedCondition
    /// `uninstall: false` and the like, which mean the opposite.
    case falseFlag
    /// A key that stands twice in a YAML mapping.
    case duplicateYAMLKey
    /// A distribution or family that does not exist.
    case unknownDistribution
    /// A level of `pkg-map` that does not exist, or one that is missing.
    case invalidMapLevel
    /// A key that stands twice in a JSON mapping.
    case duplicateJSONKey
    /// Both `package-installs.yaml` and `package-installs.json`.
    case twoPackageFiles
    /// A `package-installs` file without any value.
    case emptyPackageFile
    /// `svc-map` cannot be parsed or is no mapping.
    case unreadableServiceMap
    /// A key of a service that is no distribution, family or `default`.
    case unknownServiceMapKey
    /// A row of `source-repository-*` that is not understood.
    case malformedRepositoryRow
    /// A type of repository that does not exist.
    case unknownRepositoryType
    /// No newline at the end, by which the last row is lost.
    case missingFinalNewline
    /// A location that anyone on the way can change.
    case insecureLocation
    /// A git repository without a fixed version.
    case unpinnedReference
    /// A tarball without the part to take from it.
    case tarWithoutReference
    /// `block-device-*.yaml` breaks the schema.
    case invalidBlockDevice
  }

  /// Whether the reference implementation ends, by a message or a crash, when it reads the file.
  public var stopsBuild: Bool {
    switch kind {
    case .unreadablePackageFile, .unreadableServiceMap, .malformedRepositoryRow,
      .unknownRepositoryType:
      true
    default: false
    }
  }
}
