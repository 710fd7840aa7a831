import Assist
import DisclosureText
import Rules

/// A text with a place in it, marked `⟦`.
struct MarkedDocument {
  /// The text without the mark.
  let text: SourceText
  /// Where the mark was.
  let offset: Int

  init(_ marked: String) {
    let before = marked.prefix { $0 != "⟦" }
    text = SourceText(String(before) + marked.dropFirst(before.count + 1))
    offset = before.utf8.count
  }

  /// What an editor asks.
  var reading: DocumentReading { DocumentReading(text, linter: Linter()) }

  /// The text after `edits`.
  func applying(_ edits: [TextEdit]) -> String {
    String(decoding: TextEdit.apply(edits, to: text.bytes), as: UTF8.self)
  }

  /// A disclosure whose prose states an amount of its table.
  static func withTable(_ sentence: String, total: String = "100.00", rest: String = "40.00") -> String {
    """
    青禾市档案局2025年度部门预算公开

    第二部分 2025年部门预算情况说明

    \(sentence)

    第三部分 部门预算表

    部门支出总体情况表
    单位：万元
    科目编码  科目名称  合计  基本支出  项目支出
    合计  \(total)  60.00  \(rest)
    205  教育支出  70.00  40.00  30.00
    221  住房保障支出  30.00  20.00  10.00

    """
  }
}
