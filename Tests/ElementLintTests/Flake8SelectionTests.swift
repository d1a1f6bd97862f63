import Diagnostics
import Testing

@testable import ElementLint

struct Flake8SelectionTests {
  /// What flake8 reports of `E128 E225 E226 E704 W503 F401` with the lists
  /// select, extend-select, ignore and extend-ignore.
  static let decisions: [(String, [String?])] = [
    ("E128 E225 F401", [nil, nil, nil, nil]),
    ("E128 E225 E226 E704", ["E", nil, nil, nil]),
    ("E226", ["E226", nil, nil, nil]),
    ("E128 E225 E226 F401", [nil, "E226", nil, nil]),
    ("E128 E225 E226 E704 F401", [nil, "E", nil, nil]),
    ("E128 E704 W503 F401", [nil, nil, "E2", nil]),
    ("E128 F401", [nil, nil, nil, "E2"]),
    ("E128 E225 E704", ["E", nil, "E226", nil]),
    ("E226", ["E226", nil, "E2", nil]),
    ("", ["E2", nil, "E2", nil]),
    ("E128 E225 E226 E704 W503 F401", [nil, nil, "", nil]),
    ("E128 E225 F401", [nil, "E226", nil, "E226"]),
    ("E128 E704 W503 F401", ["E,F,W", nil, nil, "E2"]),
  ]

  @Test(arguments: decisions)
  func longerPrefixWinsAndWhatWasAskedForBeatsDefaults(_ codes: String, _ lists: [String?]) {
    var selection = Flake8Selection()
    let parsed = lists.map { $0.map { $0.split(separator: ",").map(String.init) } }
    selection.select = parsed[0]
    selection.extendSelect = parsed[1] ?? []
    selection.ignore = parsed[2]
    selection.extendIgnore = parsed[3] ?? []
    let all: [RuleCode] = ["E128", "E225", "E226", "E704", "W503", "F401"]
    #expect(all.filter(selection.includes).map(\.rawValue).joined(separator: " ") == codes)
  }
}
