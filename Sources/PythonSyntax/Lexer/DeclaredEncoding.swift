/// What a file says of its own encoding in a comment on one of its first two lines.
///
/// Python Language Reference, "Encoding declarations". Of what is no UTF-8, each byte is taken for a
/// character: in most other encodings it is one.
struct DeclaredEncoding {
  let isUTF8: Bool

  init(of contents: [UInt8]) {
    guard !contents.starts(with: [0xEF, 0xBB, 0xBF]) else {
      isUTF8 = true
      return
    }
    let first = contents.prefix { $0 != Byte.newline && $0 != Byte.carriageReturn }
    var second = contents[first.endIndex...].dropFirst()
    if second.first == Byte.newline { second = second.dropFirst() }
    second = second.prefix { $0 != Byte.newline && $0 != Byte.carriageReturn }
    let name = encodingName(in: first) ?? (isBlankOrComment(first) ? encodingName(in: second) : nil)
    isUTF8 = name.map { ["utf-8", "utf8", "utf-8-sig", "utf_8"].contains($0) } ?? true
  }
}

/// The name behind `coding:` or `coding=` in a comment line, in lower case.
private func encodingName(in line: ArraySlice<UInt8>) -> String? {
  guard let hash = line.firstIndex(where: { !$0.isBlank }), line[hash] == Byte.hash else {
    return nil
  }
  let keyword = Array("coding".utf8)
  var rest = line[hash...]
  while let start = rest.firstIndex(of: keyword[0]) {
    rest = rest[start...]
    if rest.starts(with: keyword), let name = name(behind: rest.dropFirst(keyword.count)) {
      return name
    }
    rest = rest.dropFirst()
  }
  return nil
}

private func name(behind rest: ArraySlice<UInt8>) -> String? {
  guard rest.first == Byte.colon || rest.first == Byte.equals else { return nil }
  let name = rest.dropFirst().drop(while: { $0.isBlank }).prefix {
    $0 == Byte.minus || $0 == Byte.dot || $0 < 0x80 && $0.continuesName
  }
  return name.isEmpty ? nil : String(decoding: name, as: UTF8.self).lowercased()
}

private func isBlankOrComment(_ line: ArraySlice<UInt8>) -> Bool {
  let text = line.drop(while: { $0.isBlank })
  return text.isEmpty || text.first == Byte.hash
}
