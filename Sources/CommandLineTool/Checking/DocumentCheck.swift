import DisclosureText
import Lint
import Rules
import Workspace

/// Reads and judges planned inputs.
struct DocumentCheck: Sendable {
  let reader: DocumentReader
  let baselines: [FilePath: Baseline]
  /// What is changed in the settings of every document.
  var adjust: @Sendable (inout LintSettings) -> Void = { _ in }

  /// Reads and judges one input.
  func check(_ planned: CheckPlan.PlannedInput) -> CheckedInput {
    let name = planned.input.name
    do throws(InputError) {
      guard let (text, form) = try reader.read(planned.input) else {
        return CheckedInput(name: name, outcome: .emptyFolder)
      }
      let configuration: Configuration
      do throws(ConfigurationError) { configuration = try planned.configuration.get() } catch {
        throw .configuration(error)
      }
      var settings = configuration.lintSettings
      adjust(&settings)
      var report = Linter(settings: settings).lint(text)
      var stale: [BaselineEntry] = []
      if let baseline = configuration.baseline.flatMap({ baselines[$0] }) {
        (report, stale) = baseline.taking(report, of: text, at: planned.path)
      }
      return CheckedInput(name: name, outcome: .linted(CheckedDocument(text, report, form: form, stale: stale)))
    } catch {
      return CheckedInput(name: name, outcome: .unreadable(error))
    }
  }
}
