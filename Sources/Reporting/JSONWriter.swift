/// Writes JSON, indented by two spaces or on one line. There is no encoder without Foundation.
struct JSONWriter {
  private let isOnOneLine: Bool
  private(set) var text = ""
  private var depth = 0

  init(onOneLine isOnOneLine: Bool = false) { self.isOnOneLine = isOnOneLine }

  mutating func write(_ value: JSONValue) {
    switch value {
    case .null: text += "null"
    case .bool(let flag): text += flag ? "true" : "false"
    case .integer(let number): text += String(number)
    case .number(let digits): text += digits
    case .string(let string): writeString(string)
    case .array(let items): writeList("[", "]", items) { $0.write($1) }
    case .object(let members): writeList("{", "}", members) { $0.writeMember($1) }
    }
  }

  private mutating func writeMember(_ member: JSONValue.Member) {
    writeString(member.key)
    text += ": "
    write(member.value)
  }

  private mutating func writeList<Item>(
    _ open: String, _ close: String, _ items: [Item], _ writeItem: (inout Self, Item) -> Void
  ) {
    text += open
    depth += 1
    for (index, item) in items.enumerated() {
      if index > 0 { text += "," }
      startLine(isFirst: index == 0)
      writeItem(&self, item)
    }
    depth -= 1
    if !items.isEmpty { startLine(isFirst: true) }
    text += close
  }

  private mutating func startLine(isFirst: Bool) {
    if isOnOneLine {
      text += isFirst ? "" : " "
    } else {
      text += "\n" + String(repeating: "  ", count: depth)
    }
  }

  private mutating func writeString(_ string: String) {
    text += "\""
    for scalar in string.unicodeScalars { writeEscaped(scalar) }
    text += "\""
  }

  private mutating func writeEscaped(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\"": text += "\\\""
    case "\\": text += "\\\\"
    case "\n": text += "\\n"
    case "\r": text += "\\r"
    case "\t": text += "\\t"
    case "\0"..<" ", "\u{7f}": text += "\\u00" + hexPair(scalar)
    // JavaScript's older readers take these two for line ends.
    case "\u{2028}", "\u{2029}": text += "\\u" + String(scalar.value, radix: 16)
    default: text.unicodeScalars.append(scalar)
    }
  }

  private func hexPair(_ scalar: Unicode.Scalar) -> String {
    (scalar.value < 16 ? "0" : "") + String(scalar.value, radix: 16)
  }
}
