import ElementModel

/// Prints a plan, one line a step, for users and for golden tests.
public struct PlanPrinter: Sendable {
  /// A printer.
  public init() {}

  /// The plan as text, each line ended.
  public func text(of plan: BuildPlan) -> String {
    lines(of: plan).map { $0 + "\n" }.joined()
  }

  /// The lines of the text; names in them may hold line ends.
  public func lines(of plan: BuildPlan) -> [String] {
    let elements = plan.elements.map { "  \($0.name)  (\($0.reason))" }
    return ["elements:"] + elements + ["steps:"] + plan.nodes.flatMap { lines(of: $0, depth: 1) }
  }

  private func lines(of node: PlanNode, depth: Int) -> [String] {
    let indent = String(repeating: "  ", count: depth)
    switch node {
    case .step(let step): return lines(of: step, indent: indent)
    case .scope(.layer, let body): return body.flatMap { lines(of: $0, depth: depth) }
    case .scope(let resource, let body):
      return ["\(indent)with \(resource):"] + body.flatMap { lines(of: $0, depth: depth + 1) }
    }
  }

  private func lines(of step: Step, indent: String) -> [String] {
    guard case .runPhase(let run) = step.operation else { return [indent + step.title] }
    let side = run.phase.runsInChroot ? "chroot" : "host"
    return ["\(indent)\(run.phase.rawValue) (\(side))"]
      + run.hooks.map { "\(indent)  \($0.name)  [\($0.element.map(\.rawValue) ?? "")]" }
  }
}
