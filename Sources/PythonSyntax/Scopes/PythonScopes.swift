/// What the names of a file stand for, and what is wrong with them and with its literals.
///
/// Names are resolved as pyflakes resolves them, so that the same is found.
package struct PythonScopes: Sendable {
  /// What is wrong, in the order in which pyflakes finds it.
  package let problems: [PythonProblem]

  /// Resolves the names of `tree`.
  ///
  /// `isPackage` is whether the file is an `__init__.py`; `builtins` are more names that exist.
  package init(
    _ tree: PythonTree, isPackage: Bool = false, builtins: [String] = [],
    readsDoctests: Bool = false, version: PythonVersion = .standard
  ) {
    var resolver = NameResolver(
      tree, isPackage: isPackage, builtins: builtins, readsDoctests: readsDoctests,
      version: version)
    resolver.run()
    problems = resolver.problems
  }
}
