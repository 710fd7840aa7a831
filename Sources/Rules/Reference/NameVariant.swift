import Disclosure
import DisclosureSyntax
import DisclosureText

/// A name that is a slip of the pen away from the document's own.
struct NameVariant {
  /// The characters it stands in.
  var text: RunningText
  /// Where the whole name stands.
  var name: Range<Int>
  /// The characters that are wrong: one for another, two that changed places, or, where one is
  /// missing, those on both sides.
  var slip: Range<Int>
  /// The character printed in place of another.
  var printed: UInt16?

  /// How often the name stands in the document, and the slips from it.
  ///
  /// One slip leaves one half of a name as it is, and by that half it is found.
  ///
  /// - Complexity: O(*n*) for *n* characters of the document.
  static func search(
    for name: [UInt16], in document: DisclosureDocument
  ) -> (count: Int, variants: [NameVariant]) {
    var count = 0
    let half = name.count / 2
    var variants: [NameVariant] = []
    for (part, offset) in [(Array(name[..<half]), 0), (Array(name[half...]), half)] {
      let isWanted = { (units: [UInt16]) in
        let (own, hasOther) = places(of: name, part, offset, units)
        if offset == 0 { count += own }
        return hasOther
      }
      for stretch in document.stretches(holding: String(decoding: part, as: UTF16.self), where: isWanted) {
        var from = 0
        while let at = TitleWords.position(of: part, in: stretch.text.units, from: from) {
          if let variant = variant(of: name, at: at, offset, stretch), !variants.contains(where: { $0.isSame(variant) })
          {
            variants.append(variant)
          }
          from = at + 1
        }
      }
    }
    return (count, variants)
  }

  /// How often the name stands in a text, found by a part of it, and whether that part stands anywhere else.
  private static func places(
    of name: [UInt16], _ part: [UInt16], _ offset: Int, _ units: [UInt16]
  ) -> (count: Int, hasOther: Bool) {
    var (count, hasOther) = (0, false)
    var from = 0
    while let at = TitleWords.position(of: part, in: units, from: from) {
      if units.holds(name, at: at - offset) { count += 1 } else { hasOther = true }
      from = at + 1
    }
    return (count, hasOther)
  }

  private func isSame(_ other: NameVariant) -> Bool {
    text.sourceRange(of: name) == other.text.sourceRange(of: other.name)
  }

  private static func variant(of name: [UInt16], at half: Int, _ offset: Int, _ stretch: TextStretch) -> NameVariant? {
    let units = stretch.text.units
    // Nearly always it is the name itself.
    if units.holds(name, at: half - offset) { return nil }
    if let equal = whole(name, half - offset, units) {
      let different = name.indices.filter { units[equal.lowerBound + $0] != name[$0] }
      let place = { (range: Range<Int>) in (equal.lowerBound + range.lowerBound)..<(equal.lowerBound + range.upperBound)
      }
      if different.count == 1 {
        let at = different[0]
        return NameVariant(
          text: stretch.text, name: equal, slip: place(at..<(at + 1)), printed: units[equal.lowerBound + at])
      }
      if different.count == 2, different[1] == different[0] + 1,
        units[equal.lowerBound + different[0]] == name[different[1]],
        units[equal.lowerBound + different[1]] == name[different[0]]
      {
        return NameVariant(text: stretch.text, name: equal, slip: place(different[0]..<(different[1] + 1)))
      }
    }
    // Cells cut names off and wrap them.
    return stretch.isCell ? nil : shortened(name, half, offset, stretch)
  }

  private static func whole(_ name: [UInt16], _ start: Int, _ units: [UInt16]) -> Range<Int>? {
    start >= 0 && start + name.count <= units.count ? start..<(start + name.count) : nil
  }

  /// The name with one character missing inside the half that was not found.
  private static func shortened(_ name: [UInt16], _ half: Int, _ offset: Int, _ stretch: TextStretch) -> NameVariant? {
    let units = stretch.text.units
    let other = offset == 0 ? name.count / 2..<name.count : 0..<offset
    for missing in other.dropFirst().dropLast() where !droppable.contains(name[missing]) {
      var rest = Array(name)
      rest.remove(at: missing)
      let start = offset == 0 ? half : half - offset + 1
      guard let range = whole(rest, start, units), units[range].elementsEqual(rest) else { continue }
      let slip = (start + missing - 1)..<(start + missing + 1)
      return NameVariant(text: stretch.text, name: range, slip: slip)
    }
    return nil
  }

  /// What short forms of names leave out on purpose: 省 市 县 区 州 盟 旗 镇 乡 人 民 政 府 的.
  private static let droppable = Set("省市县区州盟旗镇乡人民政府的和与及（）".utf16)
}
