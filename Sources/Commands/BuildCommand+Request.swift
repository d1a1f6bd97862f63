import Diagnostics
import ImageBuilder
import SystemPackage

extension BuildCommand {
  /// What is asked for by the options and, where those are silent, by `environment`.
  func request(
    _ environment: ProcessEnvironment, isRamdisk: Bool, arguments: [String]
  ) throws(InputError) -> ImageRequest {
    let name = imageName ?? environment["IMAGE_NAME"] ?? "image"
    _ = try environment.path(name, "the name of the image")
    var request = ImageRequest(
      elements: allElements(environment, isRamdisk: isRamdisk),
      types: types.split(separator: ",").map(String.init), name: name,
      in: environment.workingDirectory)
    request.isRamdisk = isRamdisk
    request.variables = variables(environment)
    request.arguments = arguments
    try apply(to: &request, environment)
    return request
  }

  /// Hands on what concerns the image as it is.
  private func apply(
    to request: inout ImageRequest, _ environment: ProcessEnvironment
  ) throws(InputError) {
    request.architecture = arch
    request.isCompressed = !isUncompressed
    request.rootOptions = mkfsOptions
    request.dockerTarget = dockerTarget.flatMap { $0.isEmpty ? nil : $0 }
    request.isolation = try chosenIsolation()
    request.packages = packages.flatMap { $0.split(separator: ",").map(String.init) }
    request.installType = installType
    request.imageCache = try imageCache.map { path throws(InputError) in
      try environment.path(path, "`--image-cache`")
    }
    request.isOffline = offline
  }

  private func chosenIsolation() throws(InputError) -> Isolation? {
    if isolation == "auto" { return nil }
    guard let chosen = Isolation(rawValue: isolation) else {
      let names = (["auto"] + Isolation.allCases.map(\.rawValue)).joined(separator: ", ")
      throw InputError("there is no isolation `\(isolation)`", hint: "use one of \(names)")
    }
    return chosen
  }

  /// Dib-contract section 1.5: what is inherited comes first, `base` before it, a ramdisk's first.
  private func allElements(_ environment: ProcessEnvironment, isRamdisk: Bool) -> [String] {
    let inherited = environment["IMAGE_ELEMENT"] ?? ""
    let base = skipsBase || environment["SKIP_BASE"] == "1" ? [] : ["base"]
    let named = inherited.split(whereSeparator: \.isWhitespace).map(String.init) + elements
    return (isRamdisk ? [ramdiskElement] : []) + base + named
      + layout(for: named, arch ?? environment["ARCH"] ?? HostArchitecture.name)
  }

  private func layout(for names: [String], _ architecture: String) -> [String] {
    let hasLayout = names.contains { $0.hasPrefix(LegacyEnvironment.layoutPrefix) }
    return names.contains(LegacyEnvironment.bootable) && !hasLayout
      ? [LegacyEnvironment.defaultLayout(for: architecture)] : []
  }

  /// The variables that options set (dib-contract sections 1.2 and 7.5).
  private func variables(_ environment: ProcessEnvironment) -> [String: String] {
    var values: [String: String] = [:]
    values["DIB_IMAGE_SIZE"] = imageSize
    values["DIB_IMAGE_EXTRA_SIZE"] = imageExtraSize
    values["DIB_JOURNAL_SIZE"] = mkfsJournalSize
    values["MAX_ONLINE_RESIZE"] = maxOnlineResize
    values["ROOT_LABEL"] = rootLabel
    values["QEMU_IMG_OPTIONS"] = qemuImgOptions
    values["DIB_MIN_TMPFS"] = minTmpfs
    if noTmpfs { values["DIB_NO_TMPFS"] = "1" }
    if checksum { values["DIB_CHECKSUM"] = "1" }
    if skipsBase { values["SKIP_BASE"] = "1" }
    if clearsEnvironment { values["CLEAR_ENV"] = "1" }
    if isUncompressed { values["COMPRESS_IMAGE"] = "" }
    if trace > 0 { values["DIB_DEBUG_TRACE"] = "\(inheritedTrace(environment) + trace)" }
    return values
  }

  /// The caller's level of tracing; no hook knows one above 9, and no sum may overflow.
  private func inheritedTrace(_ environment: ProcessEnvironment) -> Int {
    min(max(environment["DIB_DEBUG_TRACE"].flatMap { Int($0) } ?? 0, 0), 9)
  }

  /// What the user should know about options and variables that do not do here what they do in
  /// diskimage-builder.
  func warnings(_ environment: ProcessEnvironment) -> [String] {
    var warnings = BreakPoints(variables: environment.variables).warnings
    if noTmpfs || minTmpfs != nil {
      warnings.append("`--no-tmpfs` and `--min-tmpfs` have no effect: builds need no tmpfs")
    }
    if environment[LegacyEnvironment.gzip] != nil {
      warnings.append(
        "`\(LegacyEnvironment.gzip)` has no effect: archives are compressed by the program itself")
    }
    for name in LegacyEnvironment.unmountCommands where environment[name] != nil {
      warnings.append("`\(name)` is not run: what a hook mounts is unmounted with it")
    }
    return warnings
  }
}
