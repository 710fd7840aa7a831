import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Tables of revenue and expenditure list the classes in the order of the chart, each with its
/// number: `八、社会保障和就业支出`. What stands at the number of another class is misnamed.
extension AccountNameRule {
  func listFindings(in document: DisclosureDocument, recalling memory: inout RuleMemory) -> [Finding] {
    memory.sights(ClassList(), in: document).flatMap { seen in
      seen.sight.map { finding($0, in: document.runningText(ofBlock: seen.blocks[$0.item.place], cell: $0.item.cell)) }
    }
  }

  private func finding(_ complaint: ClassList.Complaint, in text: RunningText) -> Finding {
    let (item, account) = (complaint.item, complaint.account)
    let printed = text.string(in: item.name)
    let reason =
      complaint.twin.map {
        $0.agreement(with: AccountName(printed)) == .newest
          ? LocalizedText(
            "；“\(printed)”是 \($0.code)，表中已另有一行", "; “\(printed)” is \($0.code), which the table lists as well")
          : LocalizedText(
            "；“\(printed)”是 \($0.code) \($0.name) 的旧名，表中已另有一行",
            "; “\(printed)” is the former name of \($0.code) \($0.name), which the table lists as well")
      } ?? LocalizedText("", "")
    return Self.info.finding(
      text.sourceRange(of: item.name),
      LocalizedText(
        "科目名称有误：“\(printed)”处应为“\(account.name)”（\(account.code)）",
        "wrong account name: “\(account.name)” (\(account.code)) belongs where “\(printed)” stands") + reason,
      fixes: [.replacing(item.name, in: text, by: account.name, isPreferred: true, isSafe: false)])
  }
}
