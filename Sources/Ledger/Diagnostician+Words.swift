/// Words of direction in the evidence.
extension Diagnostician {
  /// The broken rates that come out to the last digit once their words of direction say the opposite.
  ///
  /// The amounts and the rate then agree with one another, which chance hardly makes: it is the words that
  /// are wrong, and no amount is suspected for it. Words that something else bears out are not.
  mutating func ratesOfTurnedWords() -> Set<Int> {
    var found: Set<Int> = []
    for relation in relations.indices where printedOutcomes[relation] == .broken && relations.isQuotient(relation) {
      var words: [QuantityIndex] = []
      relations.forEachQuantity(of: relation) { figure in
        if assignment[figure].isDirection, !words.contains(figure) { words.append(figure) }
      }
      guard !words.isEmpty, words.allSatisfy({ original[$0].value != 0 && !isBorneOut($0, words) }) else {
        continue
      }
      let before = rate(relation)
      let areOne = words.allSatisfy { original[$0].value == original[words[0]].value }
      for sign: Int128 in [1, -1] {
        for word in words { assignment.replace(word, by: sign) }
        guard outcome(of: relation) == .holds else { continue }
        // Of a small change either word gives nearly the same rate.
        if areOne, let before, let after = rate(relation), (after.value - before.value).magnitude < after.room.magnitude
        {
          chanceTurns.insert(relation)
        } else {
          found.insert(relation)
        }
      }
      for word in words { assignment[word] = original[word] }
    }
    return found
  }

  /// How large the rate is that the amounts of a quotient give, and by how much another has to differ for it to be no
  /// neighbour of it: ten steps.
  private func rate(_ relation: Int) -> (value: Int128, room: Int128)? {
    guard case .quotient(let rate, let numerator, let denominator) = relations[relation].form else { return nil }
    let whole = assignment.sumOfValues(denominator)
    guard whole != 0 else { return nil }
    let value = assignment.sumOfValues(numerator) * FigureLedger.rateScale / whole
    return (value < 0 ? -value : value, 10 * assignment[rate.quantity].step)
  }

  /// Whether something says what a word of direction says that is no figure, such as a reason, or that is none of the
  /// two `words` which would be turned, as `下降的原因` behind them.
  private func isBorneOut(_ word: QuantityIndex, _ words: [QuantityIndex]) -> Bool {
    neighbours[word].contains { relation in
      guard outcomes[relation] == .holds, case .agreement(let one, let second) = relations[relation].form else {
        return false
      }
      let other = one == word ? second : one
      return original[other].isConstant || words.count > 1 && !words.contains(other)
    }
  }

  /// What speaks for turning a word of direction.
  ///
  /// A rate that comes out once the word is turned is hardly chance, unless it nearly did before. A word that says nothing
  /// changed is rarely the slip: it would have been 增加 or 减少.
  func turn(_ word: Quantity, _ mended: [Int]) -> Int {
    if word.value == 0 { return 0 }
    let hasRate = mended.contains { relation in
      relations.isQuotient(relation) && !chanceTurns.contains(relation) && outcome(of: relation) == .holds
    }
    return hasRate ? 700 : 400
  }
}
