import Diagnostics

/// Flags `#!` lines that the kernel cannot carry out.
struct BadShebang: FileRule {
  static let metadata = RuleMetadata(
    code: "HK116",
    name: "bad-shebang",
    severity: .error,
    rationale: """
      The kernel takes the first word after `#!` as the path of a program and all the rest as one
      argument. `env` therefore looks for a program called `bash -e` unless it is given `-S`.
      """,
    flagged: [
      "«#!bin/bash»\n",
      "«#!»\n",
      "«#!/usr/bin/env bash -e»\n",
      "«#!/usr/bin/env»\n",
    ],
    accepted: ["#!/bin/bash\n", "#! /bin/sh -e\n", "#!/usr/bin/env -S bash -e\n"])

  func check(_ file: LintedFile) -> [Finding] {
    guard let shebang = file.shebang, let message = fault(of: shebang) else { return [] }
    return [
      finding(message, at: file.firstLine, hint: "name the program by its whole path")
    ]
  }

  private func fault(of shebang: Shebang) -> Finding.Message? {
    if shebang.interpreter.isEmpty { return "`#!` names no program" }
    if !shebang.interpreter.hasPrefix("/") {
      return "`\(shebang.interpreter)` is looked up in the working directory"
    }
    guard shebang.interpreter.hasSuffix("/env") else { return nil }
    if shebang.argument.isEmpty { return "`env` is told no program to run" }
    if !shebang.argument.hasPrefix("-"), shebang.argument.contains(" ") {
      return "`env` looks for a program called `\(shebang.argument)`"
    }
    return nil
  }
}
