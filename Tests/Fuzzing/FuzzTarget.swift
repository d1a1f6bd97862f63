import Diagnostics
import Documents
import ElementLint
import ElementModel
import ElementTest
import Glibc
import ShellSyntax
import SystemPackage

/// What libFuzzer calls with one input after the other, see `Benchmarks/fuzz`. The variable
/// `FUZZ_LANGUAGE` says what the input is taken for.
@_cdecl("LLVMFuzzerTestOneInput")
public func testOneInput(_ start: UnsafePointer<UInt8>?, _ count: Int) -> CInt {
  readInput(Array(UnsafeBufferPointer(start: start, count: count)))
  return 0
}

/// Reads an input in the chosen language.
private let readInput: @Sendable ([UInt8]) -> Void =
  switch getenv("FUZZ_LANGUAGE").map({ String(cString: $0) }) {
  case "gossfile": readTestCase
  case "ini": { _ = INIFile(parsing: String(decoding: $0, as: UTF8.self)) }
  case "json": { _ = try? JSONDocument(parsing: $0, path: "input") }
  case "python": { _ = pythonLinter.findings(in: $0, at: "/input.py") }
  case "shell": { _ = ShellScript(parsing: $0, path: "input") }
  case "yaml": { _ = try? YAMLDocument(parsing: $0, path: "input") }
  default: fatalError("set FUZZ_LANGUAGE to gossfile, ini, json, python, shell or yaml")
  }

private let pythonLinter = PythonLinter(.standard, Flake8Configuration())

private func readTestCase(_ bytes: [UInt8]) {
  var problems = Problems()
  _ = TestCase.read(bytes, path: "tests/input.yaml", problems: &problems)
}
