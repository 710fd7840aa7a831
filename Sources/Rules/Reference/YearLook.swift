import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// The years of one block that cannot stand where they stand in a document of that year, and those that give
/// a section to another year.
struct YearLook: BlockLook {
  static var signals: BlockSignals { [.year, .relativeYear] }

  struct Place {
    /// The year that stands there.
    var year: Int
    /// The one that belongs there; nil where the printed one may stand.
    var meant: Int?
    /// Where its digits stand.
    var digits: Range<Int>
    /// Whether it stands in a heading of a budget that speaks of final accounts.
    var isOfAccounts = false
    /// Whether the amount of that year stands behind it, so that the year may be meant.
    var namesAmount = false
    /// Whether the year that stands there may be meant.
    var standing = YearPlace.Standing.impossible
    /// Whether a budget's sentence tells what was allotted in that year and in no other.
    var isOnlyAllocation = false
  }

  private let kind: Profile.Kind
  private let fiscalYear: Int?

  /// Years are looked at in the light of the document's own and of its kind.
  init(_ document: Profile) { (kind, fiscalYear) = (document.kind, document.fiscalYear) }

  func sight(in text: BlockText) -> [Place]? {
    let block = text.block
    var places: [Place] = []
    let all = block.tokens
    let tokens = all.span
    for index in tokens.indices {
      let token = tokens[index]
      if case .relativeYear(-1) = token.kind, let own = fiscalYear, kind != .unknown,
        let named = named(behind: token, text.units), named.year != own - 1
      {
        places.append(Place(year: named.year, meant: own - 1, digits: named.digits))
      }
      guard case .year(let printed) = token.kind, case let year = Int(printed) else { continue }
      let place = YearPlace(index, in: block, of: kind, fiscalYear)
      let expected = place.expected
      let isOfAccounts = block.block.kind == .heading && kind == .budget && place.titleIsOfAccounts
      let meant = expected.first.flatMap { !expected.contains(year) && abs($0 - year) <= 40 ? $0 : nil }
      let isOnlyAllocation = kind == .budget && place.isOnlyAllocation
      guard meant != nil || isOfAccounts || isOnlyAllocation else { continue }
      let digits = token.range.lowerBound..<YearPlace.digitsEnd(of: token, in: block.block.text)
      places.append(
        Place(
          year: year, meant: meant, digits: digits, isOfAccounts: isOfAccounts, namesAmount: place.namesComparedAmount,
          standing: place.isInSentence && meant == fiscalYear
            ? place.standing(own: meant ?? year, isFinal: kind == .final) : .impossible,
          isOnlyAllocation: isOnlyAllocation))
    }
    return places.isEmpty ? nil : places
  }

  /// The year in brackets that 上年 is explained by: `比上年（2024 年）增加`.
  private func named(behind token: Token, _ units: [UInt16]) -> (year: Int, digits: Range<Int>)? {
    let start = token.range.upperBound + 1
    guard start + 5 < units.count, Mark.isOpeningBracket(units[start - 1]),
      units[start..<(start + 4)].allSatisfy(Mark.isDigit), units[start + 4] == 0x5E74  // 年
    else { return nil }
    let end = start + (units[start + 5] == 0x5EA6 ? 6 : 5)  // 度
    guard end < units.count, Mark.isClosingBracket(units[end]) else { return nil }
    let year = units[start..<(start + 4)].reduce(0) { $0 * 10 + (Mark.digit($1) ?? 0) }
    return (1990...2099).contains(year) ? (year, start..<(start + 4)) : nil
  }
}
