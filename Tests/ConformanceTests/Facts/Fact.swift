/// One thing that diskimage-builder does and that its users can see, and whether we do it too.
struct Fact: Sendable {
  /// From 1 to 140.
  let number: Int
  /// In our own words, and where we do more than the reference, what we do.
  let statement: String
  /// Where the documented behaviour says so.
  let section: String
  let status: Status

  enum Status: Sendable {
    case holds
    /// What worked with the reference works here; what more does, and why.
    case superset(String)
    case differs(String)
    /// Cannot be tried out.
    case unreachable(String)
  }

  init(_ number: Int, _ statement: String, section: String, _ status: Status = .holds) {
    self.number = number
    self.statement = statement
    self.section = section
    self.status = status
  }

  /// `C023`.
  var id: String {
    let digits = String(number)
    return "C" + String(repeating: "0", count: 3 - digits.count) + digits
  }

  /// What its test is called.
  var testName: String { "\(id) \(statement)" }

  /// Whether users of diskimage-builder get what they are used to.
  var isMet: Bool {
    switch status {
    case .holds, .superset: true
    case .differs, .unreachable: false
    }
  }
}

/// All facts, by area.
enum Facts {
  /// The areas in the order of the facts.
  static let areas: [(title: String, facts: [Fact])] = [
    ("Command line", commandLine), ("YAML front end and logging", frontEnd),
    ("Elements and the hook tree", elements), ("Hooks", hooks), ("Phases and the tree", pipeline),
    ("Packages and services", packages), ("Sources and support elements", sources),
    ("Disks", disks), ("Outputs", outputs), ("Linter, tests and shell library", others),
  ]

  static var all: [Fact] { areas.flatMap(\.facts) }
}
