import DisclosureText
import Lint
import Rules
import Testing

/// Names of departments that are not the document's own, and slips of the own one.
@Suite("Names of departments")
struct EntityTests {
  private static let own = "青禾市水务事务中心"

  /// The own name in sentences of their own, and `sentence` behind them.
  private func text(_ sentence: String, count: Int = 5) -> String {
    let measures = ["收入总计100.00万元，支出总计100.00万元", "机关运行经费10.00万元", "政府采购预算0.00万元", "培训费0.00万元", "收入预算100.00万元"]
    let sentences = measures.prefix(count).map { "按规定公开。\(Self.own)2025年\($0)。" }
    return ([Self.own + "2025年度部门预算公开", "第二部分 情况说明"] + sentences + [sentence]).joined(separator: "\n\n") + "\n"
  }

  private func alarms(in text: String) -> [Finding] {
    Linter().lint(SourceText(text)).findings.filter { $0.rule == "wrong-entity" }
  }

  private func alarms(_ sentence: String, count: Int = 5) -> [Finding] { alarms(in: text(sentence, count: count)) }

  @Test(
    "another one that begins a sentence about figures is found, behind the year and before it",
    arguments: ["按规定公开。青禾市体育公园管理处2025年会议费0.00万元。", "青禾市体育公园管理处2025年会议费0.00万元。"])
  func another(_ sentence: String) {
    let found = alarms(sentence)
    #expect(found.count == 1)
    // Whether the rest of the sentence is copied, too, is for a person to say.
    #expect(found.flatMap(\.fixes).map(\.isSafe) == [false])
  }

  @Test(
    "others that are spoken of are left alone",
    arguments: [
      "按规定公开。青禾市体育公园管理处2025年会议费0.00万元。青禾市河道管理处2025年会议费0.00万元。",
      "按规定公开。青禾市体育公园管理处2025年划转本单位，会议费0.00万元。", "按规定公开。青禾市体育公园管理处2025年成立。",
      "按规定公开。所属青禾市体育公园管理处2025年会议费0.00万元。", "按规定公开。青禾市水务事务中心机关2025年会议费0.00万元。",
      "会同青禾市水务局、青禾市体育公园管理处开展检查。", "青禾市财政局2025年下达预算，会议费0.00万元。",
    ])
  func spokenOf(_ sentence: String) {
    #expect(alarms(sentence) == [])
  }

  @Test(
    "a short name of another body where the department speaks of itself",
    arguments: [
      ("截至2024年12月31日，市林业局共有车辆3辆，本单位无大型设备。", 1), ("2025年，市林业局机关运行经费3.00万元，我中心无其他安排。", 1),
      ("截至2024年12月31日，市水务中心共有车辆3辆，本单位无大型设备。", 0), ("截至2024年12月31日，市林业局共有车辆3辆。", 0),
    ])
  func shortNames(_ sentence: String, _ count: Int) {
    #expect(alarms(sentence).count == count)
  }

  @Test("a quotation and an emphasis of Markdown hide no name")
  func markdown() {
    let lines = text("青禾市体育公园管理处2025年会议费0.00万元。").replacing("按规定公开。", with: "").split(separator: "\n\n")
    let quoted = lines.map { "> \($0)" }
    #expect(alarms(in: quoted.joined(separator: "\n\n") + "\n").count == 1)
  }

  @Test("nothing is said where the own name does not begin such sentences")
  func fewSentences() {
    #expect(alarms("按规定公开。青禾市体育公园管理处2025年会议费0.00万元。", count: 2) == [])
  }

