import Foundation
import Testing

/// What `fix` does with files that have several names, that are none, or that are in other encodings.
@Suite("fix: what it is given")
struct FixInputTests {
  @Test("a file is repaired once, however many of its names are given")
  func names() throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    try FileManager.default.linkItem(at: place.url("a.txt"), to: place.url("b.txt"))
    try FileManager.default.createSymbolicLink(atPath: place.url("c.txt").path, withDestinationPath: "a.txt")
    let shown = try place.run("fix", "--diff", ".")
    #expect(shown.output.components(separatedBy: "\n@@ ").count == 2, "\(shown.output)")
    let result = try place.run("fix", ".")
    #expect(result.status == 0)
    #expect(result.output == "a.txt:3:30: [wrong-share] change “61.00%” to “60.00%”\n")
    #expect(result.errors.contains("b.txt is the same file as a.txt and is repaired once"))
    #expect(result.errors.contains("c.txt is the same file as a.txt and is repaired once"))
    #expect(result.errors.contains("1 repair made in 1 file; 0 alarms left"))
    #expect(try place.text("b.txt") == rightText)
  }

  @Test(
    "a pipe is not said to be repaired, and what would change in it is shown", arguments: ["/dev/stdin", "pipe.txt"])
  func pipes(name: String) throws {
    let place = try Workplace()
    try place.write(wrongText, to: "a.txt")
    let feed = name == "/dev/stdin" ? "cat a.txt |" : "mkfifo -m 600 pipe.txt; cat a.txt >pipe.txt &"
    let result = try place.shell(#"\#(feed) "$0" fix \#(name); status=$?; cat pipe.txt >&2; exit $status"#)
    #expect(result.status == 2)
    #expect(result.output == "")
    #expect(result.errors.contains("\(name) is a pipe or a device and no file"))
    #expect(result.errors.contains("0 repairs made in 0 files"))
    // Nothing was taken out of it.
    if name == "pipe.txt" { #expect(result.errors.hasSuffix(wrongText)) }
    let again = name == "/dev/stdin" ? feed : "cat a.txt >pipe.txt &"
    let shown = try place.shell(#"\#(again) "$0" fix --diff \#(name)"#)
    #expect(shown.status == 1)
    #expect(shown.output.contains("占60.00%"))
  }

  @Test(
    "a text in UTF-16 stays in it, the half of a character in it too", arguments: [true, false],
    ["", "mark", "broken", "half"])
  func units(isHighFirst: Bool, form: String) throws {
    func file(_ text: String) -> Data {
      var units = Array(text.utf16)
      if form != "" { units.insert(0xFEFF, at: 0) }
      if form == "broken" { units.insert(0xD800, at: units.count / 2) }
      let bytes = units.flatMap { unit -> [UInt8] in
        let (high, low) = (UInt8(unit >> 8), UInt8(unit & 0xFF))
        return isHighFirst ? [high, low] : [low, high]
      }
      return Data(bytes + (form == "half" ? [0x41] : []))
    }
    let place = try Workplace()
    let rest = "\n本部门承担档案管理𠮷职责。\n"
    try place.write(file(wrongText + rest), to: "a.txt")
    let isWhole = form == "" || form == "mark"
    #expect(try place.run("fix", "a.txt").status == (isWhole ? 0 : 1))
    #expect(try Data(contentsOf: place.url("a.txt")) == file(rightText + rest))
    #expect(try place.run("lint", "--format", "concise", "a.txt").output.contains("unreadable-text") == !isWhole)
  }

  /// A form whose score for the money spent is wrong, and whose total has it.
  private static let form = """
    某局2024年度部门决算公开

    2024年度项目支出绩效自评表
    单位：万元
    项目名称\t档案数字化
    主管部门\t某局\t实施单位\t某局
    项目资金（万元）\t年初预算数\t全年预算数\t全年执行数\t分值\t执行率\t得分
    年度资金总额\t100.00\t100.00\t80.00\t10\t80.00%\t9.00
    其中：当年财政拨款\t100.00\t100.00\t80.00\t—\t80.00%\t—
    一级指标\t二级指标\t三级指标\t年度指标值\t实际完成值\t分值\t得分\t偏差原因分析及改进措施
    产出指标\t数量指标\t扫描数量\t10万页\t10万页\t50\t50
    效益指标\t社会效益\t查阅时限\t2天\t2天\t30\t30
    满意度指标\t服务对象满意度\t满意度\t95%\t95%\t10\t10
    总分\t100\t99.00

    """

  @Test("a repair that would bring an alarm is not made, and both are said")
  func refused() throws {
    let place = try Workplace()
    try place.write(Self.form, to: "a.txt")
    let before = try place.text("a.txt")
    let result = try place.run("fix", "--unsafe", "a.txt")
    #expect(result.status == 1)
    #expect(try place.text("a.txt") == before)
    #expect(
      result.errors.contains(
        "not repaired: “wrong score: 10 × 80.00% = 8.00, the text has 9.00”; to change “9.00” to “8.00” would raise a new alarm (score-sum): “wrong score: 8.00 + 50 + 30 + 10 = 98.00, the text has 99.00"
      ), "\(result.errors)")
  }
}
