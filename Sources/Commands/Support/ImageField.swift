/// A key of an image in a file, in the order in which options are put (dib-contract section 2.1).
struct ImageField: Sendable {
  let key: String
  let kind: Kind
  let words: @Sendable (ImageValue) -> [String]

  /// What a key takes.
  enum Kind: Sendable, Equatable {
    /// One of `choices`, or any where that is empty.
    case text(choices: [String] = [])
    case flag
    case number(ClosedRange<Int>)
    case list(choices: [String] = [])
    case map
  }

  /// An option with one value; none for an empty text.
  private static func option(_ key: String, _ kind: Kind, as name: String? = nil) -> ImageField {
    ImageField(key: key, kind: kind) { value in
      value.text.isEmpty ? [] : [name ?? "--\(key)", value.text]
    }
  }

  private static func flag(_ key: String, as name: String? = nil) -> ImageField {
    ImageField(key: key, kind: .flag) { $0 == .flag(true) ? [name ?? "--\(key)"] : [] }
  }

  private static let some = Kind.number(1...Int.max)

  /// All keys; `ramdisk` chooses the command and `environment` is no option.
  static let all: [ImageField] = [
    option("imagename", .text(), as: "-o"),
    option("arch", .text(choices: architectures), as: "-a"),
    option("types", .list(choices: types), as: "-t"),
    ImageField(key: "environment", kind: .map) { _ in [] },
    ImageField(key: "ramdisk", kind: .flag) { _ in [] },
    ImageField(key: "debug-trace", kind: .number(0...2)) {
      Array(repeating: "-x", count: $0.number)
    },
    flag("uncompressed", as: "-u"), flag("clear", as: "-c"), option("logfile", .text()),
    flag("checksum"), option("image-size", some), option("image-extra-size", some),
    option("image-cache", .text()), option("max-online-resize", some), option("min-tmpfs", some),
    option("mkfs-journal-size", some), option("mkfs-options", .text()), flag("no-tmpfs"),
    flag("offline"), option("qemu-img-options", .map), option("root-label", .text()),
    option("ramdisk-element", .text()),
    option("install-type", .text(choices: ["source", "package"])),
    option("docker-target", .text()), option("packages", .list(), as: "-p"),
    flag("skip-base", as: "-n"),
    ImageField(key: "elements", kind: .list()) { $0.list },
  ]

  private static let architectures = [
    "aarch64", "amd64", "arm64", "armhf", "powerpc", "ppc64", "ppc64el", "ppc64le", "s390x",
    "x86_64",
  ]
  private static let types = ["qcow2", "tar", "tgz", "squashfs", "vhd", "docker", "aci", "raw"]
}

extension ImageField.Kind: CustomStringConvertible {
  /// What to write, for messages: "true or false", "a list of texts".
  var description: String {
    switch self {
    case .text(let choices): choices.isEmpty ? "a text" : "one of \(Self.names(choices))"
    case .flag: "true or false"
    case .number(let range):
      range.upperBound == .max
        ? "a whole number, \(range.lowerBound) or more"
        : "a whole number from \(range.lowerBound) to \(range.upperBound)"
    case .list(let choices):
      choices.isEmpty ? "a list of texts" : "a list of any of \(Self.names(choices))"
    case .map: "a mapping of texts to texts"
    }
  }

  private static func names(_ choices: [String]) -> String { choices.joined(separator: ", ") }
}

/// The value of a key.
enum ImageValue: Sendable, Equatable {
  case text(String)
  case flag(Bool)
  case number(Int)
  case list([String])
  /// In the order of the text.
  case map([Pair])

  /// One entry of a mapping.
  struct Pair: Sendable, Equatable {
    let name: String
    var value: String
  }

  /// As an option takes it.
  var text: String {
    switch self {
    case .text(let text): text
    case .flag(let flag): "\(flag)"
    case .number(let number): "\(number)"
    case .list(let items): items.joined(separator: ",")
    case .map(let pairs): pairs.map { "\($0.name)=\($0.value)" }.joined(separator: ",")
    }
  }

  var number: Int { if case .number(let number) = self { number } else { 0 } }

  var list: [String] { if case .list(let items) = self { items } else { [] } }

  var pairs: [Pair] { if case .map(let pairs) = self { pairs } else { [] } }

  /// This value with a later one: lists grow, mappings are updated, others are replaced.
  func merged(with later: ImageValue) -> ImageValue {
    switch (self, later) {
    case (.list(let first), .list(let second)): .list(first + second)
    case (.map(let first), .map(let second)):
      .map(
        second.reduce(into: first) { pairs, pair in
          if let index = pairs.firstIndex(where: { $0.name == pair.name }) {
            pairs[index].value = pair.value
          } else {
            pairs.append(pair)
          }
        })
    default: later
    }
  }
}
