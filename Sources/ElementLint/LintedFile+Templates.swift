import SystemPackage

extension LintedFile {
  /// Whether it lies in the tree that os-apply-config reads.
  var isBelowTemplates: Bool {
    ["os-apply-config", "os-config-applier"].contains(relativePath.components.first?.string)
  }

  /// Whether os-apply-config fills it in; an executable one is run.
  var isMustacheTemplate: Bool {
    isBelowTemplates && isRegular && !isExecutable && !isTemplateControlFile
  }

  /// Whether it says how os-apply-config writes the template beside it.
  var isTemplateControlFile: Bool { isBelowTemplates && relativePath.extension == "oac" }
}
