import CXML2

/// Writes one XML document with libxml2, always well-formed whatever the texts hold.
///
/// CDATA sections are never used: libxml2 does not split `]]>` in them.
package struct XMLWriter: ~Copyable {
  private let buffer: xmlBufferPtr
  private let writer: xmlTextWriterPtr

  private init() {
    guard let buffer = xmlBufferCreate(), let writer = xmlNewTextWriterMemory(buffer, 0) else {
      preconditionFailure("out of memory")
    }
    self.buffer = buffer
    self.writer = writer
  }

  deinit {
    xmlFreeTextWriter(writer)
    xmlBufferFree(buffer)
  }

  /// The document that `body` writes: indented, UTF-8, with a line end.
  package static func document(_ body: (borrowing XMLWriter) -> Void) -> String {
    let document = XMLWriter()
    document.expect(xmlTextWriterSetIndent(document.writer, 1))
    document.expect(xmlTextWriterSetIndentString(document.writer, "  "))
    document.expect(xmlTextWriterStartDocument(document.writer, nil, "UTF-8", nil))
    body(document)
    document.expect(xmlTextWriterEndDocument(document.writer))
    document.expect(xmlTextWriterFlush(document.writer))
    return document.written
  }

  /// Writes the element `name`, its attributes in the given order, and what `body` writes inside.
  package func element(
    _ name: String, _ attributes: KeyValuePairs<String, String> = [:],
    _ body: (borrowing XMLWriter) -> Void = { _ in }
  ) {
    expect(xmlTextWriterStartElement(writer, name))
    for (key, value) in attributes {
      expect(xmlTextWriterWriteAttribute(writer, key, PrintableText.forXML(value)))
    }
    body(self)
    expect(xmlTextWriterEndElement(writer))
  }

  /// Writes character data.
  package func text(_ text: String) {
    expect(xmlTextWriterWriteString(writer, PrintableText.forXML(text)))
  }

  private var written: String {
    let bytes = UnsafeBufferPointer(
      start: xmlBufferContent(buffer), count: Int(xmlBufferLength(buffer)))
    return String(decoding: bytes, as: UTF8.self)
  }

  private func expect(_ status: Int32) {
    precondition(status >= 0, "libxml2 refused to write: out of memory, or elements out of order")
  }
}
