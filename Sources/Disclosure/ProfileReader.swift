import DisclosureSyntax
import DisclosureText

/// Learns from titles, headings and table titles what a document is.
struct ProfileReader {
  let tree: SyntaxTree
  /// What each block says by itself.
  let facts: [BlockFacts]
  /// What each block has.
  let signals: [BlockSignals]

  /// The profile without the entity; whatever the document does not say stays unknown.
  func read() -> Profile {
    var profile = Profile()
    // How often each year stands there; there are few.
    var years: [(year: Int, count: Int)] = []
    func count(_ block: Int, _ weight: Int) {
      guard signals[block].contains(.year) else { return }
      Self.forEachYear(of: tree.blocks[block]) { year in
        if let known = years.firstIndex(where: { $0.year == year }) {
          years[known].count += weight
        } else {
          years.append((year, weight))
        }
      }
    }
    var finals = 0
    var budgets = 0
    // Titles of final accounts name the budget they are of, titles of budgets no final accounts.
    var titledFinals = 0
    var titledBudgets = 0
    var unitTitles = 0
    var departments = 0
    // What the first title with a year says.
    var title: ProfileEvidence?
    for number in signals.indices {
      let isTitle = !signals[number].isDisjoint(with: [.heading, .tableTitle])
      guard isTitle || signals[number].contains(.paragraph) else { continue }
      // Among the first blocks a title may look like a paragraph.
      guard isTitle || number < 12 else {
        count(number, 1)
        continue
      }
      let block = tree.blocks[number]
      let units = block.block.text.units
      let isCover = number < 12 && block.numerals.isEmpty && ProfileEvidence.isTitle(units)
      count(number, isTitle || isCover ? 4 : 1)
      let evidence = isTitle ? facts[number].evidence : ProfileEvidence(units)
      if title == nil, number < 12, ProfileEvidence.isTitleOfWhole(units), hasYear(block) {
        title = evidence
        count(number, 4)
      }
      if evidence.isFinal { finals += 1 }
      if evidence.isBudget { budgets += 1 }
      if isTitle || isCover {
        if evidence.isFinal { titledFinals += 1 } else if evidence.isBudget { titledBudgets += 1 }
      }
      if evidence.isOfUnit { unitTitles += 1 }
      if evidence.isOfDepartment { departments += 1 }
      if !profile.isDisclosure { profile.isDisclosure = ProfileEvidence.isTitle(block.block.text.units) }
    }
    // A lone paragraph that names both, the budget and what came of it, is of final accounts.
    let isFinal =
      finals >= 2 || finals == 1 && budgets == 0
      || titledBudgets == 0 && (titledFinals > 0 || finals > 0 && finals == budgets)
    profile.kind = isFinal ? .final : budgets > 0 ? .budget : .unknown
    // A page or two of a disclosure may have one heading more, and that of the other kind.
    if let title, title.isFinal != title.isBudget { profile.kind = title.isFinal ? .final : .budget }
    profile.fiscalYear = years.max { ($0.count, -$0.year) < ($1.count, -$1.year) }?.year
    profile.isUnit = unitTitles > departments
    if titledFinals == 0, titledBudgets == 0, let kind = ExpenseTitle.kind(of: tree) {
      profile.kind = kind
      profile.isDisclosure = true
    }
    if profile.kind == .unknown { profile.isDisclosure = false }
    return profile
  }

  /// Calls `body` with the years of a block that may be the document's own: not those behind 与, 比 and 较.
  private static func forEachYear(of block: ReadBlock, _ body: (Int) -> Void) {
    var comparesAt = -10
    for index in block.tokens.indices {
      switch block.tokens[index].kind {
      case .term(.comparedWith), .term(.asOf): comparesAt = index
      case .year(let year):
        if index - comparesAt > 2 { body(Int(year)) }
      default: break
      }
    }
  }

  /// Whether a block has a year that may be the document's own.
  private func hasYear(_ block: ReadBlock) -> Bool {
    var hasYear = false
    Self.forEachYear(of: block) { _ in hasYear = true }
    return hasYear
  }
}

/// What a title says of the kind of the document.
struct ProfileEvidence: Hashable, Sendable {
  /// Whether it speaks of final accounts, or of a budget.
  private(set) var isFinal = false
  private(set) var isBudget = false
  /// Whether they are those of a unit, or of a department.
  private(set) var isOfUnit = false
  private(set) var isOfDepartment = false

  /// The evidence of nothing.
  init() {}

  /// Reads a title.
  init(_ units: [UInt16]) {
    isFinal = Self.namesFinal(units)
    isBudget = Self.contains(units, Self.budget)
    // In each of these words is one of those two.
    guard isFinal || isBudget else { return }
    isOfUnit = Self.ofUnits.contains { Self.contains(units, $0) }
    isOfDepartment = Self.ofDepartments.contains { Self.contains(units, $0) }
  }

  /// Whether the characters are the title of a disclosure, or of a part of one.
  static func isTitle(_ units: [UInt16]) -> Bool {
    if otherTitleWords.contains(where: { contains(units, $0) }) { return true }
    guard contains(units, budget) || contains(units, final) else { return false }
    return titleWords.contains { contains(units, $0) }
      || units.count <= 48 && contains(units, threePublic) && units.last != 0x3002
  }

  /// Whether the characters are the title of a disclosure as a whole: 某局2025年度部门预算公开.
  static func isTitleOfWhole(_ units: [UInt16]) -> Bool {
    units.count <= 48 && wholeEndings.contains { units.count > $0.count && units.suffix($0.count).elementsEqual($0) }
  }

  // MARK: Words

  private static let wholeEndings = [
    "部门预算", "部门决算", "单位预算", "单位决算", "预算公开", "决算公开", "预算公开说明", "决算公开说明", "预算公开报告", "决算公开报告",
  ].map { Array($0.utf16) }

  private static let final = Array("决算".utf16)
  private static let budget = Array("预算".utf16)
  private static let threePublic = Array("三公".utf16)
  private static let ofUnits = ["单位预算", "单位决算"].map { Array($0.utf16) }
  private static let ofDepartments = ["部门预算", "部门决算"].map { Array($0.utf16) }
  /// The words of titles that have 预算 or 决算 in them, and the others.
  private static let titleWords = [
    "部门预算", "部门决算", "单位预算", "单位决算", "预算公开", "决算公开", "预算编制说明", "收支预算", "收支决算", "支出决算", "支出预算", "预算总", "决算总",
  ].map { Array($0.utf16) }
  private static let otherTitleWords = ["情况说明", "收入支出"].map { Array($0.utf16) }

  private static func contains(_ units: [UInt16], _ word: [UInt16]) -> Bool { units.position(of: word) != nil }

  /// Whether the characters name final accounts: 部门预决算公开 is where a site keeps both.
  private static func namesFinal(_ units: [UInt16]) -> Bool {
    var from = 0
    while let place = units.position(of: final, from: from) {
      if place == 0 || units[place - 1] != 0x9884 { return true }  // 预
      from = place + 1
    }
    return false
  }
}
