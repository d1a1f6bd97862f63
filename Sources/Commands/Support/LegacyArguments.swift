import Diagnostics

/// The command line of `disk-image-create`, by the rules of GNU getopt (dib-contract section 1.2):
/// options and elements in any order, long options shortened as long as they are unambiguous, values
/// glued to short options.
///
/// Puts each option in full and each value in a word of its own, elements last, which is what the
/// argument parser understands.
struct LegacyArguments {
  /// An option as its users know it.
  struct Option {
    /// `image-size`, or `a`.
    let name: String
    let takesValue: Bool
  }

  private let options: [Option]
  private var words: [String] = []
  private var elements: [String] = []
  /// The options that are given, in full, each as often as it is.
  private(set) var optionNames: [String] = []

  /// The words for the argument parser.
  var normalized: [String] { words + ["--"] + elements }

  /// Reads `arguments`, without the program's name.
  ///
  /// - Throws: `InputError` for an option that there is not, is ambiguous or lacks its value.
  init(_ arguments: [String], _ options: [Option] = Self.all) throws(InputError) {
    self.options = options
    var rest = arguments[...]
    while let word = rest.popFirst() {
      if word == "--" {
        elements += rest
        return
      }
      if word.hasPrefix("--") {
        try readLong(word.dropFirst(2), &rest)
      } else if word.hasPrefix("-"), word != "-" {
        try readShort(word.dropFirst(), &rest)
      } else {
        elements.append(word)
      }
    }
  }

  private mutating func readLong(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(InputError) {
    let parts = word.split(separator: "=", maxSplits: 1, omittingEmptySubsequences: false)
    let option = try option(called: String(parts[0]))
    append("--\(option.name)")
    if parts.count == 2, !option.takesValue {
      throw InputError("`--\(option.name)` takes no value", hint: "leave out `=\(parts[1])`")
    }
    guard option.takesValue else { return }
    words.append(
      try parts.count == 2 ? String(parts[1]) : value(of: "--\(option.name)", &rest))
  }

  private func option(called name: String) throws(InputError) -> Option {
    let long = options.filter { $0.name.count > 1 }
    if let exact = long.first(where: { $0.name == name }) { return exact }
    let candidates = long.filter { $0.name.hasPrefix(name) }
    if candidates.count == 1 { return candidates[0] }
    guard candidates.isEmpty else {
      let names = candidates.map { "`--\($0.name)`" }.sorted().joined(separator: ", ")
      throw InputError("`--\(name)` is ambiguous", hint: "write one of \(names)")
    }
    let closest = closestName(to: name, among: long.map(\.name))
    throw InputError(
      "there is no option `--\(name)`",
      hint: closest.map { "did you mean `--\($0)`?" } ?? "see `disk-image-create --help`")
  }

  private mutating func readShort(
    _ word: Substring, _ rest: inout ArraySlice<String>
  ) throws(InputError) {
    var letters = word
    while let letter = letters.popFirst() {
      guard let option = options.first(where: { $0.name == String(letter) }) else {
        throw InputError(
          "there is no option `-\(letter)`", hint: "see `disk-image-create --help`")
      }
      append("-\(letter)")
      guard option.takesValue else { continue }
      words.append(try letters.isEmpty ? value(of: "-\(letter)", &rest) : String(letters))
      return
    }
  }

  private mutating func append(_ option: String) {
    words.append(option)
    optionNames.append(option)
  }

  private func value(
    of option: String, _ rest: inout ArraySlice<String>
  ) throws(InputError) -> String {
    guard let value = rest.popFirst() else {
      throw InputError("`\(option)` needs a value", hint: "write one behind it")
    }
    return value
  }
}

extension LegacyArguments {
  /// Every option of `disk-image-create` that `BuildCommand` has.
  static let all: [Option] =
    ["a", "o", "t", "p"].map { Option(name: $0, takesValue: true) }
    + ["c", "h", "n", "u", "x"].map { Option(name: $0, takesValue: false) }
    + [
      "docker-target", "image-cache", "image-extra-size", "image-size", "install-type", "isolation",
      "logfile",
      "max-online-resize", "min-tmpfs", "mkfs-journal-size", "mkfs-options",
      "qemu-img-options", "ramdisk-element", "root-label",
    ].map { Option(name: $0, takesValue: true) }
    + ["checksum", "help", "no-tmpfs", "offline", "version"].map {
      Option(name: $0, takesValue: false)
    }
}
