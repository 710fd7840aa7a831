import Testing

@Suite("Module arrows")
struct ModuleArrowTests {
  @Test("a module imports what it stands on, and of the system what its work needs")
  func imports() throws {
    let modules = try SourceFiles.modules()
    #expect(!modules.isEmpty)
    for module in modules {
      #expect(ModuleTable.standsOn[module.name] != nil, "\(module.name) has no row in the table")
      let allowed = ModuleTable.allowed(for: module.name).union(ModuleTable.systemModules[module.name] ?? [])
      for file in module.files {
        for line in file.text.trimmedLines {
          guard let imported = importedModule(line) else { continue }
          #expect(allowed.contains(imported), "\(file.path): \(module.name) may not import \(imported)")
        }
      }
    }
  }

  @Test("nothing is exported on behalf of another module")
  func noExports() throws {
    for file in try SourceFiles.modules().flatMap(\.files) {
      #expect(!file.text.contains("@_exported"), "\(file.path)")
    }
  }

  @Test("no type bears its module's name")
  func typeNames() throws {
    let offenders = try SourceFiles.modules().filter { module in
      module.files.contains { $0.text.trimmedLines.contains { declaredType($0) == module.name[...] } }
    }
    // FIXME: the type Ledger bears its module's name, so that `Ledger.X` can mean a type in either.
    #expect(offenders.map(\.name) == ["Ledger"])
  }

  @Test("the package depends on no other")
  func noDependencies() throws {
    let manifest = try SourceFiles.text("Package.swift")
    #expect(!manifest.contains(".package("))
  }

  @Test("imports and declarations are recognised however they are written")
  func reading() {
    #expect(importedModule("import Lint") == "Lint")
    #expect(importedModule("@testable import Lint // why") == "Lint")
    #expect(importedModule("package import struct Lint.Finding") == "Lint")
    #expect(importedModule("@preconcurrency internal import Dispatch;") == "Dispatch")
    #expect(importedModule("// import Foundation") == nil)
    #expect(importedModule("importance = 3") == nil)
    #expect(declaredType("package struct Ledger: Sendable {") == "Ledger")
    #expect(declaredType("indirect enum Ledger<Value> {") == "Ledger")
    #expect(declaredType("/// A struct Ledger") == nil)
  }

  /// The module that a line imports.
  private func importedModule(_ line: Substring) -> String? {
    let words = line.split(whereSeparator: { $0 == " " || $0 == ";" })
    guard let at = words.firstIndex(of: "import"), at + 1 < words.count,
      words[..<at].allSatisfy({ $0.hasPrefix("@") || Self.accessLevels.contains($0) })
    else { return nil }
    let isOneDeclaration = Self.importKinds.contains(words[at + 1]) && at + 2 < words.count
    return words[isOneDeclaration ? at + 2 : at + 1].split(separator: ".").first.map { String($0) }
  }

  /// The name of the type that a line declares.
  private func declaredType(_ line: Substring) -> Substring? {
    guard !line.hasPrefix("//") else { return nil }
    let words = line.split(whereSeparator: { " :<{".contains($0) })
    guard let at = words.firstIndex(where: { Self.typeKinds.contains($0) }), at + 1 < words.count else { return nil }
    return words[at + 1]
  }

  private static let accessLevels: Set<Substring> = ["public", "package", "internal", "fileprivate", "private"]
  private static let importKinds: Set<Substring> = [
    "struct", "class", "enum", "protocol", "func", "var", "let", "typealias",
  ]
  private static let typeKinds: Set<Substring> = ["struct", "class", "enum", "actor", "protocol", "typealias"]
}
