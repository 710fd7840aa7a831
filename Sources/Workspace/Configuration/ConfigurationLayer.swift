import Disclosure
import Lint

/// What one source says about a check: a file, the command line or an editor. What it does
/// not say is left to the layers below.
@usableFromInline package struct ConfigurationLayer: Hashable, Sendable {
  /// The level of rules by name.
  package var rules: [String: Sourced<RuleLevel>] = [:]
  /// What becomes of differences that rounding explains.
  package var rounding: Sourced<RoundingPolicy>?
  /// The form of document that is followed.
  package var template: Sourced<DisclosureTemplate>?
  /// The department or unit.
  package var entity: Sourced<String>?
  /// The year the documents are about.
  package var fiscalYear: Sourced<Int>?
  /// The files that are not looked at.
  package var ignore: Sourced<[AnchoredGlob]>?
  /// The file with the findings that are known already.
  package var baseline: Sourced<FilePath>?
  /// What is different for some files; a later one counts before an earlier one.
  package var overrides: [ConfigurationOverride] = []

  /// Creates a layer that says nothing.
  package init() {}

  /// This layer with what `upper` says put over it, key by key.
  package func overlaid(by upper: ConfigurationLayer) -> ConfigurationLayer {
    var result = self
    result.rules.merge(upper.rules) { $1 }
    result.rounding = upper.rounding ?? rounding
    result.template = upper.template ?? template
    result.entity = upper.entity ?? entity
    result.fiscalYear = upper.fiscalYear ?? fiscalYear
    result.ignore = upper.ignore ?? ignore
    result.baseline = upper.baseline ?? baseline
    result.overrides += upper.overrides
    return result
  }
}

/// What a configuration says differently for the files that a glob matches.
@usableFromInline package struct ConfigurationOverride: Hashable, Sendable {
  /// The files it is about.
  package var files: [AnchoredGlob]
  /// What it says of them.
  package var layer: ConfigurationLayer
}

/// A value and where it was said.
@usableFromInline package struct Sourced<Value: Hashable & Sendable>: Hashable, Sendable {
  /// The value.
  package let value: Value
  /// Where it was said.
  package let source: ConfigurationSource

  /// Creates a value that was said somewhere.
  package init(_ value: Value, from source: ConfigurationSource) {
    self.value = value
    self.source = source
  }
}

/// Where a setting can be said.
@usableFromInline package enum ConfigurationSource: Hashable, Sendable {
  /// In a configuration file.
  case file(FilePath)
  /// On the command line.
  case commandLine
  /// In the settings of an editor.
  case editor
}

/// What becomes of differences that rounding explains.
@usableFromInline package enum RoundingPolicy: String, Hashable, Sendable, CaseIterable {
  /// They are not reported.
  case lenient
  /// They are information.
  case report
  /// They are errors.
  case strict

  /// The level of the rule that reports them.
  package var level: RuleLevel {
    switch self {
    case .lenient: .off
    case .report: .severity(.information)
    case .strict: .severity(.error)
    }
  }
}

/// The forms of document that the rules for disclosure know.
@usableFromInline package enum DisclosureTemplate: String, Hashable, Sendable, CaseIterable {
  /// 部门预算.
  case departmentBudget = "department-budget"
  /// 部门决算.
  case departmentFinal = "department-final"
  /// 单位预算.
  case unitBudget = "unit-budget"
  /// 单位决算.
  case unitFinal = "unit-final"

  /// Whether documents of this form plan or account.
  package var kind: Profile.Kind {
    switch self {
    case .departmentBudget, .unitBudget: .budget
    case .departmentFinal, .unitFinal: .final
    }
  }

  /// Whether documents of this form speak for one unit.
  package var isUnit: Bool {
    switch self {
    case .departmentBudget, .departmentFinal: false
    case .unitBudget, .unitFinal: true
    }
  }
}
