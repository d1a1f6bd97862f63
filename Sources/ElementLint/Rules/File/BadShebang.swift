import Diagnostics

/// Flags `#!` lines that the kernel cannot carry out.
struct BadShebang: FileRule {
  static let metadata = RuleMetadata(
    code: "HK116",
    name: "bad-shebang",
    severity: .error,
    rationale: """
      The kernel takes the first word after `#!` as the path of a program and all the rest as one
      argument. `env` therefore looks for a program called `bash -e` unless it is given `-S`, and a
      shell takes `-e -u` for one option and `# comment` for the name of a script.
      """,
    flagged: [
      "«#!bin/bash»\n",
      "«#!»\n",
      "«#!/usr/bin/env bash -e»\n",
      "«#!/usr/bin/env»\n",
      "«#!/bin/bash # comment»\n",
      "«#!/bin/bash -e -u»\n",
      "«#!/bin/bash -euo pipefail»\n",
    ],
    accepted: [
      "#!/bin/bash\n", "#! /bin/sh -e\n", "#!/usr/bin/env -S bash -e\n",
      "#!/usr/bin/env -S bash -e -u\n", "#!/bin/busybox sh\n", "#!/bin/sh /lib/functions\n",
    ],
    suppression: .file)

  func check(_ file: LintedFile) -> [Finding] {
    guard let shebang = file.shebang, let message = fault(of: shebang) else { return [] }
    let hint =
      shebang.argument.isEmpty || shebang.isEnv
      ? "name the program by its whole path" : "put nothing behind it; options go into `set`"
    return [finding(message, at: file.firstLine, hint: hint)]
  }

  private func fault(of shebang: Shebang) -> Finding.Message? {
    if shebang.interpreter.isEmpty { return "`#!` names no program" }
    if !shebang.interpreter.hasPrefix("/") {
      return "`\(shebang.interpreter)` is looked up in the working directory"
    }
    guard shebang.isEnv else { return faultOfShellArgument(shebang) }
    if shebang.argument.isEmpty { return "`env` is told no program to run" }
    if !shebang.argument.hasPrefix("-"), shebang.argument.contains(" ") {
      return "`env` looks for a program called `\(shebang.argument)`"
    }
    return nil
  }

  private func faultOfShellArgument(_ shebang: Shebang) -> Finding.Message? {
    let (program, argument) = (shebang.program, shebang.argument)
    guard shebang.isShell, program != "busybox", !argument.isEmpty else { return nil }
    let hasBlank = argument.contains(where: \.isWhitespace)
    if argument.hasPrefix("-") || argument.hasPrefix("+") {
      return hasBlank ? "`\(program)` takes `\(argument)` for one option" : nil
    }
    return argument.hasPrefix("/") && !hasBlank
      ? nil : "`\(program)` looks for a script called `\(argument)`"
  }
}
