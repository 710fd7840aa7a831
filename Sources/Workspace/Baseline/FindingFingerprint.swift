import DisclosureText
import Lint

/// What tells one finding of a file from the others, whatever is edited elsewhere.
///
/// It is made of the rule, of what is printed where the finding stands, and of the words
/// before and behind it in its sentence, without their figures. So it survives edits in other places and of
/// other figures, depends on no language, and holds nothing that was computed.
@usableFromInline package enum FindingFingerprint {
  /// The fingerprint of `finding` in `text`: 16 hexadecimal digits.
  package static func of(_ finding: Finding, in text: SourceText) -> String {
    let bytes = text.bytes
    let lower = min(finding.range.lower, bytes.count)
    let upper = max(lower, min(finding.range.upper, bytes.count))
    var hash = StableHash()
    hash.add(Array(finding.rule.utf8))
    hash.add(bytes[lower..<upper].filter { !isBlank($0) })
    hash.add(words(before: lower, in: bytes))
    hash.add(words(behind: upper, in: bytes))
    return hash.text
  }

  /// The fingerprints of `findings` in order; the second of equal ones ends in `-2`, and so on.
  package static func all(of findings: [Finding], in text: SourceText) -> [String] {
    var counts: [String: Int] = [:]
    return findings.map { finding in
      let fingerprint = of(finding, in: text)
      counts[fingerprint, default: 0] += 1
      let count = counts[fingerprint, default: 1]
      return count == 1 ? fingerprint : "\(fingerprint)-\(count)"
    }
  }

  /// The characters of three bytes and more, which are Chinese, nearest before `end`.
  private static func words(before end: Int, in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = end
    while at > 0, result.count < wordBytes, end - at < reach {
      var start = at - 1
      while start > 0, bytes[start] & 0xC0 == 0x80 { start -= 1 }
      if isEnd(bytes[start..<at], before: at, in: bytes) { break }
      if isWord(bytes[start..<at]) { result.insert(contentsOf: bytes[start..<at], at: 0) }
      at = start
    }
    return result
  }

  private static func words(behind start: Int, in bytes: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    var at = start
    while at < bytes.count, result.count < wordBytes / 2, at - start < reach {
      let end = min(bytes.count, at + utf8Length(ofLead: bytes[at]))
      if isEnd(bytes[at..<end], before: end, in: bytes) { break }
      if isWord(bytes[at..<end]) { result += bytes[at..<end] }
      at = end
    }
    return result
  }

  /// Whether the sentence or the paragraph ends: with a stop, a blank line, or the end of a line that is a row of a
  /// table or a heading rather than prose that goes on in the next.
  private static func isEnd(_ character: ArraySlice<UInt8>, before next: Int, in bytes: [UInt8]) -> Bool {
    if character.elementsEqual(stop) { return true }
    guard character.elementsEqual([0x0A]) else { return false }
    guard next < bytes.count, bytes[next] != 0x0A, bytes[next] != 0x0D else { return next < bytes.count }
    if continuations.contains(where: { bytes[next...].starts(with: $0) }) { return false }
    return !isWrapped(before: next - 1, in: bytes)
  }

  /// What begins no line of its own.
  private static let continuations = ["万", "元", "亿", "%", "，", "、", "；", "。", "）"].map { Array($0.utf8) }

  /// Whether the line that ends at `end` is one of several of a paragraph: long, with a word or a mark at its end.
  private static func isWrapped(before end: Int, in bytes: [UInt8]) -> Bool {
    let end = end > 0 && bytes[end - 1] == 0x0D ? end - 1 : end
    guard end >= wrappedBytes, bytes[end - 1] >= 0x80 else { return false }
    return !bytes[(end - wrappedBytes)..<end].contains(0x0A)
  }

  /// Twenty characters.
  private static let wrappedBytes = 60

  private static let stop = Array("。".utf8)

  /// Whether the character is an ideograph rather than a figure, a blank or punctuation.
  private static func isWord(_ character: ArraySlice<UInt8>) -> Bool {
    guard let lead = character.first, character.count >= 3 else { return false }
    return lead >= 0xE4 && lead <= 0xE9 || lead >= 0xF0
  }

  private static func isBlank(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D }

  /// Sixteen characters before, eight behind.
  private static let wordBytes = 48
  private static let reach = 512
}

/// A hash that is the same on every machine and in every run (FNV-1a, 64 bits).
@usableFromInline package struct StableHash: Sendable {
  private var value: UInt64 = 0xCBF2_9CE4_8422_2325

  /// Creates the hash of nothing.
  package init() {}

  /// Adds a field; where it ends counts.
  package mutating func add(_ bytes: [UInt8]) {
    for byte in bytes + [0xFF] {
      value ^= UInt64(byte)
      value = value &* 0x0000_0100_0000_01B3
    }
  }

  /// The hash as 16 hexadecimal digits.
  package var text: String {
    let digits = String(value, radix: 16)
    return String(repeating: "0", count: 16 - digits.utf8.count) + digits
  }
}
