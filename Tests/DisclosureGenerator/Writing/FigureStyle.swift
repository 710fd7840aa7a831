/// How the figures of a document, or of its tables, are printed.
package struct FigureStyle: Sendable {
  /// 万元 or 元.
  var unit = "万元"
  /// How many decimals an amount has.
  var decimals = 2
  /// Whether thousands are set apart by commas.
  var separatesThousands = false
  /// Whether 4614.00 is printed as 4614.
  var dropsZeros = false
  /// How many figures of a hundred are printed in full-width digits.
  var fullWidth = 0

  /// A style for the narrative.
  static func random(using random: inout SplitMix64) -> FigureStyle {
    var style = FigureStyle()
    style.separatesThousands = random.chance(35)
    style.dropsZeros = random.chance(12)
    style.fullWidth = random.chance(6) ? random.number(1...30) : 0
    if random.chance(8) {
      style.unit = "元"
      style.decimals = random.chance(50) ? 2 : 0
    }
    return style
  }

  /// A style for tables in 元.
  static let yuanTable = FigureStyle(unit: "元", decimals: 2, separatesThousands: true)

  /// Half the width of the interval of amounts, in fen, that a printed one stands for; 元 with
  /// decimals are exact.
  var halfWidth: Int { unit == "元" ? (decimals == 2 ? 0 : 50) : 5_000 }

  /// The digits of an amount of `yuan`, rounded half up.
  func amount(_ yuan: Int) -> String {
    let scaled = unit == "元" ? (decimals == 2 ? yuan * 100 : yuan) : (yuan + 50) / 100
    guard decimals == 2 else { return grouped(scaled) }
    let fraction = scaled % 100
    if dropsZeros, fraction == 0 { return grouped(scaled / 100) }
    return grouped(scaled / 100) + "." + Self.twoDigits(fraction)
  }

  /// The digits of a rate of `hundredths` of a percent.
  func percent(_ hundredths: Int) -> String {
    if dropsZeros, hundredths % 100 == 0 { return "\(hundredths / 100)" }
    return "\(hundredths / 100)." + Self.twoDigits(hundredths % 100)
  }

  private static func twoDigits(_ number: Int) -> String { number < 10 ? "0\(number)" : "\(number)" }

  private func grouped(_ number: Int) -> String {
    guard separatesThousands, number >= 1000 else { return "\(number)" }
    let last = number % 1000
    return grouped(number / 1000) + "," + String("00\(last)".suffix(3))
  }

  /// `digits` in the full width of Chinese characters.
  static func widened(_ digits: String) -> String {
    String(
      String.UnicodeScalarView(
        digits.unicodeScalars.map { scalar in
          scalar.isASCII && scalar != "," ? Unicode.Scalar(scalar.value + 0xFEE0) ?? scalar : scalar
        }))
  }
}
