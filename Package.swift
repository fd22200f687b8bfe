// swift-tools-version: 6.2
import PackageDescription

let strict: [SwiftSetting] = [.treatAllWarnings(as: .error)]

/// The system's own linker warns of what Swift's libraries call.
let quietLinker = LinkerSetting.unsafeFlags(["-use-ld=lld"])

func module(
  _ name: String, uses dependencies: [Target.Dependency], settings: [SwiftSetting] = []
) -> Target {
  .target(name: name, dependencies: dependencies, swiftSettings: strict + settings)
}

/// Tests build hundreds of little sites: what goes through every text takes many times as long without optimisation.
let fastInTests = SwiftSetting.unsafeFlags(["-O"], .when(configuration: .debug))

func tests(
  of name: String, uses dependencies: [Target.Dependency] = [], resources: [Resource] = []
) -> Target {
  .testTarget(
    name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, path: "Tests/\(name)",
    resources: resources, swiftSettings: strict)
}

let package = Package(
  name: "fuwen",
  products: [.executable(name: "fuwen", targets: ["fuwen"])],
  dependencies: [
    // Exactly, since `UsageMessage` says its messages in Chinese.
    .package(url: "https://github.com/apple/swift-argument-parser", exact: "1.8.2")
  ],
  targets: [
    .executableTarget(
      name: "fuwen",
      dependencies: [
        "Site", "Audit", "Workbench", "Preview", "Output", "Disclosure", "Diagnostics", "CAllocator",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      swiftSettings: strict,
      linkerSettings: [
        // Takes a tenth off a large build: pages are made of many small strings. Sanitizers want their own.
        .linkedLibrary("jemalloc", .when(configuration: .release)),
        quietLinker,
      ]),
    module(
      "Site",
      uses: [
        "Loader", "Import", "Proofreading", "Claims", "Renderer", "Figures", "Search", "Templates", "Integrity",
        "Output", "Scaffold", "Audit", "Workbench", "Disclosure", "Workers", "Diagnostics",
      ]),
    .target(
      name: "Workbench", dependencies: ["Audit", "Renderer", "Disclosure", "Templates", "Diagnostics", "CTemplates"],
      exclude: ["Templates"], swiftSettings: strict),
    module("Audit", uses: ["Renderer", "Disclosure", "Diagnostics"]),
    module("Import", uses: ["Loader", "OpenXML", "Disclosure", "Ladder", "Diagnostics"]),
    module(
      "Loader", uses: ["Disclosure", "Proofreading", "OpenXML", "Integrity", "Workers", "Diagnostics", "CYAML"],
      settings: [fastInTests]),
    module(
      "Renderer", uses: ["Figures", "Disclosure", "Templates", "Markdown", "Integrity", "Workers", "Diagnostics"]),
    module("Figures", uses: ["Disclosure", "Spreadsheet", "Diagnostics"]),
    module("Claims", uses: ["Disclosure", "Diagnostics"]),
    module("Disclosure", uses: ["Workers", "Diagnostics"], settings: [fastInTests]),
    module("Templates", uses: ["Diagnostics"], settings: [fastInTests]),
    module("Markdown", uses: ["CMarkGFM", "Ladder", "Diagnostics"], settings: [fastInTests]),
    module("Proofreading", uses: ["Ladder", "Diagnostics"], settings: [fastInTests]),
    module("Ladder", uses: [], settings: [fastInTests]),
    module("Spreadsheet", uses: ["CXLSXWriter", "Diagnostics"]),
    module("OpenXML", uses: ["CExpat", "CZip", "Diagnostics"]),
    module("Scaffold", uses: ["Loader", "Disclosure", "Diagnostics", "CTemplates"]),
    module("Output", uses: ["Integrity", "Diagnostics"]),
    module("Integrity", uses: ["CNettle", "Diagnostics"]),
    module("Search", uses: ["Workers", "Diagnostics"], settings: [fastInTests]),
    module("Preview", uses: ["Diagnostics"]),
    module("Diagnostics", uses: [], settings: [fastInTests]),
    module("Workers", uses: []),

    .target(name: "CAllocator"),
    .target(name: "CTemplates"),
    .systemLibrary(name: "CMarkGFM", providers: [.apt(["libcmark-gfm-dev", "libcmark-gfm-extensions-dev"])]),
    .systemLibrary(name: "CExpat", providers: [.apt(["libexpat1-dev"])]),
    .systemLibrary(name: "CNettle", providers: [.apt(["nettle-dev"])]),
    .systemLibrary(name: "CXLSXWriter", providers: [.apt(["libxlsxwriter-dev"])]),
    .systemLibrary(name: "CYAML", providers: [.apt(["libyaml-dev"])]),
    .systemLibrary(name: "CZip", providers: [.apt(["libzip-dev"])]),

    tests(of: "Diagnostics"),
    tests(of: "Templates", resources: [.copy("Resources")]),
    tests(of: "Markdown", uses: ["CMarkGFM", "Diagnostics"], resources: [.copy("Resources")]),
    tests(of: "Ladder"),
    tests(of: "Proofreading", uses: ["Diagnostics"]),
    tests(of: "Claims", uses: ["Disclosure", "Diagnostics"]),
    tests(of: "Disclosure", resources: [.copy("Resources")]),
    tests(of: "Loader", uses: ["OfficeSamples"]),
    tests(of: "Search", resources: [.copy("Resources")]),
    tests(of: "Output"),
    tests(of: "Integrity"),
    tests(of: "Workers"),
    tests(of: "Preview", uses: ["Diagnostics"]),
    tests(of: "Renderer", uses: ["Templates"]),
    tests(of: "Site", uses: ["OfficeSamples"]),
    .target(name: "OfficeSamples", dependencies: ["CZip"], path: "Tests/OfficeSamples", swiftSettings: strict),

    .executableTarget(
      name: "fuzz",
      dependencies: [
        "Site", "Loader", "Claims", "Renderer", "Templates", "Markdown", "Proofreading", "Integrity", "Disclosure",
        "Diagnostics", "OfficeSamples",
        .product(name: "ArgumentParser", package: "swift-argument-parser"),
      ],
      path: "Tests/Fuzzing/Program", swiftSettings: strict, linkerSettings: [quietLinker]),
    .testTarget(name: "FuzzingTests", dependencies: ["fuzz"], path: "Tests/Fuzzing/Tests", swiftSettings: strict),
  ],
  swiftLanguageModes: [.v6]
)
