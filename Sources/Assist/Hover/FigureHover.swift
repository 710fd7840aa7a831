import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint

/// What is known of a figure: what it measures, the relations it stands in with the computation
/// and its outcome, and where else it is stated.
package enum FigureHover {
  /// How many relations and mentions are shown; a total of a long list stands in very many.
  private static let limit = 12

  /// The text for the figure at `offset`; nil where none stands.
  package static func text(_ reading: DocumentReading, at offset: Int) -> HoverText? {
    guard let figure = reading.figure(at: offset) else { return nil }
    var paragraphs: [HoverText.Paragraph] = [.heading(title(of: figure, in: reading))]
    let relations = reading.relations(of: figure)
    if relations.isEmpty {
      paragraphs.append(
        .text(LocalizedText("没有与它有关的可核对关系。", "No relation that could be checked involves it.")))
    } else {
      paragraphs.append(.heading(LocalizedText("勾稽关系", "Relations")))
      paragraphs += relations.prefix(limit).map { .item(line(for: $0, in: reading)) }
      paragraphs += more(relations.count)
    }
    let others = reading.mentions(of: figure).filter { $0 != figure }
    if !others.isEmpty {
      paragraphs.append(.heading(LocalizedText("同一指标另见", "Also stated")))
      paragraphs += others.prefix(limit).map { .item(place(of: $0, in: reading)) }
      paragraphs += more(others.count)
    }
    return HoverText(range: figure.range, paragraphs: paragraphs)
  }

  private static func more(_ count: Int) -> [HoverText.Paragraph] {
    count > limit ? [.text(LocalizedText("……共 \(count) 项", "… \(count) in all"))] : []
  }

  /// The words that name the measure, what kind of figure it is, and the figure.
  private static func title(of figure: PlacedFigure, in reading: DocumentReading) -> LocalizedText {
    let printed = reading.sheet.printed(figure.mark)
    switch figure.mark {
    case .figure(let index), .word(let index):
      let statement = FigureStatement(index, of: reading.document)
      let year = statement.year.map { "\($0) 年 " } ?? ""
      let englishYear = statement.year.map { "\($0) " } ?? ""
      let role = statement.role.name
      let words = statement.measureWords
      guard !words.isEmpty else {
        return LocalizedText("\(year)\(role.chinese)：\(printed)", "\(englishYear)\(role.english): \(printed)")
      }
      return LocalizedText(
        "\(year)\(words)（\(role.chinese)）：\(printed)", "\(englishYear)\(words) (\(role.english)): \(printed)")
    case .cell(let index):
      let name = reading.cellName(index)
      return LocalizedText("\(name)：\(printed)", "\(name): \(printed)")
    case .entries, .constant: return LocalizedText(printed, printed)
    }
  }

  private static func line(for index: Int, in reading: DocumentReading) -> LocalizedText {
    let computation = reading.sheet.computation(of: reading.relation(index))
    let rule = reading.ruleName(index)
    switch reading.outcomes[index] {
    case .holds: return LocalizedText("✓ \(computation.chinese)", "✓ \(computation.english)")
    case .explained:
      return LocalizedText("≈ \(computation.chinese)（差在四舍五入之内）", "≈ \(computation.english) (within rounding)")
    case .broken:
      return LocalizedText("✗ \(computation.chinese)（\(rule)）", "✗ \(computation.english) (\(rule))")
    case .notCheckable:
      return LocalizedText("– \(computation.chinese)（无法核对）", "– \(computation.english) (cannot be checked)")
    }
  }

  private static func place(of figure: PlacedFigure, in reading: DocumentReading) -> LocalizedText {
    let line = reading.line(at: figure.range.lower)
    let printed = reading.sheet.printed(figure.mark)
    return LocalizedText("第 \(line) 行：\(printed)", "line \(line): \(printed)")
  }
}

extension Statement.Role {
  /// The role in a word.
  var name: LocalizedText {
    switch self {
    case .level: LocalizedText("数额", "amount")
    case .change: LocalizedText("增减额", "change")
    case .rate: LocalizedText("增减幅", "rate of change")
    case .share: LocalizedText("占比", "share")
    case .completion: LocalizedText("完成率", "completion rate")
    case .difference: LocalizedText("预决算差异率", "difference from the budget")
    case .unchanged: LocalizedText("持平", "no change")
    case .planComparison: LocalizedText("决算与预算比较", "final figure against budget")
    case .label: LocalizedText("增减方向", "direction")
    case .reopening: LocalizedText("数额", "amount")
    case .absence: LocalizedText("无此项", "none")
    case .unclear: LocalizedText("未能判明的数", "figure not understood")
    }
  }
}
