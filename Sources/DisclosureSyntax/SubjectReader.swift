/// Reads the words before an amount.
struct SubjectReader {
  let units: [UInt16]
  let tokens: [Token]

  /// The subject that the tokens of `range` name, those of `without` left out.
  func subject(_ range: Range<Int>, without: Range<Int>? = nil) -> Subject {
    var subject = Subject()
    var hash: UInt64 = 0
    var first = Int.max
    var last = 0
    var expenses = 0
    for index in range {
      if let without, without.contains(index) { continue }
      let token = tokens[index]
      switch token.kind {
      case .year(let year): subject.year = Int(year)
      case .relativeYear(let offset): subject.relativeYear = Int(offset)
      case .account:
        subject.isAccount = true
        subject.measure = nil
        subject.fund = nil
        hash = name(hash: 0, token.range)
        first = token.range.lowerBound
        last = token.range.upperBound
        continue
      case .term(let term):
        if term.isFund {
          subject.fund = term
        } else if term.isBasis {
          subject.basis = term
          if term == .final, subject.measure == nil, subject.fund != nil, !subject.isQualified {
            adopt(&subject, token)
          }
          continue
        } else if term.isMeasure {
          if subject.isAccount { continue }
          if accept(term, at: index, in: range, over: subject.measure) {
            subject.measure = term
            expenses |= Self.expense(term)
          } else if units[token.range.upperBound - 1] == 0x7B97 {
            // “三公”经费支出预算 is a budget of what was named, not of all expenditure.
            subject.basis = .budget
            continue
          }
        } else if term == .namedItem {
          if hash == 0 { subject.isListed = true }
        } else {
          continue
        }
        if !subject.isAccount { hash = name(hash: hash, token.range) }
      case .text:
        let word = withoutYearSuffix(token.range, at: index)
        if word.isEmpty { continue }
        if subject.measure != nil || subject.fund != nil { subject.isQualified = true }
        if !subject.isAccount { hash = name(hash: hash, word) }
      default: continue
      }
      first = min(first, token.range.lowerBound)
      last = max(last, token.range.upperBound)
    }
    // 因公出国（境）费、公务用车购置及运行费和公务接待费支出合计: the three together.
    if expenses == 7 { subject.measure = .threePublic }
    subject.name = hash
    subject.range = first <= last ? first..<last : 0..<0
    return subject
  }

  /// A bit for each of the three public expenses, 0 for anything else.
  @inline(__always)
  private static func expense(_ term: Term) -> Int {
    switch term {
    case .abroad: 1
    case .vehicles, .vehicleOperation: 2
    case .reception: 4
    default: 0
    }
  }

  /// Takes the side of the budget that stands in the word for a final figure: 一般公共预算支出决算数.
  private func adopt(_ subject: inout Subject, _ token: Token) {
    switch units[token.range.lowerBound] {
    case 0x652F: subject.measure = .expenditure
    case 0x6536: subject.measure = .revenue
    default: break
    }
  }

  /// The word behind a year without the 度 of 年度.
  private func withoutYearSuffix(_ range: Range<Int>, at index: Int) -> Range<Int> {
    guard index > 0, case .year = tokens[index - 1].kind, units[range.lowerBound] == 0x5EA6 else { return range }
    return (range.lowerBound + 1)..<range.upperBound
  }

  /// Whether `term` says what is measured here, beside `other` that was read before it.
  ///
  /// 收入 and 支出 are the document's only where nothing narrows them: 教育支出 is a name,
  /// “三公”经费支出 is no expenditure total.
  private func accept(_ term: Term, at index: Int, in range: Range<Int>, over other: Term?) -> Bool {
    if term == .procurement, let other, Self.procured.contains(other) { return false }
    if term == .revenueGrandTotal || term == .expenditureGrandTotal {
      return other.map(\.isGeneralMeasure) ?? true
    }
    guard term == .revenue || term == .expenditure || term == .goods || term == .works || term == .services else {
      return true
    }
    if let other, other != .revenue, other != .expenditure, other != .procurement { return false }
    let token = tokens[index]
    let word = token.range
    if term == .revenue || term == .expenditure, units[word.upperBound - 1] == 0x8BA1 { return true }  // …合计
    guard index > range.lowerBound else { return true }
    let before = tokens[index - 1]
    guard case .text = before.kind, before.range.upperBound == word.lowerBound else { return true }
    // 2024年度收入: nothing but the year stands before it.
    if index > 1, case .year = tokens[index - 2].kind, withoutYearSuffix(before.range, at: index - 1).isEmpty {
      return true
    }
    return endsEntity(units[before.range.upperBound - 1])
  }

  /// What is bought or who sells it: 货物类政府采购预算 is of goods.
  private static let procured: Set<Term> = [.smallAndMediumEnterprises, .smallEnterprises, .goods, .works, .services]

  /// Whether a word that ends so may be a department's name rather than part of a measure's.
  private func endsEntity(_ unit: UInt16) -> Bool {
    Self.entityEndings.contains(unit) || Mark.isClosingBracket(unit)
  }

  private static let entityEndings = Set("局部处室委院会办心位门所校站队厅署团馆社司府道镇乡园库关学科县区市省我全年体总区联台".utf16)

  private func name(hash: UInt64, _ range: Range<Int>) -> UInt64 {
    var hash = hash == 0 ? 0xcbf2_9ce4_8422_2325 : hash
    for index in range {
      let unit = units[index]
      if unit == Mark.space || Mark.isQuote(unit) { continue }
      let folded = unit == 0x28 ? 0xFF08 : unit == 0x29 ? 0xFF09 : unit
      hash = (hash ^ UInt64(folded)) &* 0x100_0000_01b3
    }
    return hash
  }
}
