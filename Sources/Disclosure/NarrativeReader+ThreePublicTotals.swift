import DisclosureSyntax
import DisclosureText

/// The total of the three public expenses where sections far from each other give it.
extension NarrativeReader {
  /// `“三公”经费 36.45 万元 … “三公”经费预算总额 36.54 万元`: the same total, or a slip of it, in another section.
  ///
  /// Headings that name one body, another, or a scope give other totals, which are not tied at all. Where headings
  /// turn to a fund the tie accuses nobody.
  mutating func tieThreePublicTotals() {
    var first: [(index: StatementIndex, column: ListStack.Column)] = []
    var isOne: Bool?
    for index in narrative.statements.indices where self[index].subject.measure == .threePublic {
      let placed = narrative.statements[index]
      let subject = placed.statement.subject
      guard placed.statement.role == .level, !placed.statement.isAside, placed.statement.isFinished,
        unit(index).isMoney, !isBase(index), !subject.isQualified, placed.statement.depth == 0,
        subject.relativeYear ?? 0 == 0, subject.year.map({ $0 == profile.fiscalYear }) ?? true,
        placed.statement.reference == nil,
        case let column = column(of: subject.basis), column == .plain || column == .final, !isNarrowed(index)
      else { continue }
      guard
        let (earlier, _) = first.first(where: { self[$0.index].subject.fund == subject.fund && $0.column == column })
      else {
        first.append((index, column))
        continue
      }
      guard narrative.statements[earlier].section != placed.section, isEqual(earlier, index) || isSlip(earlier, index)
      else { continue }
      let isOfOne = isOne ?? isOfOneBody
      isOne = isOfOne
      guard isOfOne else { return }
      let isStated = !turnsToFund(from: narrative.statements[earlier].block, to: placed.block)
      narrative.restatements.append(
        Restatement(first: earlier, second: index, isStated: isStated, reason: .sameMeasure))
    }
  }

  /// Whether no heading names a body or a scope: `某局本级`, `信息中心`, `全口径“三公”经费`.
  private var isOfOneBody: Bool {
    tree.blocks.allSatisfy { block in
      guard block.block.kind == .heading, let last = block.block.text.units.last else { return true }
      if Self.bodies.contains(last) { return false }
      return !block.block.text.units.contains(where: Self.mayBeScope)
        || !Self.scopes.contains { TitleWords.contains(block.block.text.units, $0) }
    }
  }

  /// Whether a word of ``scopes`` has the character: 本 属 口 汇 级.
  private static func mayBeScope(_ unit: UInt16) -> Bool {
    switch unit {
    case 0x672C, 0x5C5E, 0x53E3, 0x6C47, 0x7EA7: true
    default: false
    }
  }

  private static let bodies = Set("局院会办心所校站队处室厅委社司园馆部级）".utf16)
  private static let scopes = ["本级", "本部", "机关本", "下属", "所属", "口径", "汇总", "二级单位"].map { Array($0.utf16) }
}
