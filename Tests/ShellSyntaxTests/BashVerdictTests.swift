import Sandbox
import ShellSyntax
import SystemPackage
import TestSupport
import Testing

/// What the parser takes, and what it does not, against bash.
struct BashVerdictTests {
  @Test(arguments: Snippets.accepted) func acceptedSnippetHasNoError(_ text: String) {
    #expect(parsed(text).errors == [])
  }

  @Test(arguments: Snippets.rejected + Snippets.cutOff) func rejectedSnippetHasOneError(
    _ text: String
  ) {
    #expect(parsed(text).errors.count == 1)
  }

  @Test(.enabled("needs bash 5.2") { try await bashVersion() == "5.2" })
  func bashAgreesAboutTheSnippets() async throws {
    let accepted = names("accepted", Snippets.accepted)
    let rejected = names("rejected", Snippets.rejected)
    let files = accepted.merging(rejected) { first, _ in first }
    try await withTree(files.mapValues { .text("\($0)\n") }) { root in
      let found = try await rejectedByBash(files.keys.sorted(), in: root)
      #expect(found.map { files[$0] } == rejected.keys.sorted().map { files[$0] })
    }
  }

  @Test(.enabled("needs bash 5.2") { try await bashVersion() == "5.2" })
  func bashAgreesAboutTheScriptsOfThisRepository() async throws {
    let root = FilePath(#filePath).removingLastComponent().appending("../..").lexicallyNormalized()
    let scripts = try ["elements", "lib", ".ci", "Benchmarks", "Tests/ConformanceTests/cases"]
      .flatMap { try shellScripts(below: root, at: $0) }
    #expect(scripts.count > 50)
    let wrong = try scripts.filter { name in
      let bytes = try contents(of: root.appending(name))
      return !ShellScript(parsing: bytes, path: "x").errors.isEmpty
    }
    #expect(try await rejectedByBash(scripts, in: root) == wrong)
  }

  private func names(_ prefix: String, _ snippets: [String]) -> [String: String] {
    let pairs = snippets.enumerated().map { ("\(prefix)-\($0)", $1) }
    return Dictionary(uniqueKeysWithValues: pairs)
  }
}

/// The files in which bash finds a syntax error. Its status alone is not enough: faults in `[[ … ]]`
/// leave it at 0.
private func rejectedByBash(_ files: [String], in folder: FilePath) async throws -> [String] {
  let loop = """
    for file; do
        errors=$(bash -n "$file" 2>&1) && ! grep -qv warning: <<<"${errors:-warning:}" || echo "$file"
    done
    """
  let result = try await CommandRunner().run(
    checked: Command("bash", ["-c", loop, "bash"] + files, workingDirectory: folder))
  return result.output.split(separator: "\n").map(String.init)
}

/// Major and minor version of bash; empty where there is none.
private func bashVersion() async throws -> String {
  let command = Command("bash", ["-c", "echo ${BASH_VERSINFO[0]}.${BASH_VERSINFO[1]}"])
  return ((try? await CommandRunner().run(command))?.output ?? "").filter { !$0.isNewline }
}

/// The files below `path` that begin with the `#!` line of a shell, or are sourced as environment.
private func shellScripts(below root: FilePath, at path: String) throws -> [String] {
  let names = fileNames(in: root.appending(path))
  guard names.isEmpty else {
    return try names.flatMap { try shellScripts(below: root, at: "\(path)/\($0)") }
  }
  let start = String(decoding: try contents(of: root.appending(path)).prefix(40), as: UTF8.self)
  let isScript = start.prefixMatch(of: #/#! ?\/(usr\/)?bin\/(env )?(ba)?sh\b/#) != nil
  return isScript || path.contains("/environment.d/") ? [path] : []
}

/// The bytes of a file; none for what is no file.
private func contents(of path: FilePath) throws -> [UInt8] {
  FileStatus(path, following: true)?.kind == .regular ? try path.contents() : []
}
