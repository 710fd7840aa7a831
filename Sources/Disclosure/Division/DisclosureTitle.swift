import DisclosureText

/// Whose budget or final accounts a title names, and of which year.
///
///     DisclosureTitle(line, in: bytes).isOther(than: title)
///
/// The title of a disclosure is repeated within it, above its tables or its narrative; that of another one differs in
/// one of the three.
struct DisclosureTitle {
  /// What stands before the year, without blanks and marks of Markdown.
  private let name: [UInt8]
  private let year: Int?
  private let isFinal: Bool
  /// Whether the name is one of a department or unit, and not the number of a part.
  private let namesBody: Bool
  /// Whether it is the title of a report on performance or of a project rather than of a disclosure.
  private let isReport: Bool

  /// Reads the title in `line`.
  init(_ line: Range<Int>, in bytes: [UInt8]) {
    let budget = bytes.position(of: OutlineWord.budget, from: line.lowerBound, to: line.upperBound)
    let final = bytes.position(of: OutlineWord.final, from: line.lowerBound, to: line.upperBound)
    isFinal = final.map { $0 < budget ?? line.upperBound } ?? false
    isReport = OutlineWord.reports.contains { bytes.hasWord($0, in: line) }
    var name: [UInt8] = []
    var digits: [Int] = []
    var at = line.lowerBound
    while at < line.upperBound, digits.count < 4 {
      let (digit, blank) = (bytes.digitLength(at: at), bytes.blankLength(at: at))
      if digit > 0 {
        digits.append(Int(bytes[at + digit - 1] & 0x0F))
      } else if !digits.isEmpty {
        break
      } else if blank == 0, bytes[at] != 0x23, bytes[at] != 0x2A {
        name.append(bytes[at])
      }
      at += max(1, digit, blank)
    }
    let about = OutlineWord.about
    if name.suffix(about.count).elementsEqual(about) { name.removeLast(about.count) }
    self.name = name
    namesBody = OutlineWord.bodies.contains { name.suffix($0.count).elementsEqual($0) }
    let number = digits.reduce(0) { $0 * 10 + $1 }
    year = digits.count == 4 && number / 100 == 20 ? number : nil
  }

  /// Whether both are titles with a body and a year, of different years, kinds or bodies.
  func isOther(than other: DisclosureTitle) -> Bool {
    guard let year, let otherYear = other.year, namesBody, other.namesBody, !isReport else { return false }
    if year != otherYear || isFinal != other.isFinal { return true }
    let (short, long) = name.count <= other.name.count ? (name, other.name) : (other.name, name)
    return long.position(of: short, from: 0, to: long.count) == nil
  }
}
