import DisclosureGenerator
import DisclosureText
import Testing

/// What is looked for at many places at a time is found where looking at one after the other finds it.
@Suite("Searching")
struct SearchingTests {
  /// Few different characters, so that words nearly stand there often.
  private static func text(_ length: Int, _ generator: inout SplitMix64) -> [UInt16] {
    (0..<length).map { _ in UInt16.random(in: 0x31...0x35, using: &generator) }
  }

  private static func place<Element: Equatable>(
    of word: [Element], in text: [Element], from start: Int, to end: Int
  ) -> Int? {
    guard start + word.count <= end else { return nil }
    return (start...(end - word.count)).first { text[$0..<$0 + word.count].elementsEqual(word) }
  }

  @Test("a word, one of two words, and the bytes of a word", arguments: 0..<150)
  func words(length: Int) {
    var generator = SplitMix64(state: UInt64(length))
    let other: [UInt16] = [0x35, 0x34, 0x33]
    for word: [UInt16] in [[0x31, 0x32], [0x33, 0x31, 0x35], [0x32, 0x32, 0x34, 0x31], [0x31, 0x39]] {
      let text = Self.text(length, &generator)
      let (bytes, part) = (text.map { UInt8($0) }, word.map { UInt8($0) })
      for start in [0, 1, length / 2, length] where start <= length {
        let first = Self.place(of: word, in: text, from: start, to: length)
        let second = Self.place(of: other, in: text, from: start, to: length)
        #expect(text.position(of: word, from: start) == first)
        #expect(text.position(ofEither: word, or: other, from: start) == [first, second].compactMap { $0 }.min())
        let end = max(start, length - 3)
        #expect(bytes.position(of: part, from: start, to: end) == Self.place(of: part, in: bytes, from: start, to: end))
      }
    }
  }

  @Test("one of a few characters", arguments: 0..<40)
  func characters(length: Int) {
    for place in 0...length {
      var text = [UInt16](repeating: 0x4E00, count: length)
      if place < length { text[place] = 0xFF13 }
      for start in 0...length {
        let found = place >= start ? place : length
        #expect(text.indexOfDigit(from: start) == found)
        #expect(text.indexOfAny(0x31, 0xFF13, from: start) == found)
        #expect(text.indexOfAny(0xFF13, 0x31, 0x32, from: start) == found)
      }
    }
  }
}
