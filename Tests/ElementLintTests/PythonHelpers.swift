import ElementLint
import SystemPackage

/// What the rules for the style of Python find in a text: `line:column CODE`, in flake8's order.
func pythonFindings(
  _ text: String, select: [String] = [], flake8: Flake8Configuration = Flake8Configuration()
) throws -> [String] {
  var flake8 = flake8
  flake8.selection.extendIgnore.append("F")
  let selection = try RuleSelection(select: select, ignore: select.isEmpty ? ["NQ"] : [])
  return PythonLinter(selection, flake8).findings(in: Array(text.utf8), at: "/foo.py")
    .map { "\($0.line):\($0.column) \($0.code)" }
}
