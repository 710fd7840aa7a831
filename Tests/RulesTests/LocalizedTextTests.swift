import Lint
import Testing

@Suite("Texts in both languages")
struct LocalizedTextTests {
  @Test("parts are put together in the language that is asked for, and texts with other parts are equal")
  func parts() {
    let (old, new) = ("413.84", "414.83")
    let text = LocalizedText(parts: "将“\(old)”改为“\(new)”", "change “\(old)” to “\(new)”")
    #expect(text.chinese == "将“413.84”改为“414.83”")
    #expect(text.english == "change “413.84” to “414.83”")
    #expect(text == LocalizedText(text.chinese, text.english))
    #expect(text.hashValue == LocalizedText(text.chinese, text.english).hashValue)
    #expect(text != LocalizedText(text.chinese, ""))
  }

  @Test("texts go on behind one another, with what both languages share")
  func joined() {
    let text = LocalizedText("行 ", "row ", then: "3") + LocalizedText(parts: "（共 \(12)）", " (of \(12))")
    #expect(text[.chinese] == "行 3（共 12）")
    #expect(text[.english] == "row 3 (of 12)")
    var parts = ""
    text.forEachPart(in: .english) { parts += $0 }
    #expect(parts == text.english)
  }

  @Test("nothing is a text, too")
  func empty() {
    let text = LocalizedText(parts: "", "\("")")
    #expect(text.chinese.isEmpty && text.english.isEmpty)
    #expect(text == LocalizedText("", ""))
  }
}
