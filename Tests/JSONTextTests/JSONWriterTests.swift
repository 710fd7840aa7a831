import DisclosureGenerator
import JSONText
import Testing

@Suite("JSON writer")
struct JSONWriterTests {
  static func write(indentation: Int = 0, _ body: (inout JSONWriter) -> Void) -> String {
    var writer = JSONWriter(indentation: indentation)
    body(&writer)
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  static func sample(_ writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("rule", "wrong-share")
      writer.key("start")
      writer.object { writer in writer.member("line", 5) }
      writer.key("fixes")
      writer.array { _ in }
      writer.key("related")
      writer.array { writer in
        writer.bool(true)
        writer.null()
        writer.double(0.5)
        writer.raw(Array("{}".utf8))
      }
      writer.key("none")
      writer.object { _ in }
    }
  }

  @Test("on one line")
  func compact() {
    #expect(
      Self.write(Self.sample)
        == #"{"rule":"wrong-share","start":{"line":5},"fixes":[],"related":[true,null,0.5,{}],"none":{}}"#)
  }

  @Test("indented")
  func indented() {
    #expect(
      Self.write(indentation: 2, Self.sample) == """
        {
          "rule": "wrong-share",
          "start": {
            "line": 5
          },
          "fixes": [],
          "related": [
            true,
            null,
            0.5,
            {}
          ],
          "none": {}
        }
        """)
  }

  @Test("numbers", arguments: [0, 7, 10, -1, 1_234_567_890, Int.max, Int.min])
  func numbers(number: Int) {
    #expect(Self.write { $0.int(number) } == String(number))
  }

  @Test("a number that JSON cannot express is null")
  func notANumber() {
    #expect(Self.write { $0.double(.infinity) } == "null")
  }

  @Test("values that stand for themselves are not separated by commas")
  func severalValues() {
    #expect(
      Self.write { writer in
        writer.array { _ in }
        writer.newline()
        writer.int(1)
        writer.newline()
      } == "[]\n1\n")
  }

  @Test("a string given as bytes is written like one given as a string")
  func utf8() {
    let text = "占“\"\\\u{1}\u{1F}\u{7F}\n𠮷"
    #expect(Self.write { $0.string(text) } == "\"占“\\\"\\\\\\u0001\\u001f\u{7F}\\n𠮷\"")
    #expect(Self.write { $0.string(utf8: Array(text.utf8)) } == Self.write { $0.string(text) })
  }

  @Test("what was written is read again as the same, whatever it is")
  func roundTrip() throws {
    var generator = SplitMix64(state: 3)
    for indentation in [0, 2] {
      for _ in 0..<300 {
        let value = Self.randomValue(&generator, depth: 5)
        let text = Self.write(indentation: indentation) { $0.value(value) }
        let again = try JSONReader.read(Array(text.utf8))
        #expect(Self.write(indentation: indentation) { $0.value(again) } == text)
        #expect(Self.isSame(value, again))
      }
    }
  }

  static let characters: [Unicode.Scalar] = ["a", "\"", "\\", "/", "\n", "\r", "\u{0}", "\u{1F}", "占", "𠮷", "\u{2028}"]

  static func randomString(_ generator: inout SplitMix64) -> String {
    var string = String.UnicodeScalarView()
    for _ in 0..<Int.random(in: 0...20, using: &generator) {
      string.append(characters.randomElement(using: &generator) ?? "a")
    }
    return String(string)
  }

  static func randomValue(_ generator: inout SplitMix64, depth: Int) -> JSONValue {
    switch Int.random(in: 0...(depth > 0 ? 7 : 5), using: &generator) {
    case 0: return .null
    case 1: return JSONValue(.bool(Bool.random(using: &generator)))
    case 2: return JSONValue(.integer(Int64.random(in: .min ... .max, using: &generator)))
    case 3: return JSONValue(.double(Double.random(in: -1e9...1e9, using: &generator)))
    case 4, 5: return JSONValue(.string(randomString(&generator)))
    case 6:
      let count = Int.random(in: 0...4, using: &generator)
      return JSONValue(.array((0..<count).map { _ in randomValue(&generator, depth: depth - 1) }))
    default:
      let count = Int.random(in: 0...4, using: &generator)
      return JSONValue(
        .object(
          (0..<count).map { _ in
            JSONMember(key: randomString(&generator), value: randomValue(&generator, depth: depth - 1))
          }))
    }
  }

  static func isSame(_ left: JSONValue, _ right: JSONValue) -> Bool {
    switch (left.content, right.content) {
    case (.null, .null): true
    case (.bool(let left), .bool(let right)): left == right
    case (.integer(let left), .integer(let right)): left == right
    case (.double(let left), .double(let right)): left == right
    case (.string(let left), .string(let right)): Array(left.utf8) == Array(right.utf8)
    case (.array(let left), .array(let right)):
      left.count == right.count && zip(left, right).allSatisfy(isSame)
    case (.object(let left), .object(let right)):
      left.count == right.count && zip(left, right).allSatisfy { $0.key == $1.key && isSame($0.value, $1.value) }
    default: false
    }
  }
}
