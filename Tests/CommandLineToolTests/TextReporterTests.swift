import DisclosureText
import Lint
import Testing
import Workspace

@testable import CommandLineTool

@Suite("Text report")
struct TextReporterTests {
  @Test("the caret stands below the figure, behind characters of any width")
  func wide() {
    #expect(
      textReport("一\n占 𠮷😀e\u{301}（⟦61.00%⟧）") == """
        a.txt:2:8: error [wrong-share] wrong share
          2 | 占 𠮷😀e\u{301}（61.00%）
            |           ^^^^^^

        """)
    #expect(
      textReport("⟦增加⟧了") == """
        a.txt:1:1: error [wrong-share] wrong share
          1 | 增加了
            | ^^^^

        """)
  }

  @Test("a figure split over lines shows each of its lines")
  func split() {
    #expect(
      textReport("支出 ⟦138.\n\n  68⟧万元") == """
        a.txt:1:4: error [wrong-share] wrong share
          1 | 支出 138.
            |      ^^^^
          3 |   68万元
            |   ^^

        """)
    #expect(textReport("⟦138.\r\n68⟧万元").contains("138.\n    | ^^^^\n  2 | 68万元"))
  }

  @Test("tabs are blanks up to the next stop")
  func tab() {
    #expect(
      textReport("a\t⟦1\t2⟧\t3") == """
        a.txt:1:3: error [wrong-share] wrong share
          1 | a   1   2   3
            |     ^^^^^

        """)
  }

  @Test("the end of a page is a blank")
  func formFeed() {
    #expect(textReport("\u{C}占⟦61⟧").contains("  1 |  占61\n    |    ^^\n"))
  }

  @Test("an empty range has one caret, at the end of a line and of the text as well")
  func empty() {
    #expect(textReport("a⟦⟧\nb").contains("  1 | a\n    |  ^\n"))
    #expect(textReport("a\n⟦⟧").contains("a.txt:2:1: error [wrong-share] wrong share\n  2 | \n    | ^\n"))
  }

  @Test("a long line is cut around the figure")
  func long() {
    let many = String(repeating: "支", count: 400_000)
    #expect(
      textReport(many + "⟦61.00%⟧" + many) == """
        a.txt:1:400001: error [wrong-share] wrong share
          1 | …\(many.prefix(20))61.00%\(many.prefix(27))…
            |  \(String(repeating: " ", count: 40))^^^^^^

        """)
    #expect(
      textReport("⟦" + many + "⟧").contains("  1 | \(many.prefix(50))…\n    | \(String(repeating: "^", count: 100))\n"))
    #expect(textReport(many.prefix(10) + "⟦1⟧" + many).contains("  1 | \(many.prefix(10))1\(many.prefix(39))…\n"))
  }

  @Test("many findings on one long line take no time for each that grows with the line")
  func manyOnOneLine() {
    let unit = "占61.00%，"
    let text = SourceText(String(repeating: unit, count: 80_000))
    let places = TextPlaces(text)
    let last = text.bytes.count - unit.utf8.count
    var column = 0
    for offset in stride(from: 0, through: last, by: unit.utf8.count * 4) {
      column = max(column, places.place(of: offset).column)
    }
    #expect(column == 79_996 * 8 + 1)
  }

  @Test("places are those of the line index, in texts of any length of line")
  func places() {
    for count in [3, 900, 5000] {
      let text = SourceText("\u{FEFF}甲\r\n" + String(repeating: "a占𠮷", count: count) + "\n乙")
      let places = TextPlaces(text)
      for offset in stride(from: 0, through: text.bytes.count, by: count > 900 ? 101 : 1) {
        let expected = LineIndex(text.bytes).position(of: offset, in: text.bytes, encoding: .utf32)
        let place = places.place(of: offset)
        #expect(place.line == expected.line + 1 && place.column == expected.column + 1)
      }
    }
  }

  @Test("the preferred repair stands alone, candidates stand side by side, proof comes last")
  func remedies() {
    let related = [RelatedPlace(range: TextRange(0, 3), message: LocalizedText("整体", "the whole"))]
    let preferred = textReport("占⟦61⟧", related: related) {
      [fix("62", on: $0, isPreferred: false), fix("60", on: $0, isPreferred: true)]
    }
    #expect(preferred.hasSuffix("    = fix: change to 60 (preferred)\na.txt:1:1: note the whole\n"))
    let candidates = textReport("占⟦61⟧") { text in (1...7).map { fix("\($0)", on: text, isPreferred: false) } }
    #expect(candidates.contains("    = possible fix: change to 1\n    = possible fix: change to 2\n"))
    #expect(candidates.hasSuffix("    = 2 more possible fixes\n"))
  }

  @Test("nothing in a document or a name steers the terminal")
  func control() {
    let text = MarkedText("\u{1B}[31m\u{202E}占⟦61⟧\u{7}")
    var finding = finding(on: text)
    finding.message = LocalizedText("", "a\nb\u{1B}")
    let reporter = TextReporter(language: .english, hasColor: false)
    let rendered = reporter.render(input(text, [finding], name: .init(bytes: [0x61, 0x0A, 0xFF, 0x1B])))
    #expect(
      String(decoding: rendered.report, as: UTF8.self) == """
        a\\u{A}\u{FFFD}\\u{1B}:1:8: error [wrong-share] a\\u{A}b\\u{1B}
          1 | \u{FFFD}[31m\u{FFFD}占61\u{FFFD}
            |         ^^

        """)
  }

  @Test("colours are there when asked for, and on a terminal that does not refuse")
  func color() {
    let escape = "\u{1B}["
    #expect(runTool(["--color", "always", "-"], input: wrongText).output.contains(escape + "1;31merror"))
    #expect(runTool(["-"], input: wrongText, isTerminal: true).output.contains(escape))
    #expect(!runTool(["--color", "never", "-"], input: wrongText, isTerminal: true).output.contains(escape))
    #expect(!runTool(["-"], input: wrongText, variables: ["NO_COLOR": "1"], isTerminal: true).output.contains(escape))
    #expect(!runTool(["-"], input: wrongText).output.contains(escape))
  }

  @Test("the summary counts findings, relations and figures; notes go beside the report")
  func summary() {
    let text = MarkedText("占⟦61⟧")
    let reporter = TextReporter(language: .english, hasColor: false)
    let findings = [finding(on: text), finding(on: text, severity: .hint), finding(on: text, severity: .hint)]
    let checked = input(text, findings, notes: [LocalizedText("不是公开文本", "not a disclosure")])
    #expect(Remarks.of(checked, language: .english) == Array("a.txt: not a disclosure\n".utf8))
    #expect(
      String(decoding: reporter.closing(checked.totals, entries: []), as: UTF8.self) == """

        1 file checked: 1 error, 0 warnings, 0 info, 2 hints; 5 relations: 3 held, 1 by rounding, 1 broken; \
        7 of 8 figures verified

        """)
  }
}
