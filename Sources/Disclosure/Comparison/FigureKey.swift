import DisclosureSyntax

/// What a figure measures, in a form by which the figures of two documents are known to be the same.
///
/// Only what is named alike in both is compared: a known measure under the same fund, or an
/// account by its code under the same fund. Everything else has no key.
@usableFromInline package struct FigureKey: Hashable, Sendable {
  /// The code of the account, the measure, the fund and the precision, from the highest bits down.
  package let rawValue: UInt64

  /// The key of a measure under a fund, or under all funds.
  package init(_ measure: Term, fund: Term?) {
    rawValue = UInt64(measure.rawValue) << 16 | Self.bits(fund)
  }

  /// The key of the whole amount of an account under a fund.
  package init(account: Int64, fund: Term) {
    rawValue = UInt64(truncatingIfNeeded: account) << 24 | Self.bits(fund)
  }

  private init(rawValue: UInt64) { self.rawValue = rawValue }

  /// The key of the same measure as a table prints it, to the yuan for example.
  package var inTable: FigureKey { FigureKey(rawValue: rawValue | 1) }

  /// The key of the same measure as the prose gives it.
  package var inNarrative: FigureKey { FigureKey(rawValue: rawValue & ~1) }

  private static func bits(_ fund: Term?) -> UInt64 { fund.map { (UInt64($0.rawValue) + 1) << 8 } ?? 0 }
}

extension FigureKey: Comparable {
  /// Orders by code, measure and fund.
  @usableFromInline package static func < (left: FigureKey, right: FigureKey) -> Bool { left.rawValue < right.rawValue }
}

/// A document that another one is checked against.
@usableFromInline package enum OtherDocument: UInt8, Hashable, Sendable, CaseIterable {
  /// The same kind of document of the year before: its figures are the other's base.
  case priorYear
  /// The budget of the same year: its figures are the other's initial budget.
  case budget
}
