import JSONText
import LanguageServer
import Testing
import Workspace

/// What is asked of a disclosure of several in a file is answered as if it stood alone.
@Suite("A file of several disclosures in the editor")
struct SeveralDisclosuresTests {
  /// A disclosure whose figures any other one of the file may have as well.
  static func disclosure(_ entity: String, _ year: Int, _ rate: String = "60.00") -> String {
    let sections = (1...4).map { number in
      "（\(number)）某项支出合计1\(number).00万元，其中：基本支出1\(number).00万元；项目支出0.00万元。\n"
    }
    return """
      \(entity)\(year)年度部门预算公开
      目录
      第一部分 \(entity)概况
      第二部分 \(year)年部门预算情况说明

      第一部分 \(entity)概况

      一、主要职责

      承办交办的事项。

      第二部分 \(year)年部门预算情况说明

      一、收入支出预算总体情况说明

      \(year)年收入总计100.00万元，支出总计100.00万元。其中：基本支出60.00万元，占\(rate)%；项目支出40.00万元，占40.00%。

      二、支出情况说明

      \(sections.joined())
      收支总表
      \t\t\t单位：万元
      收入\t\t支出\t
      项目\t预算数\t项目\t预算数
      一、一般公共预算拨款收入\t100.00\t一、教育支出\t100.00
      收入总计\t100.00\t支出总计\t100.00

      """
  }

  static let first = disclosure("青禾区档案局", 2024)
  static let second = disclosure("青禾区水利局", 2025, "61.00")
  /// The lines of the first one.
  static let lines = first.count { $0 == "\n" }

  /// A value with all lines further down.
  static func shifted(_ value: JSONValue, by lines: Int = lines) -> JSONValue {
    switch value.content {
    case .array(let elements): return JSONValue(.array(elements.map { shifted($0, by: lines) }))
    case .object(let members):
      return JSONValue(
        .object(
          members.map { member in
            guard ["line", "startLine", "endLine"].contains(member.key), let line = member.value.integer else {
              return JSONMember(key: member.key, value: shifted(member.value, by: lines))
            }
            return JSONMember(key: member.key, value: JSONValue(.integer(Int64(line + lines))))
          }))
    default: return value
    }
  }

  static let settings = #","initializationOptions":{"inlayHints":true}"#

  static func answer(_ method: String, _ parameters: String = "", in text: String) -> JSONValue {
    var client = TestClient(capabilities: TestClient.modern, more: settings)
    client.open(text)
    return client.request("textDocument/" + method, #"{"textDocument":{"uri":"file:///a.txt"}\#(parameters)}"#)[
      "result"] ?? .null
  }

  /// The place of `words` in the second disclosure, so many lines further down.
  static func place(_ words: String, below lines: Int) -> String {
    let before = second.prefix(upTo: second.firstRange(of: words)?.lowerBound ?? second.startIndex)
    let line = before.count { $0 == "\n" }
    let column = before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0
    return #","position":{"line":\#(line + lines),"character":\#(column + 1)}"#
  }

  @Test(
    "is asked of a figure in the disclosure that the figure stands in",
    arguments: ["definition", "references", "documentHighlight", "prepareRename", "rename"])
  func places(_ method: String) {
    let more = #","newName":"70.00","context":{"includeDeclaration":true}"#
    let alone = Self.answer(method, Self.place("100.00万元，支", below: 0) + more, in: Self.second)
    let among = Self.answer(method, Self.place("100.00万元，支", below: Self.lines) + more, in: Self.first + Self.second)
    #expect(json(alone) != "null" && json(alone) != "[]")
    #expect(json(among) == json(Self.shifted(alone)))
  }

