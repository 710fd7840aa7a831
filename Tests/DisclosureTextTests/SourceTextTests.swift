import DisclosureText
import Testing

@Suite("Source text")
struct SourceTextTests {
  @Test("valid text is kept as it is")
  func valid() {
    let text = SourceText(Array("占 25.96%，𠮷😀".utf8))
    #expect(text.unreadable == nil)
    #expect(text.string(in: TextRange(0, 3)) == "占")
  }

  @Test("each byte that cannot be read is replaced by one byte, so that offsets stay")
  func invalid() {
    let bytes: [UInt8] = [0x61, 0xFF, 0xE5, 0x8D, 0x62, 0xC0, 0x80, 0xED, 0xA0, 0x80]
    let text = SourceText(bytes)
    #expect(text.bytes.count == bytes.count)
    #expect(text.unreadable?.range == TextRange(1, 2))
    #expect(String(validating: text.bytes, as: UTF8.self) != nil)
    #expect(text.string(in: TextRange(0, 2)) == "a\u{FFFD}")
  }

  @Test("edits are made at once, in order, and an overlapping one is left out")
  func edits() {
    let edits = [
      TextEdit(range: TextRange(4, 5), text: "五"),
      TextEdit(range: TextRange(0, 1), text: ""),
      TextEdit(range: TextRange(4, 6), text: "x"),
    ]
    #expect(String(decoding: TextEdit.apply(edits, to: Array("012345".utf8)), as: UTF8.self) == "123五5")
  }
}
