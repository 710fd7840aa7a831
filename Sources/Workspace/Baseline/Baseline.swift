import DisclosureText
import JSONText
import Lint

/// Findings that are known and not to be reported again, kept in a file.
///
///     let baseline = try Baseline(reading: bytes, at: "/公开/已知.json")
///     let (report, stale) = baseline.taking(report, of: text, at: "/公开/预算.txt")
@usableFromInline package struct Baseline: Sendable {
  /// The entries by file, which is said from the folder of the baseline.
  private var files: [String: [BaselineEntry]] = [:]
  private let folder: FilePath

  /// Creates an empty baseline that is to be kept at `path`, said from the root.
  package init(at path: FilePath) {
    folder = path.parent
  }

  /// The files that have entries, as they are said from the folder of the baseline.
  package var fileNames: [String] { files.keys.sorted() }

  /// The entries of a file.
  package func entries(of name: String) -> [BaselineEntry] { files[name] ?? [] }

  /// The report on the file at `path` without the findings that are known, and the entries
  /// that no finding answers to any more.
  package func taking(
    _ report: LintReport, of text: SourceText, at path: FilePath
  ) -> (report: LintReport, stale: [BaselineEntry]) {
    guard var left = files[name(of: path)] else { return (report, []) }
    var result = report
    result.findings = report.findings.filter { finding in
      let fingerprint = FindingFingerprint.of(finding, in: text)
      guard let at = left.firstIndex(where: { $0.fingerprint == fingerprint && $0.rule == finding.rule }) else {
        return true
      }
      left.remove(at: at)
      return false
    }
    return (result, left)
  }

  /// Adds the findings of the file at `path`.
  package mutating func add(_ findings: [Finding], of text: SourceText, at path: FilePath) {
    let entries = findings.map { finding in
      BaselineEntry(
        rule: finding.rule, fingerprint: FindingFingerprint.of(finding, in: text),
        printed: String(text.string(in: finding.range).prefix(Self.printedCharacters)))
    }
    if !entries.isEmpty { files[name(of: path), default: []] += entries }
  }

  /// Removes the findings of the file at `path` and returns how many there were.
  package mutating func remove(_ path: FilePath) -> Int { files.removeValue(forKey: name(of: path))?.count ?? 0 }

  /// The path from the folder of the baseline where the file lies below it.
  package func name(of path: FilePath) -> String {
    let prefix = folder == "/" ? folder.bytes : folder.bytes + [FilePath.slash]
    return path.bytes.starts(with: prefix) ? FilePath(bytes: Array(path.bytes[prefix.count...])).text : path.text
  }

  /// The file called `name` in the baseline, said from the root.
  package func path(of name: String) -> FilePath { FilePath(name).normalized(in: folder) }

  private static let printedCharacters = 40
}

/// A finding that is known.
@usableFromInline package struct BaselineEntry: Hashable, Sendable {
  /// The rule that reports it.
  package let rule: String
  /// What tells it from the others of its file.
  package let fingerprint: String
  /// What is printed there, for people who read the baseline.
  package let printed: String
}

extension Baseline {
  /// Reads the baseline whose bytes are kept at `path`, said from the root.
  package init(reading bytes: [UInt8], at path: FilePath) throws(BaselineError) {
    self.init(at: path)
    let value: JSONValue
    do throws(JSONError) { value = try JSONReader.read(bytes) } catch { throw BaselineError(path: path) }
    guard value["version"]?.integer == 1, let findings = value["findings"]?.elements else {
      throw BaselineError(path: path)
    }
    for finding in findings {
      guard let file = finding["file"]?.string, let rule = finding["rule"]?.string,
        let fingerprint = finding["fingerprint"]?.string
      else { throw BaselineError(path: path) }
      let entry = BaselineEntry(rule: rule, fingerprint: fingerprint, printed: finding["printed"]?.string ?? "")
      files[file, default: []].append(entry)
    }
  }

  /// The file of the baseline, a line to each finding, in the order of the files' names.
  package func json() -> [UInt8] {
    var lines: [[UInt8]] = []
    for name in fileNames {
      for entry in entries(of: name) {
        var writer = JSONWriter()
        writer.object { writer in
          writer.member("file", name)
          writer.member("rule", entry.rule)
          writer.member("fingerprint", entry.fingerprint)
          writer.member("printed", entry.printed)
        }
        lines.append(writer.bytes)
      }
    }
    var bytes = Array("{\"version\":1,\"findings\":[".utf8)
    for (index, line) in lines.enumerated() { bytes += (index == 0 ? "\n" : ",\n").utf8 + line }
    return bytes + Array("\n]}\n".utf8)
  }
}

/// A file that is no baseline.
@usableFromInline package struct BaselineError: Error, Hashable, Sendable {
  /// The file.
  package let path: FilePath
}
