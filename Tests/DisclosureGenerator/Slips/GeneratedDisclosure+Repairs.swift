extension GeneratedDisclosure {
  /// What a slipped figure must read again, as far as its ties tell.
  package struct Restoration: Sendable {
    /// Values that rounding allows and that are one digit mistyped, swapped, too many or too few away, ascending.
    package var nearest: [Int] = []
    /// Those of them that another figure of the kind reads.
    package var repeated: [Int] = []
    /// Values that its ties compute and that all of them allow.
    package var computed: [Int] = []

    /// The values that are right: the smallest edit of the printed digits if it is the only one, or the only one that is
    /// printed elsewhere; else what is computed.
    package var right: [Int] { nearest.count == 1 ? nearest : repeated.count == 1 ? repeated : computed }
  }

  /// The kinds of figures in ties whose repair follows from the others.
  package enum Place: String, Sendable, CaseIterable {
    /// 占…%, 完成…的…%.
    case share
    /// 增长…%, 下降…%.
    case growth
    /// A total, or a change of which there is a rate.
    case derivedAmount
  }

  /// A slip of one digit in a figure that stands at a place of the kind, beyond any doubt; nil where there is none.
  package func slip(_ kind: Slip.Kind, at place: Place, seed: UInt64) -> Slip? {
    var random = SplitMix64(state: seed)
    let candidates = figures.indices.filter { !offsets[$0].isEmpty && isAt(place, $0) && isPlain($0) }
    return slip(kind, among: candidates, strength: .stated, using: &random)
  }

  private func isAt(_ place: Place, _ index: Int) -> Bool {
    figures[index].value != 0
      && ties.contains { tie in
        guard tie.strength == .stated else { return false }
        switch (place, tie.form) {
        case (.share, .share), (.growth, .movement), (.growth, .rate): return tie.figures[2] == index
        case (.derivedAmount, .sum): return tie.figures[0] == index
        case (.derivedAmount, .movement): return tie.figures[1] == index
        default: return false
        }
      }
  }

  /// The ties of a figure that its document states, with the mentions of the same measure.
  private func witnesses(of index: Int) -> [Tie] {
    ties.filter { $0.figures.contains(index) && ($0.strength == .stated || $0.form == .equal) }
  }

  /// Whether the figure and all that it is tied to are printed with their decimals.
  private func isPlain(_ index: Int) -> Bool {
    (witnesses(of: index).flatMap(\.figures) + wholes(of: index).joined()).allSatisfy { tied in
      let figure = figures[tied]
      switch figure.kind {
      case .amount: return figure.scale == 100 && figure.halfWidth > 0 || figure.printed.contains { ".．".contains($0) }
      case .percent: return figure.printed.contains { ".．".contains($0) }
      case .direction, .year, .count: return true
      }
    }
  }

  /// What the figure of `slip` must read again.
  ///
  /// - Complexity: the ties of the figure for each of some two hundred values.
  package func restoration(of slip: Slip) -> Restoration {
    let figure = figures[slip.figure]
    let witnesses = witnesses(of: slip.figure)
    let wholes = wholes(of: slip.figure)
    guard let wrong = figure.value(of: slip.printed) else { return Restoration() }
    func isAllowed(_ value: Int) -> Bool {
      func read(_ index: Int) -> Int { index == slip.figure ? value : figures[index].value }
      return value != wrong && witnesses.allSatisfy { $0.allows(in: figures, value: read) }
        && wholes.allSatisfy { abs($0.reduce(0) { $0 + read($1) } - 10_000) * 2 <= $0.count }
    }
    let nearest = Set(Self.edits(of: slip.printed).compactMap(figure.value(of:))).filter(isAllowed).sorted()
    let others = Set(
      figures.indices.filter {
        $0 != slip.figure && figures[$0].kind == figure.kind && figures[$0].unit == figure.unit && !offsets[$0].isEmpty
      }.map { figures[$0].value })
    let step = figure.kind == .amount ? max(1, 2 * figure.halfWidth) : 1
    var computed = witnesses.compactMap { tie in
      tie.figures.firstIndex(of: slip.figure).flatMap { place in
        tie.computed(at: place, step: step) { $0 == slip.figure ? wrong : figures[$0].value }
      }
    }
    computed += wholes.map { rates in 10_000 + figure.value - rates.reduce(0) { $0 + figures[$1].value } }
    return Restoration(
      nearest: nearest, repeated: nearest.filter(others.contains), computed: computed.filter(isAllowed))
  }

  /// The shares of full breakdowns that a share stands among, which add to a hundred percent.
  private func wholes(of index: Int) -> [[Int]] {
    guard let own = ties.first(where: { $0.form == .share && $0.figures[2] == index }) else { return [] }
    return ties.filter { $0.form == .sum && $0.figures[0] == own.figures[1] }.compactMap { sum in
      let parts = sum.figures[1...]
      let rates = parts.compactMap { part in
        ties.first { $0.form == .share && $0.figures[0] == part && $0.figures[1] == sum.figures[0] }?.figures[2]
      }
      let isExact = figures[sum.figures[0]].value == parts.reduce(0) { $0 + figures[$1].value }
      return isExact && parts.count > 1 && rates.count == parts.count && rates.contains(index) ? rates : nil
    }
  }

  /// What a number reads with one digit mistyped, two neighbours swapped, or a digit before its point more or less; its
  /// separators are no digits.
  private static func edits(of printed: String) -> [String] {
    let own: [Int] = printed.unicodeScalars.compactMap { scalar in
      switch scalar.value {
      case 0x30...0x39, 0xFF10...0xFF19: Int(scalar.value & 0xF)
      case 0x2E, 0xFF0E: -1
      default: nil
      }
    }
    let point = own.firstIndex(of: -1) ?? own.count
    var found: [[Int]] = []
    for place in own.indices where own[place] >= 0 {
      for digit in 0...9 where digit != own[place] {
        var edited = own
        edited[place] = digit
        found.append(edited)
      }
      // Neighbours may have the point between them.
      if let next = own[(place + 1)...].firstIndex(where: { $0 >= 0 }) {
        var edited = own
        edited.swapAt(place, next)
        found.append(edited)
      }
    }
    for place in 0...point {
      for digit in 0...9 { found.append(own[..<place] + [digit] + own[place...]) }
      if place < point { found.append(Array(own[..<place] + own[(place + 1)...])) }
    }
    return found.filter { digits in
      guard let first = digits.first, first >= 0 else { return false }
      return first > 0 || digits.count == 1 || digits[1] < 0
    }.map { $0.map { $0 < 0 ? "." : "\($0)" }.joined() }
  }
}