  @Test("names the lines of the file when it says where else a figure stands")
  func hover() {
    let text = Self.first + Self.second
    let alone = Self.answer("hover", Self.place("100.00万元，支", below: 0), in: Self.second)
    let among = Self.answer("hover", Self.place("100.00万元，支", below: Self.lines), in: text)
    #expect(json(among["range"]) == json(Self.shifted(alone["range"] ?? .null)))
    func said(_ hover: JSONValue) -> [Int] {
      (hover["contents"]?["value"]?.string ?? "").components(between: "第 ", and: " 行").compactMap { Int($0) }
    }
    #expect(!said(alone).isEmpty && said(among) == said(alone).map { $0 + Self.lines })
    let rule = Self.answer("hover", Self.place("61.00", below: Self.lines), in: text)
    #expect(rule["contents"]?["value"]?.string?.contains("wrong-share") == true)
  }

  @Test("shows what concerns all of it disclosure by disclosure", arguments: ["foldingRange", "codeLens", "inlayHint"])
  func whole(_ method: String) {
    func all(_ text: String) -> [JSONValue] {
      let end = text.count { $0 == "\n" }
      let range = #","range":{"start":{"line":0,"character":0},"end":{"line":\#(end),"character":0}}"#
      return Self.answer(method, range, in: text).elements ?? []
    }
    let (one, other) = (all(Self.first), all(Self.second))
    #expect(!other.isEmpty)
    #expect(all(Self.first + Self.second).map { json($0) } == (one + other.map { Self.shifted($0) }).map { json($0) })
  }

  @Test("has an outline with each of them, and what lies in it")
  func outline() {
    let symbols = Self.answer("documentSymbol", in: Self.first + Self.second).elements ?? []
    #expect(symbols.map { $0["name"]?.string } == ["青禾区档案局2024年度部门预算公开", "青禾区水利局2025年度部门预算公开"])
    #expect(symbols.map { $0["kind"]?.integer } == [1, 1])
    let names = symbols.last?["children"]?.elements?.compactMap { $0["name"]?.string } ?? []
    #expect(names.contains { $0.hasPrefix("第二部分") })
    #expect(symbols.last?["range"]?["start"]?["line"]?.integer == Self.lines)
  }

  @Test("has words that are marked in all of them")
  func tokens() {
    func count(_ text: String) -> Int { Self.answer("semanticTokens/full", in: text)["data"]?.elements?.count ?? 0 }
    #expect(count(Self.second) > 0)
    #expect(count(Self.first + Self.second) == count(Self.first) + count(Self.second))
  }

  @Test("selects up to the disclosure, and then the file")
  func selection() {
    let place = Self.place("60.00万元", below: Self.lines).dropFirst(#","position":"#.count)
    let answer = Self.answer("selectionRange", #","positions":[\#(place)]"#, in: Self.first + Self.second)
    var ranges: [JSONValue] = []
    var next = answer.elements?.first
    while let range = next {
      ranges.append(range["range"] ?? .null)
      next = range["parent"]
    }
    #expect(ranges.last?["start"]?["line"]?.integer == 0)
    #expect(ranges.dropLast().last?["start"]?["line"]?.integer == Self.lines)
  }

  @Test("is completed by the figures of the disclosure that is written")
  func completion() {
    let text = Self.second.replacing("占61.00%", with: "占")
    let before = text.prefix(upTo: text.firstRange(of: "占；")?.lowerBound ?? text.startIndex)
    let line = before.count { $0 == "\n" }
    let column = (before.split(separator: "\n", omittingEmptySubsequences: false).last?.utf16.count ?? 0) + 1
    func labels(_ text: String, below lines: Int) -> [String] {
      let position = #","position":{"line":\#(line + lines),"character":\#(column)}"#
      return Self.answer("completion", position, in: text)["items"]?.elements?.compactMap { $0["label"]?.string } ?? []
    }
    #expect(labels(text, below: 0).first == "60.00%")
    #expect(labels(Self.first + text, below: Self.lines) == labels(text, below: 0))
  }
}

extension String {
  /// The stretches between one word and the next other one.
  fileprivate func components(between start: String, and end: String) -> [Substring] {
    split(separator: start).dropFirst().compactMap { part in
      part.firstRange(of: end).map { part[..<$0.lowerBound] }
    }
  }
}
