/// Which module stands on which. An arrow more is a decision: it is made here, in
/// Package.swift and in CONTRIBUTING.md together.
enum ModuleTable {
  /// What each module stands on directly.
  static let standsOn: [String: Set<String>] = [
    "DisclosureText": [],
    "DisclosureSyntax": ["DisclosureText"],
    "Accounts": [],
    "Ledger": [],
    "Disclosure": ["DisclosureSyntax", "Accounts", "Ledger"],
    "Lint": ["Disclosure"],
    "Rules": ["Lint"],
    "Assist": ["Rules"],
    "JSONText": [],
    "Workspace": ["Rules", "JSONText"],
    "LanguageServerProtocol": ["JSONText"],
    "LanguageServer": ["Assist", "Workspace", "LanguageServerProtocol"],
    "CommandLineTool": ["LanguageServer", "Workspace"],
    "budgetlint": ["CommandLineTool"],
    "budgetlint-bench": ["CommandLineTool", "DisclosureGenerator"],
    "budgetlint-fuzz": ["CommandLineTool"],
    "DisclosureGenerator": ["Accounts"],
  ]

  /// The modules of the system that a module may import; none for those that are values in,
  /// values out.
  static let systemModules: [String: Set<String>] = [
    "Workspace": ["Glibc", "Synchronization", "FoundationEssentials"],
    "LanguageServerProtocol": ["Glibc", "Synchronization", "FoundationEssentials"],
    "LanguageServer": ["Dispatch", "Glibc", "Synchronization"],
    "CommandLineTool": ["Dispatch", "Foundation", "Glibc", "Synchronization"],
    "budgetlint": ["Glibc"],
    "budgetlint-bench": ["Glibc"],
    "budgetlint-fuzz": ["Glibc"],
  ]

  /// What `module` may import of the package: what it stands on, and what that stands on.
  static func allowed(for module: String) -> Set<String> {
    (standsOn[module] ?? []).reduce(into: []) { $0.formUnion(allowed(for: $1).union([$1])) }
  }
}
