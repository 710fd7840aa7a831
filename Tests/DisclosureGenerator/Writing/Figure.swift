/// A printed number or direction word that could be slipped: what it says and how it is printed.
package struct Figure: Hashable, Sendable {
  /// What a figure stands for.
  package enum Kind: Hashable, Sendable, CaseIterable {
    case amount, percent, direction, year, count
  }

  /// Its index among the figures of its document.
  package let index: Int
  /// What it stands for.
  package let kind: Kind
  /// The printed number or word.
  package var printed: String
  /// What follows it and belongs to it: 万元, % or 年.
  package var unit: String
  /// The half of the width of the interval that a printed amount stands for, in fen.
  var halfWidth = 0
  /// The fen in one unit of a printed amount.
  var scale = 1_000_000

  /// The number that `text`, printed in the way of this figure, stands for: fen, hundredths
  /// of a percent, a year, a count, or +1 and −1 for a direction; nil where it is none.
  package func value(of text: String) -> Int? {
    if text.hasPrefix("-") { return value(of: String(text.dropFirst())).map { -$0 } }
    switch kind {
    case .direction: return Self.sign(of: text)
    case .year, .count: return Self.digits(of: text).flatMap { $0.fraction.isEmpty ? $0.whole : nil }
    case .percent: return Self.scaled(text, by: 100)
    case .amount: return Self.scaled(text, by: scale)
    }
  }

  /// The number it stands for as it was printed.
  package var value: Int { value(of: printed) ?? 0 }

  /// The sign of a direction word.
  static func sign(of word: String) -> Int? {
    switch word {
    case "增加", "增长", "上升": 1
    case "减少", "下降", "降低": -1
    default: nil
    }
  }

  /// `text` times `scale`, which its decimals must not exceed.
  private static func scaled(_ text: String, by scale: Int) -> Int? {
    guard let (whole, fraction) = digits(of: text) else { return nil }
    var unit = scale
    var value = whole * scale
    for digit in fraction {
      guard unit % 10 == 0 else { return nil }
      unit /= 10
      value += digit * unit
    }
    return value
  }

  /// The digits of a number in either width, before and behind the point.
  private static func digits(of text: String) -> (whole: Int, fraction: [Int])? {
    var whole = 0
    var fraction: [Int] = []
    var isBehindPoint = false
    for scalar in text.unicodeScalars {
      switch scalar.value {
      case 0x2C, 0xFF0C: continue
      case 0x2E, 0xFF0E: isBehindPoint = true
      case 0x30...0x39, 0xFF10...0xFF19:
        let digit = Int(scalar.value & 0xF)
        if isBehindPoint { fraction.append(digit) } else { whole = whole * 10 + digit }
      default: return nil
      }
    }
    return (whole, fraction)
  }
}
