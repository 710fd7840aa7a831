import JSONText
import Lint
import Testing

@testable import CommandLineTool

@Suite("Documents of pandoc")
struct PandocTextTests {
  /// A cell of one word that reaches over rows and columns.
  static func cell(_ text: String, rows: Int = 1, columns: Int = 1) -> String {
    let block = text.isEmpty ? "" : #"{"t":"Plain","c":[{"t":"Str","c":"\#(text)"}]}"#
    return #"[["",[],[]],{"t":"AlignDefault"},\#(rows),\#(columns),[\#(block)]]"#
  }

  static func text(ofRows rows: [[String]]) throws -> (text: String, places: ImportedPlaces) {
    let body = rows.map { #"[["",[],[]],[\#($0.joined(separator: ","))]]"# }.joined(separator: ",")
    let table =
      #"{"t":"Table","c":[["",[],[]],[null,[]],[],[["",[],[]],[]],[[["",[],[]],0,[],[\#(body)]]],[["",[],[]],[]]]}"#
    var writer = PandocText()
    writer.write(try JSONReader.read(Array(#"{"blocks":[\#(table)]}"#.utf8)))
    return (String(decoding: writer.bytes, as: UTF8.self), writer.places)
  }

  @Test("a cell that reaches over columns and rows leaves the others in their columns")
  func spans() throws {
    let (text, places) = try Self.text(ofRows: [
      [Self.cell("项目", rows: 2), Self.cell("预算", columns: 2)], [Self.cell("基本"), Self.cell("项目")],
      [Self.cell("甲"), Self.cell("1"), Self.cell("2")],
    ])
    #expect(text == "项目\t预算\t\n\t基本\t项目\n甲\t1\t2\n\n")
    let offset = Array(text.utf8).lastIndex(of: UInt8(ascii: "2")) ?? 0
    #expect(places.place(of: offset) == .cell(table: 1, row: 3, column: 3))
    #expect(places.place(of: 20) == .cell(table: 1, row: 2, column: 2))
  }

  @Test("a title over the whole table is a line of its own")
  func title() throws {
    let (text, places) = try Self.text(ofRows: [
      [Self.cell("收支总表", columns: 3)], [Self.cell(""), Self.cell(""), Self.cell("单位：万元")],
      [Self.cell("甲"), Self.cell(""), Self.cell("1")],
    ])
    #expect(text == "收支总表\n单位：万元\n甲\t\t1\n\n")
    #expect(places.place(of: 14) == .cell(table: 1, row: 2, column: 3))
  }

  @Test("lists, headings, quotations, struck-out words and notes")
  func blocks() throws {
    let json = #"""
      {"blocks":[
        {"t":"Header","c":[1,["",[],[]],[{"t":"Str","c":"一、"},{"t":"Strong","c":[{"t":"Str","c":"支出"}]}]]},
        {"t":"BulletList","c":[[{"t":"Plain","c":[{"t":"Str","c":"甲"},{"t":"SoftBreak"},{"t":"Str","c":"乙"}]}]]},
        {"t":"OrderedList","c":[[1,{"t":"Decimal"},{"t":"Period"}],[[{"t":"Para","c":[{"t":"Quoted","c":[{"t":"DoubleQuote"},[{"t":"Str","c":"三公"}]]}]}]]]},
        {"t":"Para","c":[{"t":"Strikeout","c":[{"t":"Str","c":"旧"}]},{"t":"Str","c":"新"},{"t":"Note","c":[]}]},
        {"t":"Div","c":[["",[],[]],[{"t":"BlockQuote","c":[{"t":"Para","c":[{"t":"Str","c":"丙"}]}]}]]},
        {"t":"HorizontalRule"}]}
      """#
    var writer = PandocText()
    writer.write(try JSONReader.read(Array(json.utf8)))
    #expect(String(decoding: writer.bytes, as: UTF8.self) == "一、支出\n\n甲乙\n\n“三公”\n\n新\n\n丙\n\n")
    #expect(writer.places.place(of: writer.bytes.count - 3) == .paragraph(5))
  }

  @Test("sheets: quoted fields, lines inside cells, and the names of columns")
  func sheets() {
    var writer = SheetText()
    writer.write(Array("收支表\t\t\n\"甲\n乙\"\t\"说\"\"明\"\"\"\t1.00\n".utf8), sheet: "第一张")
    writer.write(Array("丙\t2".utf8), sheet: "第二张")
    let text = String(decoding: writer.bytes, as: UTF8.self)
    #expect(text == "第一张\n收支表\n甲乙\t说\"明\"\t1.00\n\n第二张\n丙\t2\n\n")
    let offset = Array(text.utf8).firstIndex(of: UInt8(ascii: "1")) ?? 0
    #expect(writer.places.place(of: offset)?.text.english == "sheet “第一张”, cell C2")
    #expect(ImportedPlace.sheet("a", row: 1, column: 28).text.english == "sheet “a”, cell AB1")
  }

  @Test("pages and lines of a PDF")
  func pages() {
    let places = PortableDocumentImporter.places(of: Array("a\nb\n\u{C}c\nd".utf8))
    let found = [0, 2, 5, 7].map { places.place(of: $0) }
    #expect(found == [.page(1, line: 1), .page(1, line: 2), .page(2, line: 1), .page(2, line: 2)])
  }
}
