import DisclosureText
import Lint
import Testing
import Workspace

@testable import CommandLineTool

@Suite("JSON report")
struct JSONReporterTests {
  let reporter = JSONReporter(language: .english)

  func report(_ inputs: [CheckedInput]) -> String {
    var totals = RunTotals()
    var reports: [[UInt8]] = []
    var entries: [[UInt8]] = []
    for input in inputs {
      let rendered = reporter.render(input)
      totals.add(input.totals)
      if !rendered.report.isEmpty { reports.append(rendered.report) }
      entries.append(rendered.entry)
    }
    let bytes =
      reporter.opening() + reports.joined(separator: reporter.separator) + reporter.closing(totals, entries: entries)
    return String(decoding: bytes, as: UTF8.self)
  }

  @Test("every member stands where programs look for it")
  func whole() {
    let text = MarkedText("题\n𠮷占⟦61⟧\"")
    let related = [RelatedPlace(range: TextRange(0, 3), message: LocalizedText("题", "the \"title\""))]
    let one = finding(on: text, related: related, fixes: [fix("60", on: text, isPreferred: true)])
    let inputs = [
      input(text, [one], notes: [LocalizedText("注", "a note")]),
      CheckedInput(name: .init(bytes: [0x62, 0x0A, 0xFF]), outcome: .unreadable(.file(.missing))),
    ]
    let counts = #"{"checked":5,"hold":3,"rounding":1,"broken":1,"notCheckable":2},"figures":{"total":8,"verified":7}"#
    let none = #"{"checked":0,"hold":0,"rounding":0,"broken":0,"notCheckable":0},"figures":{"total":0,"verified":0}"#
    let start = #""start":{"offset":11,"line":2,"column":3},"end":{"offset":13,"line":2,"column":5}"#
    let expected = [
      #"{"tool":{"name":"budgetlint","version":"\#(Product.version)"},"diagnostics":["#,
      #"{"file":"a.txt","rule":"wrong-share","severity":"error","message":"wrong share",\#(start),"#
        + #""related":[{"message":"the \"title\"","start":{"offset":0,"line":1,"column":1},"#
        + #""end":{"offset":3,"line":1,"column":2}}],"fixes":[{"title":"change to 60","preferred":true,"#
        + #""safe":true,"edits":[{\#(start),"text":"60"}]}]}"#,
      #"],"summary":{"files":1,"errors":1,"warnings":0,"info":0,"hints":0,"relations":\#(counts)},"files":["#,
      #"{"file":"a.txt","kind":"budget","entity":"某局","fiscalYear":2025,"relations":\#(counts),"#
        + #""notes":["a note"],"errors":[]},"#,
      #"{"file":"b\n\#u{FFFD}","kind":"unknown","entity":null,"fiscalYear":null,"relations":\#(none),"#
        + #""notes":[],"errors":["b\\u{A}\#u{FFFD} does not exist; check the path"]}"#,
      "]}\n",
    ]
    #expect(report(inputs) == expected.joined(separator: "\n"))
  }

  @Test("diagnostics of several files are parted by commas, files without any leave no trace")
  func separators() {
    let text = MarkedText("占⟦61⟧")
    let bad = input(text, [finding(on: text), finding(on: text)])
    let output = report([input(text, []), bad, input(text, []), bad])
    #expect(output.split(separator: "\n").filter { $0.hasPrefix(#"{"file":"a.txt","rule""#) }.count == 4)
    #expect(output.split(separator: "\n").filter { $0.hasPrefix(#"{"file":"a.txt","kind""#) }.count == 4)
    #expect(!output.contains("[\n,") && !output.contains(",\n]") && !output.contains(",\n,"))
  }

  @Test("a run without any file gives the whole form")
  func empty() {
    let output = runTool(["--format", "json"]).output
    #expect(output.contains(#""diagnostics":["#) && output.contains(#""files":0"#))
    #expect(output.hasSuffix("]}\n"))
  }
}
