import JSONText

/// Rules of a published schema: the keys an object may have, those it must, and what their
/// values are.
indirect enum SchemaRule: Sendable {
  /// A text, of these where any are given.
  case text([String] = [])
  /// A whole number of at least this.
  case number(Int)
  /// A truth value.
  case truth
  /// An array with at least so many elements of one kind.
  case array(SchemaRule, atLeast: Int = 0)
  /// An object with these keys and no other; those with `!` before their names must be there.
  case object([String: SchemaRule])
  /// An object with any keys.
  case any

  /// What is wrong with `value`, each with the path to it.
  func problems(of value: JSONValue?, at path: String = "$") -> [String] {
    guard let value else { return ["\(path) is missing"] }
    switch self {
    case .text(let words):
      guard let string = value.string else { return ["\(path) is no text"] }
      return words.isEmpty || words.contains(string) ? [] : ["\(path) is \(string)"]
    case .number(let least): return value.integer.map { $0 >= least } == true ? [] : ["\(path) is no number ≥ \(least)"]
    case .truth: return value.bool == nil ? ["\(path) is no truth value"] : []
    case .array(let element, let least):
      guard let elements = value.elements else { return ["\(path) is no array"] }
      if elements.count < least { return ["\(path) has \(elements.count) elements"] }
      return elements.enumerated().flatMap { element.problems(of: $0.element, at: "\(path)[\($0.offset)]") }
    case .any: return value.members == nil ? ["\(path) is no object"] : []
    case .object(let keys):
      guard let members = value.members else { return ["\(path) is no object"] }
      var problems: [String] = []
      for member in members {
        guard let rule = keys[member.key] ?? keys["!" + member.key] else {
          problems.append("\(path).\(member.key) is not allowed")
          continue
        }
        problems += rule.problems(of: member.value, at: "\(path).\(member.key)")
      }
      for key in keys.keys where key.hasPrefix("!") && value[String(key.dropFirst())] == nil {
        problems.append("\(path).\(key.dropFirst()) is missing")
      }
      return problems
    }
  }
}

extension SchemaRule {
  /// What SARIF 2.1.0 says of the parts that are written.
  static let sarif: SchemaRule = {
    let message = SchemaRule.object(["!text": .text()])
    let artifact = SchemaRule.object(["!uri": .text()])
    let region = SchemaRule.object([
      "!startLine": .number(1), "startColumn": .number(1), "endLine": .number(1), "endColumn": .number(1),
    ])
    let location = SchemaRule.object([
      "physicalLocation": .object(["!artifactLocation": artifact, "region": region]), "message": message,
      "logicalLocations": .array(.object(["fullyQualifiedName": .text()]), atLeast: 1),
    ])
    let levels = ["none", "note", "warning", "error"]
    let rule = SchemaRule.object([
      "!id": .text(), "shortDescription": message, "fullDescription": message, "help": message,
      "defaultConfiguration": .object(["level": .text(levels)]), "properties": .object(["tags": .array(.text())]),
    ])
    let replacement = SchemaRule.object(["!deletedRegion": region, "insertedContent": message])
    let change = SchemaRule.object([
      "!artifactLocation": artifact, "!replacements": .array(replacement, atLeast: 1),
    ])
    let result = SchemaRule.object([
      "ruleId": .text(), "level": .text(levels), "!message": message, "locations": .array(location),
      "relatedLocations": .array(location), "partialFingerprints": .object(["budgetlint/v1": .text()]),
      "fixes": .array(.object(["description": message, "!artifactChanges": .array(change, atLeast: 1)])),
    ])
    let notification = SchemaRule.object(["!message": message, "level": .text(levels), "locations": .array(location)])
    let invocation = SchemaRule.object([
      "!executionSuccessful": .truth, "toolExecutionNotifications": .array(notification),
    ])
    let driver = SchemaRule.object([
      "!name": .text(), "version": .text(), "semanticVersion": .text(), "language": .text(["en-US", "zh-CN"]),
      "rules": .array(rule),
    ])
    let run = SchemaRule.object([
      "!tool": .object(["!driver": driver]), "columnKind": .text(["utf16CodeUnits", "unicodeCodePoints"]),
      "language": .text(["en-US", "zh-CN"]), "results": .array(result), "invocations": .array(invocation),
    ])
    return .object(["$schema": .text(), "!version": .text(["2.1.0"]), "!runs": .array(run)])
  }()

  /// What GitLab says of its code quality report.
  static let gitLab = SchemaRule.array(
    .object([
      "!description": .text(), "!check_name": .text(), "!fingerprint": .text(),
      "!severity": .text(["info", "minor", "major", "critical", "blocker"]),
      "!location": .object(["!path": .text(), "!lines": .object(["!begin": .number(1), "end": .number(1)])]),
    ]))

  /// What the definition of the Reviewdog diagnostic format says.
  static let reviewdog: SchemaRule = {
    let position = SchemaRule.object(["!line": .number(1), "column": .number(1)])
    let range = SchemaRule.object(["!start": position, "end": position])
    let location = SchemaRule.object(["!path": .text(), "range": range])
    let diagnostic = SchemaRule.object([
      "!message": .text(), "!location": location, "severity": .text(["ERROR", "WARNING", "INFO"]),
      "code": .object(["!value": .text(), "url": .text()]),
      "suggestions": .array(.object(["!range": range, "!text": .text()])),
      "related_locations": .array(.object(["message": .text(), "!location": location])),
    ])
    return .object(["source": .object(["!name": .text(), "url": .text()]), "!diagnostics": .array(diagnostic)])
  }()
}
