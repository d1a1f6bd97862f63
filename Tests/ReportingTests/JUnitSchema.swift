import CXML2
import SystemPackage
import TestSupport

/// Validates documents against `docs/junit-safe.xsd` with libxml2.
struct JUnitSchema {
  /// What is wrong with a document; empty when it is well-formed and valid.
  static func problems(in document: String) throws -> [String] {
    let schema = FilePath(#filePath).removingLastComponent().appending("../../docs/junit-safe.xsd")
    return problems(in: document, schema: try readFile(schema))
  }

  private static func problems(in document: String, schema: String) -> [String] {
    let collector = Collector()
    // The parser keeps the pointer until it has parsed.
    let compiled = schema.withCString { compile($0, Int32(schema.utf8.count), collector) }
    guard let compiled else { return ["bad schema"] + collector.messages }
    defer { xmlSchemaFree(compiled) }
    return validate(document, compiled, collector)
  }

  private static func compile(
    _ schema: UnsafePointer<CChar>, _ length: Int32, _ collector: Collector
  ) -> xmlSchemaPtr? {
    guard let parser = xmlSchemaNewMemParserCtxt(schema, length) else { return nil }
    defer { xmlSchemaFreeParserCtxt(parser) }
    let context = Unmanaged.passUnretained(collector).toOpaque()
    xmlSchemaSetParserStructuredErrors(parser, collect, context)
    return xmlSchemaParse(parser)
  }

  private static func validate(
    _ document: String, _ schema: xmlSchemaPtr, _ collector: Collector
  ) -> [String] {
    let options =
      XML_PARSE_NONET.rawValue | XML_PARSE_NOERROR.rawValue
      | XML_PARSE_NOWARNING.rawValue
    let tree = xmlReadMemory(
      document, Int32(document.utf8.count), "junit.xml", nil, Int32(options))
    guard let tree else { return ["not well-formed"] }
    defer { xmlFreeDoc(tree) }
    guard let validator = xmlSchemaNewValidCtxt(schema) else { return ["no validator"] }
    defer { xmlSchemaFreeValidCtxt(validator) }
    let context = Unmanaged.passUnretained(collector).toOpaque()
    xmlSchemaSetValidStructuredErrors(validator, collect, context)
    let status = xmlSchemaValidateDoc(validator, tree)
    return status == 0 ? collector.messages : ["invalid (\(status))"] + collector.messages
  }

  private final class Collector {
    var messages: [String] = []
  }

  /// A closure that captures nothing, as a C callback must be.
  private static let collect: xmlStructuredErrorFunc = { context, error in
    guard let context, let error, let message = error.pointee.message else { return }
    let collector = Unmanaged<Collector>.fromOpaque(context).takeUnretainedValue()
    collector.messages.append("line \(error.pointee.line): \(String(cString: message))")
  }
}
