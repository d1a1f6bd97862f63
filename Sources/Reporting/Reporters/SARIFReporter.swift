import Diagnostics
import SystemPackage

/// SARIF 2.1.0, which code scanning services take: one run with its rules and results.
package struct SARIFReporter: Reporter {
  package static let key = "sarif"

  package init(_ options: RenderingOptions) {}

  package func render(_ report: Report, to output: inout some TextOutputStream) {
    let document: JSONValue = [
      "$schema": "https://json.schemastore.org/sarif-2.1.0.json",
      "version": "2.1.0",
      "runs": .array([run(report)]),
    ]
    print(document, to: &output)
  }

  private func run(_ report: Report) -> JSONValue {
    let rules = report.rules.sorted { $0.code < $1.code }
    let indices = Dictionary(
      zip(rules.map(\.code), 0...), uniquingKeysWith: { first, _ in first })
    let run: JSONValue = [
      "tool": ["driver": driver(report, rules)],
      "columnKind": "unicodeCodePoints",
      "results": .array(results(of: report, indices)),
      "invocations": .array([["executionSuccessful": .bool(true)]]),
    ]
    guard let directory = report.directory else { return run }
    return run.adding(
      "originalUriBaseIds", [SARIFLocation.base: ["uri": .string(directoryURI(directory))]])
  }

  private func driver(_ report: Report, _ rules: [RuleDescription]) -> JSONValue {
    let driver: JSONValue = ["name": "tie-check", "rules": .array(rules.map(rule))]
    guard let version = report.properties.first(where: { $0.name == "tie-check" })?.value else {
      return driver
    }
    return driver.adding("version", .string(version)).adding("semanticVersion", .string(version))
  }

  private func rule(_ rule: RuleDescription) -> JSONValue {
    [
      "id": .string(rule.code.rawValue),
      "name": .string(rule.name),
      "shortDescription": ["text": .string(rule.name.split(separator: "-").joined(separator: " "))],
      "fullDescription": ["text": .string(rule.rationale)],
      "help": ["text": .string(rule.page), "markdown": .string(rule.markdown)],
      "defaultConfiguration": ["level": .string(SARIFResult.level(rule.severity))],
      "properties": ["tags": .array(["elements"])],
    ]
  }

  private func results(of report: Report, _ indices: [RuleCode: Int]) -> [JSONValue] {
    let reported = report.findings.map { (finding: $0, SuppressedFinding.Reason?.none) }
    let suppressed = report.suppressed.map { (finding: $0.finding, Optional($0.reason)) }
    return (reported + suppressed).sorted { $0.finding < $1.finding }.map { finding, reason in
      SARIFResult(finding, reason, ruleIndex: indices[finding.rule]).object
    }
  }

  private func directoryURI(_ directory: FilePath) -> String {
    let path = PercentEncoding.address(of: directory)
    return "file://" + path + (path.hasSuffix("/") ? "" : "/")
  }
}
