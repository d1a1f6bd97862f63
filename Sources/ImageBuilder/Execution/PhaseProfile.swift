import ElementModel

/// The table of times that `dib-run-parts` prints after a phase; its shape is parsed by others
/// (dib-contract section 6).
struct PhaseProfile {
  let phase: HookPhase
  private var times: [(name: String, duration: Duration)] = []

  init(phase: HookPhase) { self.phase = phase }

  mutating func add(_ hook: String, _ duration: Duration) { times.append((hook, duration)) }

  /// Nothing for a phase without hooks.
  var lines: [String] {
    guard !times.isEmpty else { return [] }
    let rows = times.sorted { $0.name < $1.name }
      .map { Self.padded($0.name, to: 40) + " " + Self.padded(seconds($0.duration), to: -10) }
    return ["----------------------- PROFILING -----------------------", ""]
      + ["Target: \(phase.rawValue)", ""]
      + [Self.padded("Script", to: 40) + " " + Self.padded("Seconds", to: -9)]
      + ["---------------------------------------  ----------", ""]
      + rows + ["", "--------------------- END PROFILING ---------------------"]
  }

  private func seconds(_ duration: Duration) -> String {
    let milliseconds = Int(duration / .milliseconds(1))
    let fraction = String(milliseconds % 1000)
    return "\(milliseconds / 1000)." + String(repeating: "0", count: 3 - fraction.count) + fraction
  }

  /// Pads on the right to a positive width, on the left to a negative one.
  private static func padded(_ text: String, to width: Int) -> String {
    let blanks = String(repeating: " ", count: max(0, abs(width) - text.count))
    return width > 0 ? text + blanks : blanks + text
  }
}
