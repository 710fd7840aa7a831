import Lint
import Synchronization
import Workspace

/// Collects the findings of a run for a baseline.
final class KnownFindings: Sendable {
  private let path: FilePath
  private let state: Mutex<(baseline: Baseline, count: Int)>

  /// Begins a baseline that is to be kept at `path`, said from the root.
  init(at path: FilePath) {
    self.path = path
    state = Mutex((Baseline(at: path), 0))
  }

  /// Adds the findings of one input.
  func add(_ input: CheckedInput, path: FilePath) {
    guard case .linted(let document) = input.outcome else { return }
    state.withLock { state in
      state.baseline.add(document.report.findings, of: document.text, at: path)
      state.count += document.report.findings.count
    }
  }

  /// Takes the findings of the file at `path` back.
  func remove(_ path: FilePath) {
    state.withLock { $0.count -= $0.baseline.remove(path) }
  }

  /// Writes the file and returns what to say of it.
  func write(with writer: any FileWriter) throws(OutputError) -> LocalizedText {
    let (bytes, count) = state.withLock { ($0.baseline.json(), $0.count) }
    do throws(FileAccessError) { try writer.replace(path, with: bytes) } catch {
      throw OutputError(path: path, error: error)
    }
    return LocalizedText(
      "已将 \(count) 条问题记为已知，写入 \(path.printable)",
      "\(Remarks.counted(count, "finding")) written to \(path.printable) as known")
  }
}

extension CheckPlan {
  /// The files that baselines speak of and that are not there any more.
  func lostBaselineFiles(in files: any FileSystem) -> [LocalizedText] {
    baselines.sorted { $0.key < $1.key }.flatMap { path, baseline in
      baseline.fileNames.filter { (try? files.status(of: baseline.path(of: $0))) == nil && !isInput($0, of: baseline) }
        .map { name in
          LocalizedText(
            "已知问题清单 \(path.printable) 所列文件 \(FilePath(name).printable) 已不存在，请用 --write-baseline 更新",
            "\(FilePath(name).printable) in the baseline \(path.printable) is gone; renew it by --write-baseline")
        }
    }
  }

  /// Whether a file of a baseline is an input, as a name given to the standard input is.
  private func isInput(_ name: String, of baseline: Baseline) -> Bool {
    let path = baseline.path(of: name)
    return inputs.contains { $0.path == path }
  }
}
