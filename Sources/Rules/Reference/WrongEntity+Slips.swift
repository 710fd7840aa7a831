import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Slips of the pen in the department's own name.
extension WrongEntity {
  /// A slip with the characters it stands in.
  typealias PlacedVariant = (text: RunningText, variant: NameVariant)

  /// The shortest name that is looked for: one of five characters says where the body is, 丰县水利局.
  static func isLongEnough(_ name: [UInt16]) -> Bool {
    name.count >= 6 || name.count == 5 && name.dropLast(2).contains(where: NameVariant.places.contains)
  }

  func candidates(_ variants: [PlacedVariant], of name: [UInt16]) -> [PlacedVariant] {
    guard variants.count <= 3 else { return [] }
    // 第一小学 and 第二小学 are two schools.
    return variants.filter { $0.variant.printed.map { !Self.distinguishing.contains($0) } ?? true }
  }

  /// Whether a name is the own one with a slip, and no other body's; `standsElsewhere` says whether a character has
  /// places of its own in the document.
  ///
  /// Whole bodies differ by one character, too, 水利局 and 水务局, 青河县 and 青田县. A slip sounds or looks like what
  /// is meant, or leaves no word, or stands where the department names itself.
  func isSlip(_ slip: PlacedVariant, of name: [UInt16], standsElsewhere: (UInt16) -> Bool) -> Bool {
    let (text, variant) = slip
    guard let printed = variant.printed else { return true }
    let right = name[variant.slip.lowerBound - variant.name.lowerBound]
    if NameWord.isBroken(by: variant, of: name, in: text) { return true }
    if NameWord.isBody(variant, in: text) || standsElsewhere(printed) { return false }
    return variant.namesItself || Self.isMistaken(printed, right)
  }

  /// Whether one character is easily written for the other.
  private static func isMistaken(_ printed: UInt16, _ right: UInt16) -> Bool {
    !Homophones.isKnown(printed) || Homophones.areAlike(printed, right)
  }

  func finding(_ placed: PlacedVariant, _ name: [UInt16], _ entity: String) -> Finding {
    let (text, variant) = placed
    // Else the neighbour's name may have been copied, and its sentence with it.
    let isSafe =
      variant.printed.map { Self.isMistaken($0, name[variant.slip.lowerBound - variant.name.lowerBound]) } ?? true
      || NameWord.isBroken(by: variant, of: name, in: text)
    let slip = text.string(in: variant.slip)
    return Self.info.finding(
      text.sourceRange(of: variant.slip),
      LocalizedText("部门名称有误：“\(slip)”处应为“\(entity)”", "wrong name: “\(slip)” is a slip in “\(entity)”"),
      fixes: [.replacing(variant.name, in: text, by: entity, isPreferred: true, isSafe: isSafe)])
  }

  /// What tells one body from its sisters.
  private static let distinguishing = Set("一二三四五六七八九十东西南北中上下前后左右内外新老大小省市县区镇乡".utf16)
}
