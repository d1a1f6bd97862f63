import Sandbox
import SystemPackage

/// The enablement of units in a rootfs, as `systemctl --root=… is-enabled` would print it.
///
/// Enabled means a link of the unit's name in a `*.wants` or `*.requires` directory, or one of its
/// `Alias=` names as a link to it; where such a link points does not matter to systemd.
struct SystemdUnits {
  private let root: RootedDirectory
  private let places: [UnitDirectory]

  /// systemd.unit(5): earlier directories win. `/lib` counts where it is no link to `/usr/lib`.
  private static let searchPath: [FilePath] = [
    "/etc/systemd/system.control", "/run/systemd/system.control", "/run/systemd/transient",
    "/etc/systemd/system", "/run/systemd/system", "/usr/local/lib/systemd/system",
    "/usr/lib/systemd/system", "/lib/systemd/system",
  ]

  init(_ root: RootedDirectory) throws(Errno) {
    self.root = root
    var places: [UnitDirectory] = []
    for path in Self.searchPath { places.append(try UnitDirectory(path, root)) }
    self.places = places
  }

  func state(of name: String) throws(Errno) -> UnitState {
    guard let unit = UnitName(name) else { return .notFound }
    guard let found = try fragment(of: unit) else { return try SysVService(root).state(of: name) }
    switch found {
    case .masked(let isRuntime): return isRuntime ? .maskedRuntime : .masked
    case .linked(let isRuntime): return try enablement(of: unit, .linked, isRuntime: isRuntime)
    case .alias: return .alias
    case .regular: return try enablement(of: unit, nil, isRuntime: false)
    }
  }

  /// What the first entry of the unit's name, or else of its template's, is.
  private func fragment(of unit: UnitName) throws(Errno) -> UnitDirectory.Fragment? {
    for name in [unit.name, unit.template].compactMap(\.self) {
      for place in places {
        if let fragment = try place.fragment(named: name, for: unit) { return fragment }
      }
    }
    return nil
  }

  private func enablement(
    of unit: UnitName, _ link: UnitState?, isRuntime: Bool
  ) throws(Errno) -> UnitState {
    let install = try installSection(of: unit)
    let links = places.map { $0.link(to: unit, install) }
    if let direct = zip(places, links).first(where: { $1 == .direct && $0.isConfiguration }) {
      return direct.0.isRuntime ? .enabledRuntime : .enabled
    }
    // A link of the vendor's enables an instance for good, but is a mere dependency otherwise.
    if unit.template != nil, links.contains(.direct) { return .static }
    if link != nil { return isRuntime ? .linkedRuntime : .linked }
    if zip(places, links).contains(where: { $1 == .indirect && $0.isConfiguration }) {
      return .indirect
    }
    if install.hasRules { return .disabled }
    return install.hasAlso ? .indirect : .static
  }

  /// The `[Install]` section of the unit file and its drop-ins.
  private func installSection(of unit: UnitName) throws(Errno) -> InstallSection {
    var install = InstallSection()
    for name in [unit.template, unit.name].compactMap(\.self) {
      for place in places {
        let file = place.path.appending(name)
        guard try root.status(of: file, following: true)?.kind == .regular else { continue }
        install.read(try root.contents(of: file) ?? [])
        break
      }
      for place in places { try readDropIns(of: name, in: place, into: &install) }
    }
    return install
  }

  private func readDropIns(
    of name: String, in place: UnitDirectory, into install: inout InstallSection
  ) throws(Errno) {
    let directory = place.path.appending("\(name).d")
    guard place.names.contains("\(name).d") else { return }
    for file in try root.children(of: directory) where file.hasSuffix(".conf") {
      install.read(try root.contents(of: directory.appending(file)) ?? [])
    }
  }
}
