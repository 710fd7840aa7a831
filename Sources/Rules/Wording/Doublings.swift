import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// Words and marks of one block that stand twice side by side.
struct Doublings: BlockLook {
  static var signals: BlockSignals { [.paragraph, .note] }

  /// What stands twice.
  struct Doubling {
    /// Where the second begins.
    var place: Int
    /// Both of them.
    var both: Range<Int>
    /// What is to be taken away.
    var range: Range<Int>
    /// Whether the same stands twice, rather than two marks of which one is meant.
    var isSame: Bool
  }

  /// What stands twice in a block.
  func sight(in text: BlockText) -> [Doubling]? {
    let tokens = text.block.tokens
    var found: [Doubling] = []
    let span = tokens.span
    for index in span.indices.dropFirst() where Self.mayRepeat(span[index - 1].kind, span[index].kind) {
      guard let range = doubling(tokens, index, text.block.block.text) else { continue }
      let isSame = tokens[index - 1].kind == tokens[index].kind || !Self.isMark(tokens[index].kind)
      found.append(
        Doubling(
          place: tokens[index].range.lowerBound,
          both: tokens[index - 1].range.lowerBound..<tokens[index].range.upperBound, range: range, isSame: isSame))
    }
    addParticles(in: text.units, to: &found)
    return found.isEmpty ? nil : found
  }

  /// The particle 的 twice, which words do not end and begin with: 目的的, 标的的, 有的的, but 的确 and 的士.
  private func addParticles(in units: [UInt16], to found: inout [Doubling]) {
    var at = 1
    while let place = units.position(of: Self.particles, from: at), place + 2 < units.count {
      at = place + 2
      guard !Self.beforeParticle.contains(units[place - 1]), !Self.behindParticle.contains(units[at]),
        Mark.isIdeograph(units[place - 1]), Mark.isIdeograph(units[at])
      else { continue }
      found.append(Doubling(place: place + 1, both: place..<at, range: place + 1..<at, isSame: true))
    }
  }

  private static let particles = Array("的的".utf16)
  /// 目 标 众 有 无 鹄 端 矢 中
  private static let beforeParticle: [UInt16] = Array("目标众有无鹄端矢中".utf16)
  /// 的 确 士 哥 姐 款 当
  private static let behindParticle: [UInt16] = Array("的确士哥姐款当".utf16)

  /// Whether a word or mark of the second kind may repeat what stands before it, if that is of the first.
  @inline(__always)
  private static func mayRepeat(_ first: Token.Kind, _ second: Token.Kind) -> Bool {
    switch (second, first) {
    case (.stop, _), (.comma, _), (.semicolon, _), (.pause, _), (.colon, _): isMark(first)
    case (.term(let term), .term(let other)): term == other || term == .filler && other == .reason
    case (.term(let term), .text): term == .purpose || term == .reason
    case (.year, .year), (.relativeYear, .relativeYear), (.text, .numeral): true
    default: false
    }
  }

  /// The second of two equal marks or words that stand side by side.
  private func doubling(_ tokens: [Token], _ index: Int, _ text: RunningText) -> Range<Int>? {
    let (first, second) = (tokens[index - 1], tokens[index])
    guard first.range.upperBound == second.range.lowerBound else { return nil }
    switch (first.kind, second.kind) {
    case (.stop, .stop), (.comma, .comma), (.semicolon, .semicolon), (.pause, .pause), (.colon, .colon):
      return text.units[first.range].elementsEqual(text.units[second.range]) && !isRun(tokens, index)
        ? second.range : nil
    case (.comma, .stop), (.pause, .stop), (.semicolon, .stop), (.stop, .comma), (.stop, .semicolon), (.stop, .pause):
      // What was meant ends with the stop.
      return isRun(tokens, index) ? nil : isStop(first) ? second.range : first.range
    case (.relativeYear(let one), .relativeYear(let other)):
      return one == other && text.units[first.range].elementsEqual(text.units[second.range]) ? second.range : nil
    case (.year(let one), .year(let other)):
      return one == other && text.units[first.range].elementsEqual(text.units[second.range]) ? second.range : nil
    case (.text, .term(.purpose)), (.text, .term(.reason)):
      // 主要主要用于
      let isTwice =
        text.units[first.range].elementsEqual(Self.mainly) && text.units[second.range].starts(with: Self.mainly)
      return isTwice ? first.range : nil
    case (.term(.reason), .term(.filler)):
      let isTwice =
        text.units[second.range].elementsEqual(Self.isWord) && text.units[first.range].last == Self.isWord[0]
      return isTwice ? second.range : nil
    case (.term(.filler), .term(.filler)):
      return isDoubledCopula(tokens, index, text) ? second.range : nil
    case (.term(.purpose), .term(.purpose)), (.term(.reason), .term(.reason)):
      return Array(text.units[first.range]).ends(with: Array(text.units[second.range])) ? second.range : nil
    case (.term(let one), .term(let other)):
      guard one == other, Self.never.contains(one), second.range.count > 1,
        text.units[first.range].elementsEqual(text.units[second.range])
      else { return nil }
      return second.range
    case (.numeral, .text):
      for unit in Self.units
      where text.units[..<first.range.upperBound].suffix(unit.count).elementsEqual(unit)
        && text.units[second.range.lowerBound...].starts(with: unit)
      {
        return second.range.lowerBound..<(second.range.lowerBound + unit.count)
      }
      return nil
    default: return nil
    }
  }

  private func isStop(_ token: Token) -> Bool { token.kind == .stop }

  /// 预算为为80万元, but not 行为为零: a measure or a budget stands before and a figure behind.
  private func isDoubledCopula(_ tokens: [Token], _ index: Int, _ text: RunningText) -> Bool {
    guard index >= 2, index + 1 < tokens.count, case .numeral = tokens[index + 1].kind,
      case .term(let before) = tokens[index - 2].kind, before.isMeasure || before.isBasis
    else { return false }
    return [tokens[index - 1], tokens[index]].allSatisfy { text.units[$0.range].elementsEqual(Self.copula) }
  }

  /// Three marks and more are dots that lead somewhere, or an emphasis.
  private func isRun(_ tokens: [Token], _ index: Int) -> Bool {
    index >= 2 && tokens[index - 2].kind == tokens[index].kind
      || index + 1 < tokens.count && tokens[index + 1].kind == tokens[index].kind
  }

  @inline(__always)
  private static func isMark(_ kind: Token.Kind) -> Bool {
    switch kind {
    case .stop, .comma, .semicolon, .pause, .colon: true
    default: false
    }
  }

  /// Words that never follow themselves; names of accounts and measures may.
  private static let never: Set<Term> = [
    .increase, .decrease, .unchanged, .amongThem, .comparison, .completion, .reason, .purpose, .including,
    .respectively,
  ]
  private static let mainly = Array("主要".utf16)
  private static let isWord = Array("是".utf16)
  private static let copula = Array("为".utf16)
  private static let units = ["万元", "千元", "元", "%", "％"].map { Array($0.utf16) }
}
