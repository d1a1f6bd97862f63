import ElementLint
import SystemPackage
import TestSupport
import Testing

@testable import Commands

struct Flake8LookupTests {
  static let places: [(directory: String, limit: Int)] = [
    ("repo", 100), ("repo/a/b", 100), ("repo/c", 120), ("home/d", 79), ("other", 79),
  ]

  @Test(arguments: places)
  func nearestFileWithASectionCounts(_ directory: String, _ limit: Int) throws {
    let files: [String: FixtureFile] = [
      "repo/setup.cfg": "[metadata]\nname = foo\n", "repo/a/b": .directory,
      "repo/tox.ini": "[flake8]\nmax-line-length = 100\n",
      "repo/.flake8": "[flake8]\nmax-line-length = 110\n",
      "repo/c/.flake8": "[flake8]\nmax-line-length = 120\n",
      "home/.flake8": "[flake8]\nmax-line-length = 130\n", "home/d": .directory,
      "other": .directory,
    ]
    try withTree(files) { root in
      let environment = ProcessEnvironment(
        variables: ["HOME": root.appending("home").string],
        workingDirectory: root.appending(directory), executable: "tie-check")
      let configuration = try Flake8Configuration(seenFrom: environment)
      #expect(configuration.options.maxLineLength == limit)
    }
  }

  @Test func filesOfFoldersAreThoseOfPython() throws {
    let files: [String: FixtureFile] = [
      "a/b.py": "", "a/c": "", "a/.git/d.py": "", "a/e/f.py": "", "a/g.py": .symlink("b.py"),
    ]
    try withTree(files) { root in
      let environment = ProcessEnvironment(
        variables: [:], workingDirectory: root, executable: "tie-check")
      let found = PythonFiles(
        ["a", "a/c", "missing"], in: environment, excluding: .flake8Default)
      #expect(found.paths == ["a/b.py", "a/c", "a/e/f.py", "a/g.py", "missing"])
    }
  }
}
