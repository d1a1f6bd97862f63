/// The fields of a parameter expansion, read from its text.
struct ParameterFields {
  private(set) var isBraced = false
  private(set) var name: Range<Int>
  private(set) var index: Range<Int>?
  private(set) var operation = ParameterExpansion.Operation.value
  private(set) var argumentStart: Int
  private let bytes: ArraySlice<UInt8>
  private var place: Int

  /// The fields of `$name` or `${…}`, the closing brace included.
  init(_ bytes: ArraySlice<UInt8>) {
    self.bytes = bytes
    place = bytes.startIndex + 1
    name = place..<bytes.endIndex
    argumentStart = bytes.endIndex
    guard bytes.dropFirst().first == Byte.leftBrace else { return }
    isBraced = true
    place += 1
    readBraced()
  }

  private mutating func readBraced() {
    let prefix = readPrefix()
    name = readName()
    if current == Byte.leftBracket { readIndex() }
    operation = readOperation()
    argumentStart = place
    if operation == .value, let prefix { operation = prefix }
  }

  /// `#` for the length and `!` for indirection, unless they are the parameter itself.
  private mutating func readPrefix() -> ParameterExpansion.Operation? {
    guard let byte = current, byte == Byte.hash || byte == Byte.bang, place + 1 < bytes.endIndex
    else { return nil }
    let next = bytes[place + 1]
    let isParameter = next.continuesName || next.isSpecialParameter
    guard isParameter, !(byte == Byte.hash && isOperator(at: place + 1)) else { return nil }
    place += 1
    return byte == Byte.hash ? .length : .indirection
  }

  /// `${#-…}` and `${#?…}` are operators applied to `$#`, `${#-}` is the length of `$-`.
  private func isOperator(at offset: Int) -> Bool {
    !bytes[offset].continuesName && offset + 2 < bytes.endIndex
      && bytes[offset + 1] != Byte.rightBrace
  }

  private mutating func readName() -> Range<Int> {
    let start = place
    if let byte = current, byte.isSpecialParameter {
      place += 1
    } else {
      let onlyDigits = current?.isDigit ?? false
      while let byte = current, onlyDigits ? byte.isDigit : byte.continuesName { place += 1 }
    }
    return start..<place
  }

  private mutating func readIndex() {
    let start = place + 1
    var depth = 0
    repeat {
      if current == Byte.leftBracket { depth += 1 }
      if current == Byte.rightBracket { depth -= 1 }
      place += 1
    } while depth > 0 && place < bytes.endIndex - 1
    index = start..<max(start, place - 1)
  }

  private mutating func readOperation() -> ParameterExpansion.Operation {
    guard let byte = current, place < bytes.endIndex - 1 else { return .value }
    place += 1
    switch byte {
    case Byte.colon: return readColonOperation()
    case Byte.hash: return readDoubled(byte, .removePrefix)
    case Byte.percent: return readDoubled(byte, .removeSuffix)
    case Byte.slash: return readDoubled(byte, .substitute)
    case Byte.caret, Byte.comma: return readDoubled(byte, .changeCase)
    case Byte.at: return place == bytes.endIndex - 1 ? .namesWithPrefix : .transform
    case Byte.star: return .namesWithPrefix
    default: return defaultOperation(byte, ifEmpty: false) ?? .unknown
    }
  }

  /// An operator that may be doubled.
  private mutating func readDoubled(
    _ byte: UInt8, _ operation: ParameterExpansion.Operation
  ) -> ParameterExpansion.Operation {
    if current == byte { place += 1 }
    return operation
  }

  private mutating func readColonOperation() -> ParameterExpansion.Operation {
    guard let next = current, let operation = defaultOperation(next, ifEmpty: true) else {
      return .substring
    }
    place += 1
    return operation
  }

  private func defaultOperation(_ byte: UInt8, ifEmpty: Bool) -> ParameterExpansion.Operation? {
    switch byte {
    case Byte.dash: .defaultValue(ifEmpty: ifEmpty)
    case Byte.equals: .assignDefault(ifEmpty: ifEmpty)
    case Byte.question: .errorIfUnset(ifEmpty: ifEmpty)
    case Byte.plus: .alternative(ifEmpty: ifEmpty)
    default: nil
    }
  }

  private var current: UInt8? { place < bytes.endIndex ? bytes[place] : nil }
}
