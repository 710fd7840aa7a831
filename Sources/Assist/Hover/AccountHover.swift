import Accounts
import Disclosure
import DisclosureText
import Lint

/// The official name of an account and the levels above it.
package enum AccountHover {
  /// The text for the account at `offset`; nil where none is named.
  package static func text(_ document: DisclosureDocument, at offset: Int) -> HoverText? {
    guard let place = AccountPlace.at(offset, in: document) else { return nil }
    var paragraphs: [HoverText.Paragraph] = [.heading(place.account.classification.title)]
    for level in AccountLevel.allCases where level <= place.account.level {
      guard let account = Chart.account(place.account.code.ancestor(at: level), in: place.account.classification)
      else { continue }
      paragraphs.append(
        .item(
          LocalizedText(
            "\(account.code) \(account.name)（\(level.word.chinese)）",
            "\(account.code) \(account.name) (\(level.word.english))")))
    }
    if place.account.status == .abolished {
      paragraphs.append(.text(LocalizedText("此科目已停用。", "This account is no longer in use.")))
    }
    let older = place.account.olderNames.map(\.name)
    if !older.isEmpty {
      paragraphs.append(
        .text(LocalizedText("曾用名：\(older.joined(separator: "、"))", "formerly \(older.joined(separator: ", "))")))
    }
    return HoverText(range: place.range, paragraphs: paragraphs)
  }
}

extension AccountClassification {
  /// What the chart is called.
  package var title: LocalizedText {
    switch self {
    case .functional: LocalizedText("支出功能分类科目", "functional classification of expenditure")
    case .economicDepartment: LocalizedText("部门预算支出经济分类科目", "economic classification of departmental budgets")
    case .economicGovernment: LocalizedText("政府预算支出经济分类科目", "economic classification of the government budget")
    }
  }
}

extension AccountLevel {
  /// The word that chains of names put in brackets.
  var word: LocalizedText {
    switch self {
    case .class: LocalizedText("类", "class")
    case .section: LocalizedText("款", "section")
    case .item: LocalizedText("项", "item")
    }
  }
}
