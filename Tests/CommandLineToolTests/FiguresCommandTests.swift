import JSONText
import Testing
import Workspace

@Suite("The command figures")
struct FiguresCommandTests {
  static func read(_ text: String) throws -> JSONValue {
    let result = runTool(["figures", "a.txt"], files: MemoryFileSystem(files: ["a.txt": text]))
    #expect(result.status == 0)
    return try JSONReader.read(Array(result.output.utf8))
  }

  static func relations(_ text: String) throws -> [String] {
    let value = try read(text)
    let figures = value["statements"]?.elements ?? []
    return (value["relations"]?.elements ?? []).map { relation in
      let operands = (relation["figures"]?.elements ?? []).map { operand in
        operand["statement"]?.integer.flatMap { figures[$0]["figure"]?.string } ?? "?"
      }
      return "\(relation["rule"]?.string ?? "") \(operands.joined(separator: " ")) \(relation["outcome"]?.string ?? "")"
    }
  }

  @Test("profile, statements, relations and coverage of a budget")
  func budget() throws {
    let value = try Self.read(wrongText)
    #expect(value.members?.map(\.key) == ["file", "profile", "statements", "tables", "relations", "coverage"])
    #expect(value["profile"]?["kind"]?.string == "budget" && value["profile"]?["fiscalYear"]?.integer == 2025)
    let statements = value["statements"]?.elements ?? []
    #expect(statements.compactMap { $0["figure"]?.string } == ["100.00万元", "60.00万元", "61.00%", "40.00万元", "40.00%"])
    #expect(statements.compactMap { $0["role"]?.string } == ["level", "level", "share", "level", "share"])
    #expect(statements.first?["measure"]?.string == "支出合计")
    #expect(statements[2]["start"]?["line"]?.integer == 3 && statements[2]["start"]?["column"]?.integer == 30)
    #expect(value["coverage"]?["total"]?.integer == 5 && value["coverage"]?["verified"]?.integer == 5)
  }

  @Test("every form of relation, with its outcome")
  func forms() throws {
    #expect(
      try Self.relations(wrongText) == [
        "sum-mismatch 100.00万元 60.00万元 40.00万元 hold", "wrong-share 61.00% 60.00万元 100.00万元 broken",
        "wrong-share 40.00% 40.00万元 100.00万元 hold", "shares-not-whole 61.00% 40.00% broken",
      ])
    let growth = "某局2025年度部门预算公开\n\n机关运行经费126.00万元，比2024年度增加6.00万元，下降5.00%。\n"
    #expect(
      try Self.relations(growth) == [
        "wrong-growth 5.00% 6.00万元 126.00万元 broken", "wrong-direction  broken",
      ])
    let final = "某局2025年度部门决算公开\n\n年初预算为52.40万元，支出决算为48.30万元，完成年初预算的92.18%。决算数大于预算数的主要原因是厉行节约。\n"
    #expect(
      try Self.relations(final) == [
        "wrong-completion 92.18% 48.30万元 52.40万元 hold", "wrong-direction 48.30万元 52.40万元 broken",
      ])
  }

  @Test("a figure that nothing vouches for is listed")
  func unverified() throws {
    let value = try Self.read(rightText + "\n培训费预算7.00万元。\n")
    let index = value["coverage"]?["unverified"]?.elements?.first?.integer ?? -1
    #expect(value["statements"]?.elements?[index]["figure"]?.string == "7.00万元")
  }

  @Test("figures of the prose and of tables that nothing vouches for are counted, by section and table; a dash is none")
  func coverage() throws {
    let table = """

      表1 支出总表
      单位：万元
      科目编码\t科目名称\t合计\t基本支出\t项目支出
      201\t一般公共服务支出\t60.00\t40.00\t20.00
      208\t社会保障和就业支出\t30.00\t30.00\t-
      221\t住房保障支出\t10.00\t-\t10.00
      合计\t\t100.00\t70.00\t30.00

      """
    let value = try Self.read(rightText + "\n培训费预算7.00万元。\n" + table)
    let coverage = value["coverage"]
    #expect(coverage?["total"]?.integer == 6 && coverage?["verified"]?.integer == 5)
    #expect(coverage?["cells"]?["total"]?.integer == 10 && coverage?["cells"]?["verified"]?.integer == 10)
    #expect(coverage?["cells"]?["unverified"]?.elements?.isEmpty == true)
    let sections = coverage?["sections"]?.elements ?? []
    #expect(sections.reduce(0) { $0 + ($1["total"]?.integer ?? 0) } == 16)
    #expect(sections.reduce(0) { $0 + ($1["verified"]?.integer ?? 0) } == 15)
    let tables = sections.filter { $0["table"]?.bool == true }
    #expect(tables.map { $0["title"]?.string } == ["表1支出总表"])
  }

  @Test("a text that is no disclosure has nothing to read, which is said")
  func noDisclosure() {
    let result = runTool(["figures", "-"], input: "甲")
    #expect(result.status == 0)
    #expect(result.errors.contains("does not look like"))
    #expect(result.output.contains(#""statements": []"#) && result.output.contains(#""file": "<stdin>""#))
  }
}
