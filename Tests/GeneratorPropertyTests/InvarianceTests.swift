import DisclosureGenerator
import DisclosureText
import Lint
import Testing

/// What changes bytes but not words changes no alarm, but for its place.
@Suite("Alarms and the bytes around them")
struct InvarianceTests {
  /// An alarm with its place counted in the plain text.
  struct Place: Hashable, CustomStringConvertible {
    let rule: String
    let message: String
    let lower: Int
    let upper: Int

    var description: String { "\(rule) \(lower)..<\(upper) \(message)" }
  }

  /// Wrong documents with plain line ends and no byte order mark.
  static func plainTexts() -> [[UInt8]] {
    ((20_000 as UInt64)..<20_200).compactMap { seed in
      let disclosure = GeneratedDisclosure(seed: seed)
      let kind = Slip.Kind.allCases[Int(seed % UInt64(Slip.Kind.allCases.count))]
      guard let slip = disclosure.slip(kind, seed: seed) else { return nil }
      let bytes = slip.applied(to: disclosure.bytes).filter { $0 != 0x0D }
      return disclosure.dialect.hasByteOrderMark ? Array(bytes.dropFirst(3)) : bytes
    }
  }

  /// The alarms in `bytes`, their offsets led back to the plain text by `offset`.
  static func places(_ bytes: [UInt8], _ offset: (Int) -> Int) -> Set<Place> {
    Set(
      Trial.alarms(in: bytes).map {
        Place(
          rule: $0.rule, message: $0.message.chinese, lower: offset($0.range.lower), upper: offset($0.range.upper))
      })
  }

  @Test("line ends of two bytes")
  func lineEnds() {
    for text in Self.plainTexts() {
      let bytes = text.flatMap { $0 == 0x0A ? [0x0D, 0x0A] : [$0] }
      let returns = bytes.indices.filter { bytes[$0] == 0x0D }
      let places = Self.places(bytes) { offset in offset - returns.prefix { $0 < offset }.count }
      #expect(places == Self.places(text) { $0 })
    }
  }

  @Test("a byte order mark")
  func byteOrderMark() {
    for text in Self.plainTexts() {
      #expect(Self.places([0xEF, 0xBB, 0xBF] + text) { $0 - 3 } == Self.places(text) { $0 })
    }
  }

  @Test("characters beyond the basic plane in front")
  func astralCharacters() {
    let front = Array("𠮷😀\n\n".utf8)
    for text in Self.plainTexts() {
      #expect(Self.places(front + text) { $0 - front.count } == Self.places(text) { $0 })
    }
  }

  @Test("no line end behind the last line")
  func lastLineEnd() {
    for text in Self.plainTexts() {
      let end = (text.lastIndex { $0 != 0x0A } ?? -1) + 1
      #expect(Self.places(Array(text[..<end])) { $0 } == Self.places(text) { $0 })
    }
  }
}
