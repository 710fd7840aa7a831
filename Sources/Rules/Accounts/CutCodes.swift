import Accounts
import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

extension AccountNameRule {
  /// Codes whose class has lost a digit, as their names tell: `30 11 差旅费`.
  func cutCodes(in document: DisclosureDocument, _ memory: inout RuleMemory) -> [Finding] {
    memory.sights(CutCodes(), in: document).flatMap { seen in
      let pieces = document.tree.blocks[seen.block].tableLines.pieces
      return seen.sight.map { code in
        Self.info.finding(
          TextRange(pieces[code.cell].range.lower, pieces[code.cell + 1].range.upper),
          LocalizedText(
            "科目编码少了一位：“\(code.owner.name)”应为 \(code.owner.code)",
            "the code lost a digit: “\(code.owner.name)” is \(code.owner.code)"))
      }
    }
  }
}

/// Codes in one block of rows whose class has lost a digit.
private struct CutCodes: BlockLook {
  static var signals: BlockSignals { .table }

  struct CutCode {
    /// The cell of its first two digits.
    var cell: Int
    /// The account that is meant.
    var owner: Account
  }

  func sight(in text: BlockText) -> [CutCode]? {
    let lines = text.block.tableLines
    var found: [CutCode] = []
    let (rows, pieces) = (lines.lines.span, lines.pieces.span)
    for line in rows.indices {
      let first = rows[line].pieces.lowerBound
      guard rows[line].pieces.count >= 4, pieces[first].kind == .integer, pieces[first].digits == 2,
        pieces[first + 1].kind == .integer, pieces[first + 1].digits == 2, pieces[first + 2].kind == .text,
        let owner = owner(of: pieces[first].value * 100 + pieces[first + 1].value, named: text.text(ofCell: first + 2))
      else { continue }
      found.append(CutCode(cell: first, owner: owner))
    }
    return found.isEmpty ? nil : found
  }

  private func owner(of digits: Int64, named text: RunningText) -> Account? {
    let name = AccountName(units: text.units[...])
    let digits = Array(String(digits).utf8)
    let owner = [AccountClassification.economicDepartment, .economicGovernment]
      .flatMap { Chart.accounts(named: name, in: $0) }
      .first { $0.level == .section && Self.lost(Array($0.code.description.utf8), to: digits) }
    return owner.flatMap { ChainJudgement.certain($0) ? $0 : nil }
  }

  /// Whether `rest` is `code` without one of its first three digits.
  private static func lost(_ code: [UInt8], to rest: [UInt8]) -> Bool {
    (0..<3).contains { at in
      var shorter = code
      shorter.remove(at: at)
      return shorter == rest
    }
  }
}
