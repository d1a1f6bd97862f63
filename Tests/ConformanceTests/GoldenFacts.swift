import SystemPackage
import TestSupport
import Testing

/// Compares every golden case whose `case.yaml` has `fact: <id>` with its answer; there has to be one.
///
/// What cannot be resolved is also put to the program, which has to end with status 1.
func expectCases(
  proving fact: String, sourceLocation: Testing.SourceLocation = #_sourceLocation
) async throws {
  let cases = try ConformanceCase.all().filter { try $0.question().fact == fact }
  #expect(!cases.isEmpty, "no case has `fact: \(fact)`", sourceLocation: sourceLocation)
  for example in cases {
    let (answer, expected) = (try example.answer(), try example.expected())
    #expect(answer == expected, "\(example.testDescription)", sourceLocation: sourceLocation)
    guard expected.hasPrefix("error: "), let call = try example.question().call else { continue }
    let outcome = try await BuiltProgram.run(
      as: "disk-image-create", ["-n", "-t", "tar"] + call.elements,
      ["ELEMENTS_PATH": call.path, "TIE_CHECK_CACHE": TemporaryLayers.folder.string])
    #expect(
      outcome.status == 1, "\(example.testDescription): \(outcome.output)",
      sourceLocation: sourceLocation)
  }
}
