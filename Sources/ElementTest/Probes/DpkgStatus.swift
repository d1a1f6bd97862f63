import SystemPackage

/// dpkg's status file: paragraphs of `Field: value` lines, one package each.
struct DpkgStatus {
  static let path: FilePath = "/var/lib/dpkg/status"

  let packages: [PackageFacts.Package]

  /// - Throws: `ProbeError.malformed` at a paragraph without a package name.
  init(parsing bytes: [UInt8]) throws(ProbeError) {
    var packages: [PackageFacts.Package] = []
    var paragraph = Paragraph(line: 1)
    var line = 0
    for text in bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false) {
      line += 1
      guard text.isEmpty else {
        paragraph.add(text)
        continue
      }
      if let package = try paragraph.package() { packages.append(package) }
      paragraph = Paragraph(line: line + 1)
    }
    if let package = try paragraph.package() { packages.append(package) }
    self.packages = packages
  }

  /// The fields of one package that are asked for.
  private struct Paragraph {
    let line: Int
    private var fields: [Field: String] = [:]
    private var isEmpty = true

    private enum Field: String, CaseIterable {
      case package = "Package"
      case status = "Status"
      case version = "Version"
      case architecture = "Architecture"
      case provides = "Provides"

      static let all = allCases.map { (field: $0, prefix: Array("\($0.rawValue): ".utf8)) }
    }

    init(line: Int) { self.line = line }

    mutating func add(_ line: ArraySlice<UInt8>) {
      isEmpty = false
      // Most lines are continuations of a description.
      guard let first = line.first, first != UInt8(ascii: " ") else { return }
      for (field, prefix) in Field.all where line.starts(with: prefix) {
        fields[field] = String(decoding: line.dropFirst(prefix.count), as: UTF8.self)
      }
    }

    func package() throws(ProbeError) -> PackageFacts.Package? {
      if isEmpty { return nil }
      guard let name = fields[.package], let status = fields[.status] else {
        throw .malformed(DpkgStatus.path, line: line, reason: "no `Package` or no `Status` field")
      }
      return PackageFacts.Package(
        name: name, version: fields[.version] ?? "", architecture: fields[.architecture] ?? "",
        status: status, provides: Self.names(in: fields[.provides] ?? ""), line: line)
    }

    /// The names in a relation field such as `awk, mail-transport-agent (= 1)`.
    private static func names(in relations: String) -> [String] {
      relations.split(separator: ",").compactMap { relation in
        relation.split(whereSeparator: { " :(".contains($0) }).first.map(String.init)
      }
    }
  }
}
