import DisclosureSyntax
import DisclosureText

/// Learns from titles, headings and table titles what a document is.
struct ProfileReader {
  let tree: SyntaxTree

  /// The profile without the entity; whatever the document does not say stays unknown.
  func read() -> Profile {
    var profile = Profile()
    var years: [Int: Int] = [:]
    var finals = 0
    var budgets = 0
    var units = 0
    var departments = 0
    for (number, block) in tree.blocks.enumerated() {
      let isTitle = block.block.kind == .heading || block.block.kind == .tableTitle
      guard isTitle || block.block.kind == .paragraph else { continue }
      let words = block.block.text.units
      let isCover = number < 12 && block.numerals.isEmpty && Self.titleWords.contains { Self.contains(words, $0) }
      collectYears(block, weight: isTitle || isCover ? 4 : 1, into: &years)
      guard isTitle || number < 12 else { continue }
      if Self.contains(words, Self.final) { finals += 1 }
      if Self.contains(words, Self.budget) { budgets += 1 }
      if Self.ofUnits.contains(where: { Self.contains(words, $0) }) { units += 1 }
      if Self.ofDepartments.contains(where: { Self.contains(words, $0) }) { departments += 1 }
      if !profile.isDisclosure, isTitle || number < 12 {
        profile.isDisclosure = Self.titleWords.contains { Self.contains(words, $0) }
      }
    }
    profile.kind = finals >= 2 || (finals == 1 && budgets == 0) ? .final : budgets > 0 ? .budget : .unknown
    profile.fiscalYear = years.max { ($0.value, -$0.key) < ($1.value, -$1.key) }?.key
    profile.isUnit = units > departments
    if profile.kind == .unknown { profile.isDisclosure = false }
    return profile
  }

  /// Counts the years that name the document's own: not those behind 与, 比 and 较.
  private func collectYears(_ block: ReadBlock, weight: Int, into years: inout [Int: Int]) {
    var comparesAt = -10
    for (index, token) in block.tokens.enumerated() {
      switch token.kind {
      case .term(.comparedWith), .term(.asOf): comparesAt = index
      case .year(let year):
        if index - comparesAt > 2 { years[year, default: 0] += weight }
      default: break
      }
    }
  }

  // MARK: Words

  private static let final = Array("决算".utf16)
  private static let budget = Array("预算".utf16)
  private static let ofUnits = ["单位预算", "单位决算"].map { Array($0.utf16) }
  private static let ofDepartments = ["部门预算", "部门决算"].map { Array($0.utf16) }
  private static let titleWords = [
    "部门预算", "部门决算", "单位预算", "单位决算", "预算公开", "决算公开", "预算情况说明", "决算情况说明", "情况说明", "预算编制说明", "收支预算", "收支决算",
    "支出决算", "支出预算", "预算总", "决算总", "收入支出",
  ].map { Array($0.utf16) }

  private static func contains(_ units: [UInt16], _ word: [UInt16]) -> Bool { index(of: word, in: units) != nil }

  private static func index(of word: [UInt16], in units: [UInt16]) -> Int? {
    guard units.count >= word.count else { return nil }
    for start in 0...(units.count - word.count) where units[start] == word[0] {
      if units[start..<(start + word.count)].elementsEqual(word) { return start }
    }
    return nil
  }
}
