import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

extension RowNames {
  /// A code with a wrong digit, one too few or too many: by where the row stands and by the sums it is a part of
  /// another account.
  func misfiled(_ entry: TableEntry, _ table: DisclosureTable, in document: DisclosureDocument) -> Finding? {
    guard let parent = entry.parent.map({ table.entries[$0] }),
      let above = parent.row.code.flatMap({ AccountCode($0.value) }), let label = table.label(of: entry).first
    else { return nil }
    let owner = Chart.account(above).flatMap { section in
      Chart.accounts(named: AccountName(units: name(of: label, in: document)), in: section.classification)
        .first { $0.code.parent == above && ChainJudgement.certain($0) }
    }
    let belongs =
      owner.map { LocalizedText("；“\($0.name)”是 \($0.code)", "; “\($0.name)” is \($0.code)") } ?? LocalizedText("", "")
    guard let printed = entry.row.code else {
      // Only a name of the chart tells that what stands before it is a code.
      return owner.map { _ in
        AccountNameRule.info.finding(
          label,
          LocalizedText("科目编码有误：本行金额计入 \(above)", "wrong code: the amount of the row is part of \(above)") + belongs)
      }
    }
    return AccountNameRule.info.finding(
      printed.range,
      LocalizedText(
        "科目编码有误：本行列在 \(above) 之下，金额也计入 \(above)，编码为 \(printed.value)",
        "wrong code: the row stands below \(above) and its amount is part of it, but the code is \(printed.value)")
        + belongs)
  }

  /// The words of a row without what stands for a code before them: `213O314防汛`.
  private func name(of label: TextRange, in document: DisclosureDocument) -> ArraySlice<UInt16> {
    let text = document.runningText(of: label)
    return text.units.drop { !Mark.isIdeograph($0) }
  }
}
