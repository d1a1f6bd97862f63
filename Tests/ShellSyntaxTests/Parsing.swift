import ShellSyntax
import SystemPackage

/// The script that `text` is, with a newline at its end.
func parsed(_ text: String, dialect: ShellScript.Dialect = .bash) -> ShellScript {
  ShellScript(parsing: Array("\(text)\n".utf8), path: "x", dialect: dialect)
}
