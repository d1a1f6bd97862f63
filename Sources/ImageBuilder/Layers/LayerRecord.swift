import ElementModel

/// What a layer's body read while it ran: the layer is right as long as all of it is unchanged.
package struct LayerRecord: Sendable, Codable, Equatable {
  package var layer: LayerID
  package var files: [RecordedFile]
  /// Each variable that the hook, or a file it read, mentions, and the digest of its value.
  package var variables: [NamedDigest]
}

/// A file that a hook opened.
package struct RecordedFile: Sendable, Codable, Hashable {
  package enum Place: String, Sendable, Codable { case hookTree, host }

  package var place: Place
  package var path: String
  package var digest: ContentDigest
}

/// What a lookup compares with: the files and variables of the build at hand.
package struct InputView: Sendable {
  package var hookTree: MergedHookTree
  package var variables: [String: String]

  /// The first recorded input that is different now, in words; nil when all are the same.
  func difference(from record: LayerRecord) -> String? {
    for variable in record.variables where digest(ofVariable: variable.name) != variable.digest {
      return "variable \(variable.name) changed"
    }
    for file in record.files where digest(of: file) != file.digest {
      return "\(file.path) changed"
    }
    return nil
  }

  /// Digest of a variable's value, or with `PREFIX_*` of all variables that begin so; an unset
  /// variable differs from an empty one.
  func digest(ofVariable name: String) -> ContentDigest {
    guard name.hasSuffix("*") else {
      return ContentDigest(ofText: variables[name].map { "=\($0)" } ?? "")
    }
    let prefix = name.dropLast()
    var builder = ContentDigest.Builder()
    for (name, value) in variables.sorted(by: { $0.key < $1.key }) where name.hasPrefix(prefix) {
      builder.combine(name)
      builder.combine(value)
    }
    return builder.digest
  }

  private func digest(of file: RecordedFile) -> ContentDigest? {
    switch file.place {
    case .hookTree: hookTree.digest(of: file.path)
    case .host: HostFile.digest(of: file.path)
    }
  }
}
