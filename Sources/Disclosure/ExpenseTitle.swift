import DisclosureSyntax
import DisclosureText

/// The title of a disclosure of nothing but the three public expenses, or of what the body itself costs, that says
/// neither 预算 nor 决算: `2023年“三公”经费支出情况`, `机关运行经费支出情况说明`.
enum ExpenseTitle {
  /// What kind of disclosure such a title begins, by the words of the text behind it; nil where there is none.
  ///
  /// - Complexity: O(1) blocks.
  static func kind(of tree: SyntaxTree) -> Profile.Kind? {
    let blocks = tree.blocks.prefix(reach)
    guard let title = blocks.prefix(2).firstIndex(where: { isTitle($0.block.text.units) && $0.numerals.isEmpty }) else {
      return nil
    }
    let texts = blocks[title...].map(\.block.text.units)
    if contains(texts, accounts) { return .final }
    if contains(texts, [budget]) { return .budget }
    return contains([texts[0]], [expenditure]) ? .final : nil
  }

  private static func isTitle(_ units: [UInt16]) -> Bool {
    units.count <= longest && endings.contains { units.ends(with: $0) } && contains([units], subjects)
      && !units.contains(where: Mark.isStop)
  }

  private static func contains(_ texts: [[UInt16]], _ words: [[UInt16]]) -> Bool {
    texts.contains { text in words.contains { text.position(of: $0) != nil } }
  }

  /// How many blocks are looked at, and how long a title is.
  private static let reach = 12
  private static let longest = 48
  private static let subjects = ["三公经费", "三公”经费", "三公\"经费", "机关运行经费"].map { Array($0.utf16) }
  private static let endings = ["情况", "说明", "汇总", "公开", "公示", "统计表", "情况表", "汇总表"].map { Array($0.utf16) }
  /// What is spoken of only once the year is over.
  private static let accounts = ["决算", "年初预算", "全年预算", "实际支出", "完成预算", "支出数"].map { Array($0.utf16) }
  private static let budget = Array("预算".utf16)
  private static let expenditure = Array("支出".utf16)
}
