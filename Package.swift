// swift-tools-version: 6.2

import PackageDescription

/// `make check` sets this; a newer compiler's new warnings must not break anybody else's build.
let isStrict = Context.environment["TIE_CHECK_STRICT"] != nil

/// Settings of every Swift target.
let settings: [SwiftSetting] =
  [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("MemberImportVisibility"),
  ] + (isStrict ? [.treatAllWarnings(as: .error)] : [])

let system: Target.Dependency = .product(name: "SystemPackage", package: "swift-system")
let logging: Target.Dependency = .product(name: "Logging", package: "swift-log")
let subprocess: Target.Dependency = .product(name: "Subprocess", package: "swift-subprocess")
let arguments: Target.Dependency = .product(
  name: "ArgumentParser", package: "swift-argument-parser")
let crypto: Target.Dependency = .product(name: "Crypto", package: "swift-crypto")

func module(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .target(name: name, dependencies: dependencies + [system], swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency], exclude: [String] = []) -> Target {
  .testTarget(
    name: name, dependencies: dependencies + ["TestSupport", system], exclude: exclude,
    swiftSettings: settings)
}

let package = Package(
  name: "tie-check",
  products: [
    .executable(name: "tie-check", targets: ["tie-check"]),
    .library(name: "ElementLint", targets: ["ElementLint", "ElementModel", "Diagnostics"]),
    .library(name: "ElementTest", targets: ["ElementTest", "ElementModel", "Diagnostics"]),
    .library(name: "ImageBuilder", targets: ["ImageBuilder", "ElementModel", "Diagnostics"]),
  ],
  dependencies: [
    .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
    .package(url: "https://github.com/apple/swift-crypto", from: "4.5.2"),
    .package(url: "https://github.com/apple/swift-log", from: "1.16.2"),
    .package(url: "https://github.com/apple/swift-system", from: "1.8.1"),
    // Without its default trait the program needs no Foundation library.
    .package(url: "https://github.com/swiftlang/swift-subprocess", from: "1.0.2", traits: []),
  ],
  targets: [
    // C libraries of the distribution.
    .systemLibrary(name: "CYAML", pkgConfig: "yaml-0.1", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CXML2", pkgConfig: "libxml-2.0", providers: [.apt(["libxml2-dev"])]),
    .systemLibrary(
      name: "CArchive", pkgConfig: "libarchive", providers: [.apt(["libarchive-dev"])]),
    .target(name: "CSandbox"),

    // Vocabulary, system, syntax, model, rendering: see docs/architecture.md.
    module("Diagnostics", []),
    module("Sandbox", ["CSandbox", subprocess, logging]),
    module("Archives", ["Diagnostics", "CArchive"]),
    module("Documents", ["Diagnostics", "CYAML"]),
    module("ShellSyntax", ["Diagnostics"]),
    module("PythonSyntax", ["Diagnostics"]),
    module("ElementModel", ["Diagnostics", "Documents", crypto]),
    module("Reporting", ["Diagnostics", "CXML2"]),

    // Products.
    module(
      "ElementLint", ["Diagnostics", "Documents", "ElementModel", "PythonSyntax", "ShellSyntax"]),
    module("ElementTest", ["Diagnostics", "Documents", "ElementModel", "Sandbox"]),
    module(
      "ImageBuilder",
      ["Archives", "Diagnostics", "Documents", "ElementModel", "Sandbox", crypto, logging]),

    module(
      "LanguageServer",
      ["Diagnostics", "Documents", "ElementLint", "ElementModel", "Reporting"]),

    // Assembly.
    module(
      "Commands",
      [
        "Archives", "Diagnostics", "Documents", "ElementLint", "ElementModel", "ElementTest",
        "ImageBuilder", "LanguageServer", "PythonSyntax", "Reporting", "Sandbox", "ShellSyntax",
        arguments, logging,
      ]),
    .executableTarget(name: "tie-check", dependencies: ["Commands"], swiftSettings: settings),

    // Tests.
    .target(
      name: "TestSupport",
      dependencies: [
        "Diagnostics", "Documents", "ElementLint", "ElementModel", "ElementTest", "ImageBuilder",
        "Sandbox", "ShellSyntax", system,
      ],
      path: "Tests/TestSupport", swiftSettings: settings),
    tests("DiagnosticsTests", ["Diagnostics"]),
    tests("DocumentsTests", ["Documents", "Diagnostics"]),
    tests("ShellSyntaxTests", ["ShellSyntax", "Sandbox", "Diagnostics"]),
    tests("PythonSyntaxTests", ["PythonSyntax", "Diagnostics"]),
    tests("ElementModelTests", ["ElementModel", "Documents", "Diagnostics"]),
    tests("SandboxTests", ["Sandbox", "CSandbox"]),
    tests("ArchivesTests", ["Archives", "Diagnostics"]),
    tests(
      "ReportingTests", ["Reporting", "Diagnostics", "Documents", "CXML2"], exclude: ["Golden"]),
    tests(
      "ElementLintTests",
      ["ElementLint", "ElementModel", "ShellSyntax", "Documents", "Diagnostics"]),
    tests(
      "ElementTestTests", ["ElementTest", "ElementModel", "Documents", "Sandbox", "Diagnostics"]),
    tests(
      "ImageBuilderTests", ["ImageBuilder", "ElementModel", "Sandbox", "Diagnostics"],
      exclude: ["Golden"]),
    tests(
      "LanguageServerTests",
      ["LanguageServer", "Diagnostics", "Documents", "ElementLint", "ElementModel", "Reporting"]),
    tests(
      "CommandsTests",
      [
        "Commands", "Diagnostics", "Documents", "ElementLint", "ElementModel", "ElementTest",
        "ImageBuilder", "Reporting", "Sandbox", arguments,
      ]),
    tests(
      "ConformanceTests",
      [
        "Commands", "Diagnostics", "Documents", "ElementLint", "ElementModel", "ImageBuilder",
        "Sandbox",
      ],
      exclude: ["cases", "Golden"]),
    tests(
      "RootTests",
      [
        "Archives", "CArchive", "Sandbox", "ImageBuilder", "ElementModel", "ElementTest",
        "Commands", "Diagnostics",
      ],
      exclude: ["Fixtures"]),
  ]
)

// `Benchmarks/fuzz` sets this. libFuzzer brings a `main` of its own.
if Context.environment["TIE_CHECK_FUZZ"] != nil {
  package.targets.append(
    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Diagnostics", "Documents", "ElementLint", "ElementModel", "ElementTest", "ShellSyntax",
        system,
      ],
      path: "Tests/Fuzzing", swiftSettings: settings,
      linkerSettings: [.unsafeFlags(["-sanitize=fuzzer"])]))
}
