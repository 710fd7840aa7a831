import DisclosureText
import Lint
import Testing
import Workspace

@Suite("Baseline")
struct BaselineTests {
  /// The findings on the places of `text` where `printed` stands.
  func findings(_ printed: String, in text: String, rule: String = "wrong-share") -> [Finding] {
    let bytes = Array(text.utf8)
    let word = Array(printed.utf8)
    return bytes.indices.filter { bytes[$0...].starts(with: word) }.map { start in
      Finding(
        rule: rule, severity: .error, range: TextRange(start, start + word.count),
        message: LocalizedText("应为60.00%", "should be 60.00%"))
    }
  }

  func report(_ findings: [Finding]) -> LintReport {
    LintReport(
      findings: findings, profile: ProfileSummary(kind: "budget", entity: nil, fiscalYear: nil),
      relations: RelationCounts(), figures: FigureCounts(), notes: [])
  }

  @Test("one known finding covers one finding, and what it does not cover is left")
  func twice() throws {
    let text = "基本支出占61.00%。\n\n基本支出占61.00%。\n"
    let found = findings("61.00%", in: text)
    #expect(found.count == 2)
    var baseline = Baseline(at: "/b.json")
    baseline.add([found[0]], of: SourceText(text), at: "/d/a.txt")
    let (left, stale) = baseline.taking(report(found), of: SourceText(text), at: "/d/a.txt")
    #expect(left.findings == [found[1]])
    #expect(stale == [])
    #expect(baseline.taking(report(found), of: SourceText(text), at: "/d/b.txt").report.findings == found)
    #expect(baseline.taking(report([]), of: SourceText(text), at: "/d/a.txt").stale.map(\.printed) == ["61.00%"])
  }

  @Test("what was written is read again, with files named from its folder")
  func again() throws {
    let text = "基本支出占61.00%。"
    var baseline = Baseline(at: "/公开/已知.json")
    baseline.add(findings("61.00%", in: text), of: SourceText(text), at: "/公开/甲/a.txt")
    baseline.add(findings("61.00%", in: text), of: SourceText(text), at: "/别处/b.txt")
    let copy = try Baseline(reading: baseline.json(), at: "/公开/已知.json")
    #expect(copy.fileNames == ["/别处/b.txt", "甲/a.txt"])
    #expect(copy.entries(of: "甲/a.txt") == baseline.entries(of: "甲/a.txt"))
    #expect(copy.json() == baseline.json())
    let written = String(decoding: baseline.json(), as: UTF8.self)
    #expect(!written.contains("60.00"))
  }

  @Test(
    "what is no baseline is refused",
    arguments: ["", "{}", "[]", #"{"version": 2, "findings": []}"#, #"{"version": 1, "findings": [{"file": "a"}]}"#])
  func refused(text: String) {
    #expect(throws: BaselineError.self) { try Baseline(reading: Array(text.utf8), at: "/b.json") }
  }

  @Test("a fingerprint survives edits elsewhere and of other figures, and tells findings apart")
  func fingerprints() {
    let text = "一、支出\n\n支出合计100.00万元，其中：基本支出60.00万元，占61.00%；项目支出40.00万元。\n\n二、其他"
    func fingerprint(_ text: String, _ rule: String = "wrong-share", _ printed: String = "61.00%") -> String? {
      findings(printed, in: text, rule: rule).first.map { FindingFingerprint.of($0, in: SourceText(text)) }
    }
    let original = fingerprint(text)
    for (old, new) in [
      ("一、支出", "一、支出预算\n\n本年如下。"), ("100.00", "1,100.00"), ("60.00万元", " 60.00\n万元"), ("40.00", "39.00"), ("二、其他", "完"),
    ] {
      let edited = text.split(separator: old, omittingEmptySubsequences: false).joined(separator: new)
      #expect(edited != text)
      #expect(fingerprint(edited) == original, "\(new)")
    }
    #expect(fingerprint(text, "wrong-growth") != original)
    #expect(fingerprint(text, "wrong-share", "60.00") != original)
    let other = text.split(separator: "基本支出").joined(separator: "人员经费")
    #expect(fingerprint(other) != original)
  }

  @Test("rows and headings that follow each other without blank lines have fingerprints of their own")
  func lines() {
    let rows = ["二、支出情况", "科目编码  科目名称  合计", "2130201  行政运行  61.00", "2130207  森林资源管理  39.00", "合计  100.00"]
    func fingerprint(_ rows: [String], _ end: String) -> String? {
      let text = rows.joined(separator: end)
      return findings("61.00", in: text).first.map { FindingFingerprint.of($0, in: SourceText(text)) }
    }
    for end in ["\n", "\r\n"] {
      let original = fingerprint(rows, end)
      for row in [0, 1, 3, 4] {
        var edited = rows
        edited[row] = "三、收入情况说明"
        #expect(fingerprint(edited, end) == original)
      }
      var other = rows
      other[2] = "2130201  事业运行  61.00"
      #expect(fingerprint(other, end) != original)
    }
  }

  @Test("a sentence that is broken over lines has one fingerprint, wherever the finding stands in it")
  func wrapped() {
    let lines = ["支出合计100.00万元，其中：基本支出主要用于保障机构正常运转的日常支出为", "61.00万元，占支出合计的比重与上年相比没有变化，项目支出为39.00万元。"]
    let text = lines.joined(separator: "\n")
    let whole = lines.joined()
    #expect(
      findings("61.00", in: text).map { FindingFingerprint.of($0, in: SourceText(text)) }
        == findings("61.00", in: whole).map { FindingFingerprint.of($0, in: SourceText(whole)) })
  }

  @Test("equal fingerprints are numbered")
  func numbers() {
    let text = "占61.00%。\n占61.00%。"
    let all = FindingFingerprint.all(of: findings("61.00%", in: text), in: SourceText(text))
    #expect(all[1] == all[0] + "-2")
  }

  @Test(
    "the digest is SHA-256",
    arguments: [
      (0, "e3b0c44298fc1c149afbf4c8996fb92427ae41e4649b934ca495991b7852b855"),
      (55, "9f4390f8d30c2dd92ec9f095b65e2b9ae9b0a925a5258e241c9f1e910f734318"),
      (56, "b35439a4ac6f0948b6d6f9e3c6af0f5f590ce20f1bde7090ef7970686ec6738a"),
      (64, "ffe054fe7ae0cb6dc65c3af9b61d5209f439851db43d0ba5997337df154668eb"),
      (1000, "41edece42d63e8d9bf515a9ba6932e1c20cbc9f5a5d134645adb5db1b9737ea3"),
    ])
  func digest(count: Int, expected: String) {
    #expect(ContentDigest.sha256([UInt8](repeating: UInt8(ascii: "a"), count: count)) == expected)
  }
}
