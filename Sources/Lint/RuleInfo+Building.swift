extension RuleExample {
  /// An example inside the smallest text that is a disclosure: a title and one section.
  ///
  /// - Parameters:
  ///   - title: the document's title; it decides kind and year.
  ///   - wrong: the section with the mistake marked.
  ///   - right: the section without it.
  package static func section(title: String = "某局2025年度部门预算公开", wrong: String, right: String) -> RuleExample {
    RuleExample(wrong: "\(title)\n\n\(wrong)\n", right: "\(title)\n\n\(right)\n")
  }
}
