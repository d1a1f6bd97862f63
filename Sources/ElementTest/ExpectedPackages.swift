import Diagnostics
import ElementModel
import SystemPackage

/// What the package files of a build leave installed and removed, by real names.
struct ExpectedPackages {
  /// Sorted by name.
  let packages: [Package]

  /// A package by the distribution's name.
  struct Package: Equatable {
    let name: String
    /// The row of the element that has the last word.
    let location: SourceLocation?
    let isInstalled: Bool
  }

  private static let phases: [HookPhase] = [.preInstall, .install, .postInstall]

  init(of build: BuildFacts) throws(InputError) {
    let context = PackageContext(architecture: build.architecture, variables: build.environment)
    let selection = try PackageSelection(of: build.elements, in: build.tree, context)
    let names = try RealNames(of: build)
    var packages: [String: Package] = [:]
    for phase in Self.phases.compactMap({ selection.phases[$0.rawValue] }) {
      for package in phase.install { names.record(package, isInstalled: true, in: &packages) }
      for package in phase.uninstall { names.record(package, isInstalled: false, in: &packages) }
    }
    self.packages = packages.values.sorted { $0.name < $1.name }
  }

  /// Translates names, and knows where they are written.
  private struct RealNames {
    private var maps: [ElementName: PackageMap] = [:]
    private var locations: [ElementName: [String: SourceLocation]] = [:]
    private let build: BuildFacts

    init(of build: BuildFacts) throws(InputError) {
      self.build = build
      for element in build.elements.elements {
        if let file = element.file("pkg-map"), file.isRegular {
          maps[element.name] = PackageMap.parse(try file.contents(), path: file.path).value
        }
      }
      for element in build.elements.elements.flatMap({ build.tree.all(named: $0.name) }) {
        for entry in try PackageInstalls.read(from: element).value.entries {
          locations[element.name, default: [:]][entry.package] = entry.location
        }
      }
    }

    func record(
      _ package: PackageSelection.Package, isInstalled: Bool, in packages: inout [String: Package]
    ) {
      let names = maps[package.element]?.names(
        for: package.name, distro: build.distribution, release: build.release)
      for name in names ?? [package.name] {
        // `name=version` and `name/release` only say which version is to be installed.
        let name = name.prefix { $0 != "=" && $0 != "/" }
        packages[String(name)] = Package(
          name: String(name), location: locations[package.element]?[package.name],
          isInstalled: isInstalled)
      }
    }
  }
}
