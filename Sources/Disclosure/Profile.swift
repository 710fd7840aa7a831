import DisclosureSyntax
import DisclosureText

/// What kind of disclosure a document is, of whom, and of which year.
@usableFromInline package struct Profile: Hashable, Sendable {
  /// Whether it plans or accounts.
  @usableFromInline package enum Kind: String, Hashable, Sendable {
    /// 部门预算.
    case budget
    /// 部门决算.
    case final
    /// Neither could be told.
    case unknown
  }

  /// Whether it plans or accounts.
  package var kind: Kind = .unknown
  /// The year it is about.
  package var fiscalYear: Int?
  /// The department or unit, as the document writes it.
  package var entity: String?
  /// Whether it speaks for one unit (单位) rather than for a department with its units (部门).
  package var isUnit = false
  /// Whether the text is a disclosure at all: it has a title, headings or tables of one.
  package var isDisclosure = false

  /// Creates the profile of a document of which only kind and year are known.
  package init(kind: Kind = .unknown, fiscalYear: Int? = nil) {
    self.kind = kind
    self.fiscalYear = fiscalYear
  }
}
