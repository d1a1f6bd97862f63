package import Diagnostics
package import SystemPackage

/// A parsed shell script: what it runs, in which context, and what keeps it from being parsed.
///
/// Follows bash 5.2. After a syntax error, what came before the faulty top-level command is there.
package struct ShellScript: Sendable {
  package let path: FilePath
  package let dialect: Dialect
  /// Empty, or the one error at which the shell gives up.
  package let errors: [ShellSyntaxError]
  /// All simple commands in source order, also those in compound commands, functions, substitutions
  /// and here-documents.
  package let commands: [ShellCommand]
  /// All tokens, in the order in which they begin.
  package let tokens: [ShellToken]
  let tree: ShellTree
  private let commentRanges: [Range<UInt32>]
  private let extensionRecords: [ExtensionRecord]

  /// Parses a script; text that is no script yields errors, never a failure.
  package init(parsing text: [UInt8], path: FilePath, dialect: Dialect = .bash) {
    var parser = ShellParser(text)
    let failure = parser.parseScript()
    let source = ShellSource(
      path: path, bytes: parser.bytes, count: text.count, unescaped: parser.unescaped)
    let tree = ShellTree(parser.tables, source: source)
    self.path = path
    self.dialect = dialect
    self.tree = tree
    errors = failure.map { [ShellSyntaxError($0, in: source)] } ?? []
    commands = tree.simpleCommandsInOrder().map { ShellCommand(tree: tree, index: $0) }
    tokens = parser.tables.tokens
    commentRanges = parser.tables.comments
    extensionRecords = parser.tables.extensions
  }
}

extension ShellScript {
  /// The language a script is written in.
  package enum Dialect: Sendable {
    case bash
    /// `#!/bin/sh`. Parsed alike; `extensions` says what goes beyond.
    case posix
  }

  package var source: ShellSource { tree.source }

  package var comments: [ShellComment] {
    commentRanges.map {
      ShellComment(source: source, range: Int($0.lowerBound)..<Int($0.upperBound))
    }
  }

  /// Uses of what bash has and the POSIX shell has not, in source order.
  package var extensions: [ShellExtension] {
    let found = extensionRecords.map {
      ShellExtension(kind: $0.kind, location: source.location(Int($0.start)..<Int($0.end)))
    }
    let operators = expansions.filter(\.isExtension).map {
      ShellExtension(kind: .parameterOperator, location: $0.location)
    }
    return (found + operators).sorted { $0.location < $1.location }
  }

  /// The simple commands whose name is written literally as `name`.
  package func commands(named name: String) -> [ShellCommand] {
    let hash = nameHash(of: name.utf8)
    return commands.filter { $0.record.nameHash == hash && $0.name == name }
  }

  /// The simple commands whose literal name is one of `names`.
  package func commands(named names: Set<String>) -> [ShellCommand] {
    let hashes = Set(names.map { nameHash(of: $0.utf8) })
    return commands.filter { hashes.contains($0.record.nameHash) && names.contains($0.name ?? "") }
  }

  /// Here-documents in source order.
  package var hereDocuments: [ShellHereDocument] {
    tree.hereDocuments.indices.map { ShellHereDocument(tree: tree, index: $0) }
  }

  /// Function definitions in source order.
  package var functions: [ShellFunction] {
    tree.nodes.indices.filter { tree.nodes[$0].kind == .function }
      .map { ShellFunction(tree: tree, index: $0) }
  }

  /// Compound commands (`if`, `for`, `[[`, `{`, …) in source order.
  package var compounds: [ShellCompound] {
    tree.nodes.indices.compactMap { ShellCompound(tree: tree, index: $0) }
  }

  /// All redirections in source order, those of compound commands among them.
  package var redirections: [ShellRedirection] {
    tree.redirections.indices.map { ShellRedirection(tree: tree, index: $0) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// All parameter expansions in source order, those in here-documents among them.
  package var expansions: [ParameterExpansion] {
    tree.parts.indices.compactMap { ParameterExpansion(tree: tree, index: $0) }
      .sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// All assignments in source order, those given to `export` and its kin among them.
  package var assignments: [ShellAssignment] {
    commands.flatMap { $0.assignments + $0.declarations }
  }

  /// Where a token is.
  package func location(of token: ShellToken) -> SourceLocation {
    source.location(Int(token.start)..<Int(token.end))
  }

  /// The text of a token.
  package func text(of token: ShellToken) -> String {
    source.text(Int(token.start)..<Int(token.end))
  }
}
