import FoundationXML
import Foundation
import SystemPackage

/// A test case as another program reads it from `junit.xml`.
struct JUnitCase: Equatable, CustomStringConvertible {
  enum Verdict: Equatable {
    case passed, skipped
    /// The attribute `message` and the text of `failure` or `error`.
    case failed(message: String, text: String)
  }

  let className: String
  let name: String
  let verdict: Verdict

  var element: String { String(className.split(separator: ".").last ?? "") }
  var description: String { "\(className) \(name): \(verdict)" }

  /// All cases of a report.
  static func read(_ path: FilePath) throws -> [JUnitCase] {
    let document = try XMLDocument(contentsOf: URL(fileURLWithPath: path.string))
    return try document.nodes(forXPath: "//testcase").compactMap { $0 as? XMLElement }.map(
      Self.init)
  }

  private init(_ node: XMLElement) {
    className = node.attribute(forName: "classname")?.stringValue ?? ""
    name = node.attribute(forName: "name")?.stringValue ?? ""
    let bad = node.elements(forName: "failure") + node.elements(forName: "error")
    if let bad = bad.first {
      verdict = .failed(
        message: bad.attribute(forName: "message")?.stringValue ?? "", text: bad.stringValue ?? "")
    } else {
      verdict = node.elements(forName: "skipped").isEmpty ? .passed : .skipped
    }
  }
}
