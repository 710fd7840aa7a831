import DisclosureSyntax

/// A line of a self-evaluation, as far as its figures tell what it is.
enum EvaluationLine {
  /// `年度资金总额 100.00 100.00 98.50 10 98.50% 9.85`: budgets, what was spent, weight, rate and score.
  case funds(amounts: ArraySlice<TablePiece>, weight: TablePiece, rate: TablePiece, score: TablePiece)
  /// `其中：财政拨款 100.00 100.00 98.50 - 98.50% -`: a part of the funds.
  case part(amounts: ArraySlice<TablePiece>, rate: TablePiece?)
  /// `预算执行率 ≥90% 98.50% 2 2`: an indicator's weight and score, behind its actual value.
  case indicator(actual: TablePiece?, weight: TablePiece, score: TablePiece)
  /// `总分 100 96.71`.
  case total(weight: TablePiece?, score: TablePiece)
  /// `社保科 6.5 3.32 3.32 51.08% …`: a project's amounts and its execution rate.
  case project(amounts: ArraySlice<TablePiece>, rate: TablePiece, isTotal: Bool)
}

extension TablePiece {
  /// Whether it is a printed number without a sign, not a dash and not a rate.
  var isPlain: Bool { (kind == .integer || kind == .amount) && !isNegative && digits <= 15 && decimals <= 4 }

  /// Whether it may be a rate, with its percent sign or without.
  var isRate: Bool { (isPlain || kind == .percentage) && !isNegative && digits <= 9 && decimals <= 4 }

  /// The number in ten-thousandths.
  var scaled: Int64 { value * (0..<(4 - min(4, Int(decimals)))).reduce(1) { ten, _ in ten * 10 } }
}

/// Tells the lines of a self-evaluation apart.
struct EvaluationLineReader {
  let bytes: [UInt8]

  /// What a line is; nil for words and for figures that have no place.
  ///
  /// - Parameter columns: how many amounts the row of the funds above has; 0 where there is none.
  /// - Complexity: O(number of pieces).
  func read(_ pieces: ArraySlice<TablePiece>, columns: Int) -> EvaluationLine? {
    guard pieces.contains(where: \.isPlain) else { return nil }
    let label = words(pieces)
    if let total = total(pieces, label) { return total }
    if isFunds(pieces, label) { return funds(pieces) }
    if let project = project(pieces, label) { return project }
    if columns > 0, let part = part(pieces, columns) { return part }
    return indicator(pieces, label)
  }

  /// The words before the first number, without blanks.
  private func words(_ pieces: ArraySlice<TablePiece>) -> [UInt16] {
    var units: [UInt16] = []
    for piece in pieces {
      if piece.kind == .integer || piece.kind == .amount || piece.kind == .percentage { break }
      units.appendCharacters(of: piece.range, in: bytes, limit: 40)
    }
    return units
  }

  private func total(_ pieces: ArraySlice<TablePiece>, _ label: [UInt16]) -> EvaluationLine? {
    guard Self.totals.contains(label) else { return nil }
    let numbers = pieces.filter(\.isPlain)
    guard let first = numbers.first, !pieces.contains(where: { $0.kind == .percentage }) else { return nil }
    if numbers.count == 1 { return .total(weight: nil, score: first) }
    return numbers.count == 2 && first.scaled == 1_000_000 ? .total(weight: first, score: numbers[1]) : nil
  }

  private static let totals = ["总分", "合计", "总计", "总得分", "自评总分", "自评得分", "总分值", "合计得分", "得分合计", "总评分", "综合得分"]
    .map { Array($0.utf16) }

  /// Whether the line has amounts with weight, rate and score behind them.
  private func isFunds(_ pieces: ArraySlice<TablePiece>, _ label: [UInt16]) -> Bool {
    figures(pieces).count >= 5 && Self.fundWords.contains { RowWords.contains(label, $0) }
  }

  /// The numbers that stand side by side behind the words.
  private func figures(_ pieces: ArraySlice<TablePiece>) -> ArraySlice<TablePiece> {
    pieces.drop { !$0.isRate }.prefix(while: \.isRate)
  }

  private func funds(_ pieces: ArraySlice<TablePiece>) -> EvaluationLine? {
    let numbers = figures(pieces)
    guard numbers.count <= 7, let score = numbers.last, score.isPlain else { return nil }
    let amounts = numbers.dropLast(3)
    let (one, other) = (numbers[numbers.endIndex - 3], numbers[numbers.endIndex - 2])
    guard amounts.allSatisfy(\.isPlain), let weight = weight(one, other) else { return nil }
    return .funds(amounts: amounts, weight: weight, rate: weight == one ? other : one, score: score)
  }

  /// Which of two neighbours is the weight, the other one being the rate.
  private func weight(_ one: TablePiece, _ other: TablePiece) -> TablePiece? {
    func mayWeigh(_ piece: TablePiece) -> Bool {
      piece.isPlain && piece.scaled % 10_000 == 0 && piece.scaled > 0 && piece.scaled <= 300_000
    }
    if one.kind == .percentage { return mayWeigh(other) ? other : nil }
    if other.kind == .percentage { return mayWeigh(one) ? one : nil }
    if mayWeigh(one) == mayWeigh(other) { return nil }
    return mayWeigh(one) ? one : other
  }

  private static let fundWords = ["资金", "总额", "预算", "支出", "合计"].map { Array($0.utf16) }

  private func part(_ pieces: ArraySlice<TablePiece>, _ columns: Int) -> EvaluationLine? {
    let figures = pieces.drop { !$0.isPlain }.prefix { $0.isRate || $0.kind == .dash }
    guard figures.count > columns, figures.prefix(columns).allSatisfy(\.isPlain) else { return nil }
    let rest = figures.dropFirst(columns)
    let rates = rest.filter(\.isRate)
    // A weight and a score make it an indicator.
    guard rates.count <= 1, rates.count == 1 || rest.contains(where: { $0.kind == .dash }) else { return nil }
    return .part(amounts: figures.prefix(columns), rate: rates.first)
  }

  private func project(_ pieces: ArraySlice<TablePiece>, _ label: [UInt16]) -> EvaluationLine? {
    guard let at = pieces.firstIndex(where: { $0.kind == .percentage }), pieces[at].isRate else { return nil }
    var start = at
    while start > pieces.startIndex, pieces[start - 1].isPlain { start -= 1 }
    guard at - start >= 2, at - start <= 6 else { return nil }
    return .project(amounts: pieces[start..<at], rate: pieces[at], isTotal: Self.totals.contains(label))
  }

  private func indicator(_ pieces: ArraySlice<TablePiece>, _ label: [UInt16]) -> EvaluationLine? {
    var score = pieces.endIndex - 1
    while score > pieces.startIndex, !(pieces[score].isPlain && pieces[score - 1].isPlain) { score -= 1 }
    guard score > pieces.startIndex else { return nil }
    let weight = pieces[score - 1]
    guard weight.value > 0, weight.scaled <= 1_000_000 else { return nil }
    return .indicator(
      actual: actual(pieces[..<(score - 1)]), weight: weight, score: pieces[score])
  }

  /// The actual execution rate before weight and score: `预算执行率 ≥90% 71.64%`.
  private func actual(_ pieces: ArraySlice<TablePiece>) -> TablePiece? {
    guard pieces.count >= 3, let last = pieces.last, last.kind == .percentage, !last.isNegative else { return nil }
    var units: [UInt16] = []
    units.appendCharacters(of: pieces[pieces.endIndex - 3].range, in: bytes, limit: 12)
    return units == Self.executionRate ? last : nil
  }

  private static let executionRate = Array("预算执行率".utf16)
}
