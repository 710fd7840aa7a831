import DisclosureGenerator
import DisclosureText
import Testing

@Suite("Line index")
struct LineIndexTests {
  static let alphabet = ["a", "占", "𠮷", "😀", "\n", "\r\n", "\r", "é", "。", "1"]

  static func randomText(_ generator: inout SplitMix64, upTo length: Int) -> String {
    (0..<Int.random(in: 0...length, using: &generator))
      .map { _ in alphabet.randomElement(using: &generator) ?? "a" }.joined()
  }

  @Test("line ends are \\n, \\r\\n and a lone \\r")
  func lineEnds() {
    let index = LineIndex(Array("a\nb\r\nc\rd".utf8))
    #expect(index.starts == [0, 2, 5, 7])
    #expect(LineIndex([]).starts == [0])
    #expect(LineIndex(Array("a\n".utf8)).lineCount == 2)
  }

  @Test("a form feed between two words begins a line to be read, and none to be counted")
  func pages() {
    func starts(_ text: String) -> [Int] { LineIndex(Array(text.utf8)).dividedAtPages(of: Array(text.utf8)).starts }
    #expect(starts("a\u{0C}b\nc\u{0C}") == [0, 1, 4])
    #expect(starts("\u{0C}a\n\u{0C}b\u{0C}\nc") == [0, 3, 7])
    #expect(starts(String(repeating: "占", count: 9) + "\u{0C}1\n") == [0, 27, 30])
    #expect(LineIndex(Array("a\u{0C}b".utf8)).starts == [0])
  }

  @Test(
    "every character's offset comes back from its position, in every encoding", arguments: PositionEncoding.allCases)
  func roundTrip(encoding: PositionEncoding) {
    var generator = SplitMix64(state: 1)
    for _ in 0..<500 {
      let text = Self.randomText(&generator, upTo: 40)
      let bytes = Array(text.utf8)
      let index = LineIndex(bytes)
      var offset = 0
      for scalar in text.unicodeScalars {
        let insideLineEnd = offset > 0 && bytes[offset] == 0x0A && bytes[offset - 1] == 0x0D
        if !insideLineEnd {
          let position = index.position(of: offset, in: bytes, encoding: encoding)
          #expect(index.offset(of: position, in: bytes, encoding: encoding) == offset)
        }
        offset += scalar.utf8.count
      }
      let end = index.position(of: bytes.count, in: bytes, encoding: encoding)
      #expect(index.offset(of: end, in: bytes, encoding: encoding) == bytes.count)
    }
  }

  @Test("an index patched by edits is the index of the new text")
  func patched() {
    var generator = SplitMix64(state: 2)
    for _ in 0..<300 {
      var bytes = Array(Self.randomText(&generator, upTo: 30).utf8)
      var index = LineIndex(bytes)
      for _ in 0..<20 {
        let lower = Int.random(in: 0...bytes.count, using: &generator)
        let upper = Int.random(in: lower...bytes.count, using: &generator)
        let insert = Array(Self.randomText(&generator, upTo: 6).utf8)
        bytes.replaceSubrange(lower..<upper, with: insert)
        index.update(replacing: TextRange(lower, upper), withCount: insert.count, in: bytes)
        #expect(index == LineIndex(bytes))
      }
    }
  }

  @Test("a column past the end of its line and a line past the end are clamped")
  func clamped() {
    let bytes = Array("ab\r\nc".utf8)
    let index = LineIndex(bytes)
    #expect(index.offset(of: TextPosition(line: 0, column: 99), in: bytes, encoding: .utf16) == 2)
    #expect(index.offset(of: TextPosition(line: 9, column: 0), in: bytes, encoding: .utf16) == 5)
    #expect(index.offset(of: TextPosition(line: -1, column: 3), in: bytes, encoding: .utf16) == 0)
  }
}
