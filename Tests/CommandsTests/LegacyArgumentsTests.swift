import Diagnostics
import Testing

@testable import Commands

/// The rules of GNU getopt; the names in brackets are facts of dib-contract 17.
@Suite struct LegacyArgumentsTests {
  @Test(arguments: [
    ("el --offl -o n", "--offline -o n -- el"),  // C004
    ("--image-s 5 a b", "--image-size 5 -- a b"),
    ("--image-size=5 a", "--image-size 5 -- a"),
    ("-traw a", "-t raw -- a"),
    ("-xxu a", "-x -x -u -- a"),
    ("-xo n a", "-x -o n -- a"),
    ("-p a,b -p c e", "-p a,b -p c -- e"),  // C006
    ("a -- -b", "-- a -b"),
    ("- a", "-- - a"),
    ("--root-label= a", "--root-label  -- a"),
  ])
  func wordsAreNormalized(_ given: String, _ expected: String) throws {
    let words = given.split(separator: " ").map(String.init)
    #expect(try LegacyArguments(words).normalized.joined(separator: " ") == expected)
  }

  @Test(arguments: [
    ("--bogus x", "there is no option `--bogus`"),  // C003
    ("--image x", "`--image` is ambiguous"),
    ("--offline=1 x", "`--offline` takes no value"),
    ("-z x", "there is no option `-z`"),
    ("x -o", "`-o` needs a value"),
    ("x --image-size", "`--image-size` needs a value"),
  ])
  func badOptionsAreRefused(_ given: String, _ message: String) {
    let words = given.split(separator: " ").map(String.init)
    #expect {
      try LegacyArguments(words)
    } throws: {
      ($0 as? InputError)?.message == message
    }
  }
}
