import Diagnostics
import Documents
import ElementModel
import SystemPackage
import TestSupport
import Testing

/// One documented behaviour of diskimage-builder.
struct ConformanceCase: Sendable, CustomTestStringConvertible {
  let path: FilePath

  /// Area and claim.
  var testDescription: String { path.components.suffix(2).map(\.string).joined(separator: "/") }

  static func all(file: String = #filePath) -> [ConformanceCase] {
    let root = FilePath(file).removingLastComponent().appending("cases")
    return fileNames(in: root).map { root.appending($0) }.flatMap { area in
      fileNames(in: area).map { ConformanceCase(path: area.appending($0)) }
    }
  }

  /// The cases of one area.
  static func all(in area: String) -> [ConformanceCase] {
    all().filter { $0.path.removingLastComponent().lastComponent?.string == area }
  }

  func expected() throws -> String { try readFile(path.appending("expected.txt")) }

  /// The answer to the case's question, one line each; errors are answers too.
  func answer() throws -> String {
    let question = try question()
    do {
      return try question.answer().map { $0 + "\n" }.joined()
    } catch let error as ResolutionError {
      return "error: \(error.message)\n"
    } catch let error as InputError {
      return "error: \(error.message.replacing(path.string, with: "."))\n"
    }
  }

  func question() throws -> ConformanceQuestion {
    let file = path.appending("case.yaml")
    let document = try YAMLDocument(parsing: Array(try readFile(file).utf8), path: file)
    return ConformanceQuestion(try #require(document.root), given: path.appending("given"))
  }
}
