extension PythonTree {
  /// The characters that a string or bytes literal stands for, as UTF-8.
  package func value(ofString node: PythonNodeID) -> [UInt8] {
    let parts = children(of: node)
    guard parts.isEmpty else { return parts.flatMap { value(ofString: $0) } }
    return StringDecoder(bytes, StringLiteral(bytes, range(of: node))).result
  }

  /// The characters that a string literal stands for.
  package func text(ofString node: PythonNodeID) -> String {
    String(decoding: value(ofString: node), as: UTF8.self)
  }

  /// Where the `elif` stands before a condition that begins at an offset.
  func elifKeyword(before offset: Int) -> Int {
    var index = max(0, offset - 1)
    while index > 0, !bytes[index...].starts(with: "elif".utf8) { index -= 1 }
    return index
  }
}
