import Diagnostics
import Documents

/// Reads one row: `name type /destination location [reference]`.
struct RepositoryRowParser {
  private let row: LineList.Row
  private var fields: [Substring]
  private(set) var problems: [FormatProblem] = []

  init(_ row: LineList.Row) {
    self.row = row
    fields = ShellFields.split(row.text)
  }

  mutating func parse() -> SourceRepositories.Row? {
    guard fields.count >= 2 else {
      report(.malformedRepositoryRow, "the row has no type")
      return nil
    }
    let name = String(fields.removeFirst())
    guard let type = takeType() else { return nil }
    let destination = takeDestination()
    let location = fields.isEmpty ? nil : String(fields.removeFirst())
    let reference = fields.isEmpty ? nil : String(fields.removeFirst())
    let parsed = SourceRepositories.Row(
      name: name, type: type, destination: destination, location: location, reference: reference,
      sourceLocation: row.location)
    check(parsed)
    return fields.isEmpty ? parsed : nil
  }

  private mutating func takeType() -> SourceRepositories.RepositoryType? {
    let field = fields.removeFirst()
    // What the shell will make of a variable is not known here; git is the usual case.
    if ShellFields.isEvaluated(field) { return .git }
    if let type = SourceRepositories.RepositoryType(rawValue: String(field)) { return type }
    let names = SourceRepositories.RepositoryType.allCases.map(\.rawValue)
    report(
      .unknownRepositoryType, "`\(field)` is no type of repository",
      hint: closestName(to: String(field), among: names).map { "did you mean `\($0)`?" })
    return nil
  }

  private mutating func takeDestination() -> String? {
    guard let field = fields.first, field.hasPrefix("/") || ShellFields.isEvaluated(field) else {
      return nil
    }
    return String(fields.removeFirst())
  }

  private mutating func check(_ parsed: SourceRepositories.Row) {
    if let field = fields.first {
      report(.malformedRepositoryRow, "the row goes on after the reference, with `\(field)`")
    } else if parsed.type != .package, parsed.location == nil {
      report(.malformedRepositoryRow, "a \(parsed.type.rawValue) row needs a location")
    } else if parsed.type != .package, parsed.destination == nil {
      report(.malformedRepositoryRow, "the row needs an absolute destination")
    } else {
      checkLocation(parsed)
      checkReference(parsed)
    }
  }

  private mutating func checkLocation(_ parsed: SourceRepositories.Row) {
    guard let location = parsed.location,
      let scheme = ["git://", "http://"].first(where: { location.hasPrefix($0) })
    else { return }
    report(
      .insecureLocation, "anyone on the way can change what `\(scheme)` brings",
      hint: "use `https://`", fix: edit(of: location, prefix: scheme))
  }

  private mutating func checkReference(_ parsed: SourceRepositories.Row) {
    switch (parsed.type, parsed.reference) {
    case (.git, nil):
      report(
        .unpinnedReference, "no reference means whatever `master` is that day",
        hint: "add a tag or a commit")
    case (.git, let reference?) where Self.isBranch(reference):
      report(
        .unpinnedReference, "`\(reference)` is another commit every day",
        hint: "use a tag or a commit")
    case (.tar, nil):
      report(
        .tarWithoutReference, "the row does not say which part of the tarball to take",
        hint: "add `*` for the content of its folders, `.` for all", fix: appendix(" *"))
    default: break
    }
  }

  private static func isBranch(_ reference: String) -> Bool {
    ["*", "master", "main", "HEAD", "develop", "trunk"].contains(reference)
      || reference.hasPrefix("stable/") || reference.hasPrefix("refs/heads/")
  }

  private mutating func report(
    _ kind: FormatProblem.Kind, _ message: String, hint: String? = nil, fix: Finding.Fix? = nil
  ) {
    problems.append(
      FormatProblem(
        kind, message, at: row.location,
        hint: hint ?? "write `name git|tar|file|package /destination location [reference]`",
        fix: fix))
  }

  private func edit(of location: String, prefix: String) -> Finding.Fix? {
    guard let start = row.location.start, let range = row.text.firstRange(of: prefix) else {
      return nil
    }
    let offset = row.text[..<range.lowerBound].unicodeScalars.count
    let from = SourcePosition(line: start.line, column: start.column + offset)
    let to = SourcePosition(line: start.line, column: from.column + prefix.count)
    return Finding.Fix(
      "use https", edits: [Finding.Edit(from: from, to: to, text: "https://")])
  }

  private func appendix(_ text: String) -> Finding.Fix? {
    row.location.end.map {
      Finding.Fix("add the reference", edits: [Finding.Edit(from: $0, to: $0, text: text)])
    }
  }
}
