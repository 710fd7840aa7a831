import DisclosureGenerator
import Testing

/// The generator keeps its own promises.
@Suite("Generated disclosures")
struct GeneratorTests {
  static let seeds: [UInt64] = (0..<600).map { $0 }

  @Test("what ties the figures holds, by the generator's own arithmetic", arguments: [nil, TableChoice.all])
  func consistent(tables: TableChoice?) {
    for seed in Self.seeds.prefix(tables == nil ? 600 : 100) {
      let disclosure = GeneratedDisclosure(seed: seed, tables: tables)
      for tie in disclosure.ties {
        #expect(!tie.isRefuted(in: disclosure.figures) { disclosure.figures[$0].value }, "seed \(seed): \(tie)")
      }
    }
  }

  @Test("every figure stands where it is said to stand", arguments: [nil, TableChoice.all])
  func places(tables: TableChoice?) {
    for seed in Self.seeds.prefix(tables == nil ? 600 : 100) {
      let disclosure = GeneratedDisclosure(seed: seed, tables: tables)
      for figure in disclosure.figures where !disclosure.offsets[figure.index].isEmpty {
        let text = disclosure.offsets[figure.index].reduce(into: "") { text, offset in
          text += String(decoding: disclosure.bytes[offset..<disclosure.end(of: offset)], as: UTF8.self)
        }
        #expect(text == figure.printed + figure.unit, "seed \(seed)")
      }
    }
  }

  @Test("a slip changes the figure it names and nothing else, and can be planted in most documents")
  func slips() {
    for kind in Slip.Kind.allCases {
      var planted = 0
      for seed in Self.seeds.prefix(100) {
        let disclosure = GeneratedDisclosure(seed: seed)
        guard let slip = disclosure.slip(kind, seed: seed) else { continue }
        planted += 1
        let wrong = slip.applied(to: disclosure.bytes)
        #expect(wrong != disclosure.bytes, "\(kind), seed \(seed)")
        #expect(disclosure.slip(kind, seed: seed) == slip)
        let range = disclosure.range(of: slip.figure)
        #expect(wrong.starts(with: disclosure.bytes[..<range.lowerBound]))
        #expect(
          wrong.suffix(disclosure.bytes.count - range.upperBound).elementsEqual(disclosure.bytes[range.upperBound...]))
      }
      #expect(planted > 60, "\(kind): \(planted)")
    }
  }
}
