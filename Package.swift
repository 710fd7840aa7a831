// swift-tools-version: 6.3

import PackageDescription

let settings: [SwiftSetting] = [
  .swiftLanguageMode(.v6),
  .treatAllWarnings(as: .error),
  .enableUpcomingFeature("MemberImportVisibility"),
  .enableUpcomingFeature("ExistentialAny"),
]

/// A library module and what it imports, as CONTRIBUTING.md and `ModuleArrowTests` have it.
func module(_ name: String, _ dependencies: [Target.Dependency] = [], exclude: [String] = []) -> Target {
  .target(name: name, dependencies: dependencies, exclude: exclude, swiftSettings: settings)
}

func tests(_ name: String, _ dependencies: [Target.Dependency]) -> Target {
  .testTarget(name: name, dependencies: dependencies, swiftSettings: settings)
}

let package = Package(
  name: "budgetlint",
  products: [.executable(name: "budgetlint", targets: ["budgetlint"])],
  targets: [
    module("DisclosureText"),
    module("DisclosureSyntax", ["DisclosureText"]),
    module("Accounts", exclude: ["Tables"]),
    module("Ledger"),
    module("Disclosure", ["Accounts", "DisclosureSyntax", "DisclosureText", "Ledger"]),
    module("Lint", ["Disclosure", "DisclosureSyntax", "DisclosureText", "Ledger"]),
    module("Rules", ["Accounts", "Disclosure", "DisclosureSyntax", "DisclosureText", "Ledger", "Lint"]),
    module("Assist", ["Accounts", "Disclosure", "DisclosureSyntax", "DisclosureText", "Ledger", "Lint", "Rules"]),
    module("JSONText"),
    module("Workspace", ["Disclosure", "DisclosureText", "JSONText", "Lint", "Rules"]),
    module("LanguageServerProtocol", ["JSONText"]),
    module(
      "LanguageServer",
      ["Assist", "Disclosure", "DisclosureText", "JSONText", "LanguageServerProtocol", "Lint", "Rules", "Workspace"]),
    module(
      "CommandLineTool",
      [
        "Assist", "Disclosure", "DisclosureSyntax", "DisclosureText", "JSONText", "LanguageServer",
        "LanguageServerProtocol", "Ledger", "Lint", "Rules", "Workspace",
      ]),
    .executableTarget(
      name: "budgetlint", dependencies: ["CommandLineTool"], swiftSettings: settings,
      // Calls into the standard library are a quarter of a run; they are quicker within one file.
      linkerSettings: [.unsafeFlags(["-static-stdlib"], .when(platforms: [.linux], configuration: .release))]),
    .executableTarget(
      name: "budgetlint-bench",
      dependencies: [
        "CommandLineTool", "Disclosure", "DisclosureGenerator", "DisclosureSyntax", "DisclosureText", "JSONText",
        "LanguageServer", "LanguageServerProtocol", "Ledger", "Lint", "Rules", "Workspace",
      ], swiftSettings: settings),
    .executableTarget(
      name: "budgetlint-fuzz",
      dependencies: [
        "Assist", "DisclosureText", "JSONText", "LanguageServer", "LanguageServerProtocol", "Lint", "Rules",
        "Workspace",
      ], swiftSettings: settings),
    .target(name: "DisclosureGenerator", path: "Tests/DisclosureGenerator", swiftSettings: settings),
    tests("AccountsTests", ["Accounts", "Workspace"]),
    tests("AssistTests", ["Accounts", "Assist", "Disclosure", "DisclosureText", "Ledger", "Lint", "Rules"]),
    tests("DisclosureTextTests", ["DisclosureGenerator", "DisclosureText"]),
    tests("DisclosureSyntaxTests", ["DisclosureSyntax", "DisclosureText"]),
    tests("DisclosureTests", ["Disclosure", "DisclosureSyntax", "DisclosureText"]),
    tests("LedgerTests", ["Ledger"]),
    tests("JSONTextTests", ["DisclosureGenerator", "JSONText"]),
    tests("LanguageServerProtocolTests", ["JSONText", "LanguageServerProtocol"]),
    tests(
      "LanguageServerTests",
      [
        "DisclosureGenerator", "DisclosureText", "JSONText", "LanguageServer", "LanguageServerProtocol", "Workspace",
      ]),
    tests("RulesTests", ["Disclosure", "DisclosureText", "Lint", "Rules", "Workspace"]),
    tests("WorkspaceTests", ["Disclosure", "DisclosureText", "JSONText", "Lint", "Rules", "Workspace"]),
    tests(
      "CommandLineToolTests", ["CommandLineTool", "DisclosureText", "JSONText", "Lint", "Rules", "Workspace"]),
    tests("CommandTests", ["budgetlint", "JSONText"]),
    tests("OfficeTests", ["budgetlint"]),
    tests("EditorTests", ["budgetlint"]),
    tests("ModuleArrowTests", ["Workspace"]),
    tests(
      "GeneratorPropertyTests",
      ["Disclosure", "DisclosureGenerator", "DisclosureSyntax", "DisclosureText", "Lint", "Rules"]),
  ]
)
