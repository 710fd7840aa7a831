/// What is known of a document before it is read, from its configuration or from the way it
/// is checked; what a document says of itself yields to it.
@usableFromInline package struct ProfileExpectation: Hashable, Sendable {
  /// Whether it plans or accounts.
  package var kind: Profile.Kind?
  /// Whether it speaks for one unit (单位) rather than for a department with its units (部门).
  package var isUnit: Bool?
  /// The department or unit.
  package var entity: String?
  /// The year it is about.
  package var fiscalYear: Int?
  /// Whether the text is the whole document for certain, so that what is absent is missing.
  package var isWhole = false

  /// Creates an expectation of nothing.
  package init() {}
}

extension Profile {
  /// Takes over what is known beforehand. A text that is no disclosure does not become one.
  mutating func take(_ expectation: ProfileExpectation) {
    if let kind = expectation.kind { self.kind = kind }
    if let entity = expectation.entity { self.entity = entity }
    if let year = expectation.fiscalYear { fiscalYear = year }
  }
}
