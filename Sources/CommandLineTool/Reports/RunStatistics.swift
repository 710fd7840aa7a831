import Lint
import Synchronization
import Workspace

/// Counts the findings of a run by rule and by file.
final class RunStatistics: Sendable {
  private let state = Mutex(Counts())

  private struct Counts: Sendable {
    var rules: [String: Int] = [:]
    var files: [Int: (name: String, rules: [String])] = [:]
  }

  /// Adds the input at `index`.
  func add(_ input: CheckedInput, at index: Int) {
    guard case .linted(let document) = input.outcome, !document.report.findings.isEmpty else { return }
    let findings = document.report.findings
    state.withLock { state in
      for finding in findings { state.rules[finding.rule, default: 0] += 1 }
      state.files[index] = (input.name.printable, findings.map(\.rule))
    }
  }

  /// Takes the input at `index` back.
  func remove(_ index: Int) {
    state.withLock { state in
      for rule in state.files.removeValue(forKey: index)?.rules ?? [] { state.rules[rule, default: 0] -= 1 }
    }
  }

  /// The tables, the most frequent first.
  func text(in language: MessageLanguage) -> [UInt8] {
    state.withLock { state in
      let rules = state.rules.filter { $0.value > 0 }.sorted { ($1.value, $0.key) < ($0.value, $1.key) }.map {
        ($0.value, $0.key)
      }
      let files = state.files.map { (index: $0.key, name: $0.value.name, count: $0.value.rules.count) }
        .sorted { ($1.count, $0.index) < ($0.count, $1.index) }.map { ($0.count, $0.name) }
      return Self.table(LocalizedText("按规则统计", "Findings by rule"), rules, language)
        + Self.table(LocalizedText("按文件统计", "Findings by file"), files, language)
    }
  }

  private static func table(_ title: LocalizedText, _ rows: [(Int, String)], _ language: MessageLanguage) -> [UInt8] {
    let width = rows.map { String($0.0).utf8.count }.max() ?? 1
    let lines = rows.map { count, name in
      String(repeating: " ", count: width - String(count).utf8.count + 2) + "\(count)  \(name)"
    }
    return Array(([title[language] + (language == .chinese ? "：" : ":")] + lines).joined(separator: "\n").utf8) + [0x0A]
  }
}
