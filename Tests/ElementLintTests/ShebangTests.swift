import Testing

@testable import ElementLint

struct ShebangTests {
  @Test(arguments: [
    ("#!/bin/bash\n", "/bin/bash", "", "bash"),
    ("#! /bin/sh -e \n", "/bin/sh", "-e", "sh"),
    ("#!/usr/bin/env python3\nx", "/usr/bin/env", "python3", "python3"),
    ("#!/usr/bin/env -S A=1 bash -e", "/usr/bin/env", "-S A=1 bash -e", "bash"),
    ("#!/bin/bash\r\n", "/bin/bash", "", "bash"),
    ("#!", "", "", ""),
  ])
  func lineIsSplitAsTheKernelDoes(
    _ text: String, _ interpreter: String, _ argument: String, _ program: String
  ) throws {
    let shebang = try #require(Shebang(startOf: Array(text.utf8)))
    #expect(shebang.interpreter == interpreter)
    #expect(shebang.argument == argument)
    #expect(shebang.program == program)
  }

  @Test(arguments: [
    ("#!/bin/bash -eu\n", ["-eu"]), ("#!/bin/bash -e -u\n", []),
    ("#!/usr/bin/env -S bash -e -u\n", ["-S", "bash", "-e", "-u"]), ("#!/bin/bash\n", []),
  ])
  func optionsAreThoseThatTheProgramGets(_ text: String, _ options: [String]) throws {
    #expect(try #require(Shebang(startOf: Array(text.utf8))).options == options)
  }

  @Test(arguments: ["", "#", " #!/bin/bash", "# !/bin/bash"])
  func otherFirstLinesAreNone(_ text: String) {
    #expect(Shebang(startOf: Array(text.utf8)) == nil)
  }
}