  @Test(
    "a character that is dropped, swapped or leaves no word is found wherever the name stands, and repaired",
    arguments: ["青禾市务事务中心", "青禾市水务务中心", "青禾市水事务务中心", "青禾市水务事物中心"])
  func slips(_ name: String) {
    // The wrong character stands rightly elsewhere.
    let text = text("会议由\(name)主办，购买物品。")
    let found = alarms(in: text)
    #expect(found.count == 1, "\(found)")
    let edits = found.first?.fixes.first { $0.isPreferred && $0.isSafe }?.edits ?? []
    #expect(
      String(decoding: TextEdit.apply(edits, to: Array(text.utf8)), as: UTF8.self)
        == text.replacing("会议由\(name)主办", with: "会议由\(Self.own)主办"))
  }

  @Test(
    "sister bodies and short forms are no slips",
    arguments: ["会议由青禾市水务服务中心主办，提供服务。", "会议由青禾市政务事务中心主办，公开政务。", "会议由青禾水务事务中心主办。", "会议由市水务事务中心主办。"])
  func sisters(_ sentence: String) {
    #expect(alarms(sentence) == [])
  }

  /// The sentences of a bureau with a short name, and `sentence` behind them.
  private func bureau(_ name: String, _ sentence: String) -> String {
    text(sentence).replacing(Self.own, with: name)
  }

  @Test(
    "a word that goes on behind the name's beginning is another word",
    arguments: [
      "青禾市林业系统", "青禾市林业志编纂", "青禾市林业普查办公室", "青禾市林业培训中心", "青禾市林业勘测设计院", "青禾市林业学会", "青禾市林业厅派出机构", "青禾市林业馆。", "青禾市林业协理员",
      "青禾市林业综合执法支队", "青禾市林业委员会",
    ])
  func otherWords(_ word: String) {
    #expect(alarms(in: bureau("青禾市林业局", "用于\(word)。")) == [])
    #expect(alarms(in: bureau("青禾市林业局", "用于\(word)，\(word)。")) == [])
  }

  @Test(
    "whole bodies that differ by one character are no slips",
    arguments: ["会同青禾市统计局开展检查。", "青田市审计局来访交流。", "由青禾市会计局、青禾市审批局办理。"])
  func otherBodies(_ sentence: String) {
    #expect(alarms(in: bureau("青禾市审计局", sentence)) == [])
  }

  @Test(
    "what sounds like the right character is a slip, at the end of the name, too",
    arguments: ["会同青和市林业局开展检查。", "会议由青禾市林业居、有关企业参加。", "会议由青禾市林叶局主办。"])
  func soundsAlike(_ sentence: String) {
    #expect(alarms(in: bureau("青禾市林业局", sentence)).count == 1)
  }

  @Test(
    "another body that does something to the own one, and one that became part of it, are left alone",
    arguments: [
      "青禾市财政局2025年安排青禾市林业局项目资金10.00万元。", "青禾市财政局2025年追加预算20.00万元。", "青禾市财政局2025年预算批复后公开。", "原青禾市农林局2025年划入人员10名。",
      "原青禾市林叶局2025年划入人员10名。",
    ])
  func acting(_ sentence: String) {
    #expect(alarms(in: bureau("青禾市林业局", sentence)) == [])
  }

  @Test(
    "another department where only the own one is spoken of is found",
    arguments: [
      "截至2024年12月31日，青禾市教育局共有车辆3辆。", "2025年度，青禾市信访局机关运行经费10.00万元。", "2025年青禾市农村局项目全部实行绩效目标管理。",
      "一、主要职责\n\n青禾市教育局负责全市林业工作。",
    ])
  func misstated(_ sentence: String) {
    let found = alarms(in: bureau("青禾市林业局", sentence))
    #expect(found.count == 1, "\(found)")
    #expect(found.flatMap(\.fixes).allSatisfy { !$0.isSafe })
  }

  @Test("names of five characters that say where the body is are looked for")
  func shortName() {
    #expect(alarms(in: bureau("禾县林业局", "截至2024年12月31日，禾县林夜局共有车辆3辆。")).count == 1)
    #expect(alarms(in: bureau("禾县林业局", "会同禾县农业局开展检查。")) == [])
  }
}
