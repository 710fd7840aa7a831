import Disclosure
import Lint
import Rules

/// What is configured for one document: all layers put together, overrides for it included.
///
///     var store = ConfigurationStore(in: DiskFileSystem())
///     let configuration = try store.configuration(for: "公开/预算.txt")
///     Linter(settings: configuration.lintSettings).lint(text)
@usableFromInline package struct Configuration: Hashable, Sendable {
  /// What is said, with where it was said; no overrides are left in it.
  package let layer: ConfigurationLayer

  /// Puts the overrides of `layer` for the file at `path`, said from the root, into it.
  init(_ layer: ConfigurationLayer, for path: FilePath) {
    var result = layer
    result.overrides = []
    for override in layer.overrides where override.files.contains(where: { $0.matches(path) }) {
      result = result.overlaid(by: override.layer)
    }
    self.layer = result
  }

  /// The file with the findings that are known already.
  package var baseline: FilePath? { layer.baseline?.value }

  /// What the linter is told.
  package var lintSettings: LintSettings {
    var settings = LintSettings()
    if let rounding = layer.rounding?.value { settings.levels[Self.roundingRule] = rounding.level }
    for (name, level) in layer.rules { settings.levels[name] = level.value }
    settings.expectation.kind = layer.template?.value.kind
    settings.expectation.isUnit = layer.template?.value.isUnit
    settings.expectation.entity = layer.entity?.value
    settings.expectation.fiscalYear = layer.fiscalYear?.value
    return settings
  }

  /// Whether the file at `path`, said from the root, is not to be looked at.
  package func ignores(_ path: FilePath) -> Bool {
    layer.ignore?.value.contains { $0.matches(path) } ?? false
  }

  /// The rule that `rounding` speaks of.
  package static let roundingRule = "rounding-drift"
}
