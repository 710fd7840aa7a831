import JSONText
import Testing

@Suite("JSON reader")
struct JSONReaderTests {
  static func read(_ text: String, depthLimit: Int = 512) throws(JSONError) -> JSONValue {
    try JSONReader.read(Array(text.utf8), depthLimit: depthLimit)
  }

  /// `text` read and written again.
  static func compact(_ text: String) throws -> String {
    var writer = JSONWriter()
    writer.value(try read(text))
    return String(decoding: writer.bytes, as: UTF8.self)
  }

  @Test(
    "values are read",
    arguments: [
      ("null", "null"), (" true ", "true"), ("false", "false"), ("0", "0"), ("-0", "0"),
      ("9223372036854775807", "9223372036854775807"), ("-9223372036854775808", "-9223372036854775808"),
      ("9223372036854775808", "9.223372036854776e+18"), ("1.50", "1.5"), ("-1e3", "-1000.0"), ("2E-2", "0.02"),
      ("[]", "[]"), ("{}", "{}"), ("[ 1 , [ ] ,\r\n\t{ \"a\" : null } ]", "[1,[],{\"a\":null}]"),
      (#""占𠮷""#, #""占𠮷""#), (#""\u5360\uD842\uDfb7""#, #""占𠮷""#),
      (#""\"\\\/\b\f\n\r\t\u0001""#, #""\"\\/\b\f\n\r\t\u0001""#),
      (#""\ud842""#, "\"\u{FFFD}\""), (#""\udfb7x""#, "\"\u{FFFD}x\""), (#""\ud842\u0041""#, "\"\u{FFFD}A\""),
      (#""\ud842\n""#, "\"\u{FFFD}\\n\""), ("\u{FEFF}1", "1"),
    ])
  func values(text: String, written: String) throws {
    #expect(try Self.compact(text) == written)
  }

  @Test(
    "an error says where and what was expected",
    arguments: [
      ("", 0, JSONError.Expected.value), ("  ", 2, .value), ("nul", 0, .value), ("[1,]", 3, .value),
      ("[1 2]", 3, .commaOrBracket), ("[1", 2, .commaOrBracket), ("{1:2}", 1, .key), ("{\"a\" 1}", 5, .colon),
      ("{\"a\":1", 6, .commaOrBrace), ("{\"a\":1,}", 7, .key), ("\"a", 2, .quotationMark),
      ("\"a\nb\"", 2, .escapedControl), ("\"\\x\"", 2, .escape), ("\"\\", 2, .escape),
      ("\"\\u12g4\"", 3, .hexadecimalDigits), ("\"\\u12", 3, .hexadecimalDigits), ("-", 1, .digit), ("1.", 2, .digit),
      ("1e+", 3, .digit), ("01", 1, .end), ("1 2", 2, .end), ("1e999", 0, .finiteNumber), ("+1", 0, .value),
      ("\u{0}", 0, .value), ("[\u{0}]", 1, .value), ("NaN", 0, .value),
    ])
  func errors(text: String, offset: Int, expected: JSONError.Expected) {
    #expect(throws: JSONError(offset: offset, expected: expected)) { try Self.read(text) }
  }

  @Test("an error reads as half a sentence")
  func errorDescription() {
    #expect("\(JSONError(offset: 7, expected: .colon))" == "expected a colon at byte 7")
  }

  @Test("nesting has a limit and does not exhaust the stack")
  func nesting() throws {
    let deep = String(repeating: "[", count: 512) + String(repeating: "]", count: 512)
    #expect(try Self.compact(deep) == deep)
    #expect(throws: JSONError(offset: 512, expected: .shallowerNesting)) { try Self.read("[" + deep + "]") }
    #expect(throws: JSONError(offset: 512 * 5, expected: .shallowerNesting)) {
      try Self.read(String(repeating: "{\"a\":", count: 1_000_000))
    }
    #expect(throws: JSONError(offset: 2, expected: .shallowerNesting)) { try Self.read("[[[]]]", depthLimit: 2) }
  }

  @Test("every value and key knows where it stands")
  func positions() throws {
    let text = #" {"占": [1, "two"], "b":{}} "#
    let bytes = Array(text.utf8)
    func spelled(_ range: Range<Int>?) -> String {
      String(decoding: bytes[range ?? 0..<0], as: UTF8.self)
    }
    let value = try JSONReader.read(bytes)
    #expect(spelled(value.range) == #"{"占": [1, "two"], "b":{}}"#)
    #expect(spelled(value.members?.first?.keyRange) == #""占""#)
    #expect(spelled(value["占"]?.range) == #"[1, "two"]"#)
    #expect(spelled(value["占"]?.elements?.last?.range) == #""two""#)
    #expect(spelled(value["b"]?.range) == "{}")
  }

  @Test("values are taken for what they are and for nothing else")
  func access() throws {
    let value = try Self.read(#"{"n":null,"b":true,"i":2,"d":2.5,"w":3.0,"h":1e300,"s":"x","a":[1],"a":[2]}"#)
    #expect(value["n"]?.isNull == true && value["b"]?.isNull == false)
    #expect(value["b"]?.bool == true && value["n"]?.bool == nil)
    #expect(value["i"]?.integer == 2 && value["w"]?.integer == 3 && value["d"]?.integer == nil)
    #expect(value["h"]?.integer == nil && value["s"]?.integer == nil)
    #expect(value["i"]?.double == 2 && value["d"]?.double == 2.5 && value["s"]?.double == nil)
    #expect(value["s"]?.string == "x" && value["i"]?.string == nil)
    #expect(value["a"]?.elements?.first?.integer == 2, "the last of two equal keys counts")
    #expect(value["z"] == nil && value["s"]?["z"] == nil && value.elements == nil)
    #expect(value["a"]?.members == nil && value.members?.count == 9)
  }

  @Test("bytes that are not UTF-8 become U+FFFD")
  func invalidText() throws {
    #expect(try JSONReader.read([0x22, 0x61, 0xFF, 0x22]).string == "a\u{FFFD}")
    #expect(try JSONReader.read([0x22, 0xE5, 0x8D, 0x5C, 0x6E, 0x22]).string == "\u{FFFD}\n")
  }
}
