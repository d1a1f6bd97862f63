import ImageBuilder
import SystemPackage

/// The layout that a configuration's text describes.
package func layout(
  _ text: String, _ variables: [String: String] = [:], rootOptions: String = ""
) throws -> DiskLayout {
  try DiskLayout(
    BlockDeviceSource(Array(text.utf8), path: "f.yaml"),
    LayoutDefaults(variables: variables, rootOptions: rootOptions))
}
