/// The identifiers of a script, found without knowing its language.
enum Identifiers {
  /// Calls `body` with each identifier of `text`, the byte before it and what follows it.
  static func each(in text: [UInt8], _ body: (String, UInt8?, ArraySlice<UInt8>) -> Void) {
    var start: Int?
    for index in 0...text.count {
      let byte = index < text.count ? text[index] : nil
      if let byte, isPart(byte) {
        start = start ?? index
      } else if let begin = start {
        let before = begin > 0 ? text[begin - 1] : nil
        body(String(decoding: text[begin..<index], as: UTF8.self), before, text[index...])
        start = nil
      }
    }
  }

  /// The names before a `=`, `:=` or `+=`, and the words behind commands that set or unset variables: all
  /// that the script assigns, and perhaps some more.
  static func assigned(in text: [UInt8]) -> [String] {
    var names: [String] = []
    var isSetting = false
    each(in: text) { name, before, rest in
      if setters.contains(name) {
        isSetting = true
      } else if ["=", ":=", "+="].contains(where: { rest.starts(with: $0.utf8) }) {
        names.append(name)
      } else if isSetting, before == UInt8(ascii: " ") {
        names.append(name)
      }
      if endsCommand(rest.prefix { !isPart($0) }) { isSetting = false }
    }
    return names
  }

  private static let setters: Set<String> = [
    "declare", "export", "getopts", "local", "mapfile", "read", "readarray", "readonly", "typeset",
    "unset",
  ]

  /// Whether what lies between two identifiers separates two commands.
  private static func endsCommand(_ gap: ArraySlice<UInt8>) -> Bool {
    !gap.contains(UInt8(ascii: "\\"))
      && gap.contains { $0 == UInt8(ascii: "\n") || $0 == UInt8(ascii: ";") }
  }

  private static func isPart(_ byte: UInt8) -> Bool {
    switch byte {
    case UInt8(ascii: "A")...UInt8(ascii: "Z"), UInt8(ascii: "a")...UInt8(ascii: "z"),
      UInt8(ascii: "0")...UInt8(ascii: "9"), UInt8(ascii: "_"):
      true
    default: false
    }
  }
}
