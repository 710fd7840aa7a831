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
        if assignment.quantities[figure].isDirection, !words.contains(figure) { words.append(figure) }
      }
      guard !words.isEmpty, words.allSatisfy({ original[$0].value != 0 && !isBorneOut($0) }) else {
        continue
      }
      for sign: Int128 in [1, -1] {
        for word in words { assignment.replace(word, by: sign) }
        if outcome(of: relation) == .holds { found.insert(relation) }
      }
      for word in words { assignment.quantities[word] = original[word] }
    }
    return found
  }

  /// Whether something that is no figure, such as a reason, says what a word of direction says.
  private func isBorneOut(_ word: QuantityIndex) -> Bool {
    neighbours[word].contains { relation in
      guard outcomes[relation] == .holds, let other = relations[relation].equal(to: word) else { return false }
      return original[other].isConstant
    }
  }

  /// What speaks for turning a word of direction.
  ///
  /// A rate that comes out once the word is turned is hardly chance. A word that says nothing
  /// changed is rarely the slip: it would have been 增加 or 减少.
  func turn(_ word: Quantity, _ mended: [Int]) -> Int {
    if word.value == 0 { return 0 }
    let hasRate = mended.contains { relation in
      relations.isQuotient(relation) && outcome(of: relation) == .holds
    }
    return hasRate ? 700 : 400
  }
}
