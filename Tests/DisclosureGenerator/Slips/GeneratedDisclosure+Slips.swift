extension GeneratedDisclosure {
  /// A slip of `kind` that the narrative alone contradicts, or nil where the document has no
  /// place for one.
  package func slip(_ kind: Slip.Kind, seed: UInt64) -> Slip? {
    var random = SplitMix64(state: seed)
    let candidates = figures.indices.filter { !offsets[$0].isEmpty && isPlace($0, for: kind) }
    return slip(kind, among: candidates, strength: .stated, using: &random)
  }

  /// A slip of `kind` in a cell that another cell or the narrative contradicts, in a table whose
  /// kind is among `tables`.
  package func tableSlip(
    _ kind: Slip.Kind, seed: UInt64, in tables: [PrintedTable.Kind] = PrintedTable.Kind.allCases
  ) -> Slip? {
    var random = SplitMix64(state: seed)
    return slip(kind, among: cells(for: kind, in: tables), strength: .tabular, using: &random)
  }

  /// The cells that `kind` can happen to; zeros and rows that are printed twice are left alone.
  private func cells(for kind: Slip.Kind, in kinds: [PrintedTable.Kind]) -> [Int] {
    tables.filter { kinds.contains($0.kind) }.flatMap(\.cells).map(\.figure).filter {
      figures[$0].value != 0 && copies[$0] == nil && isPlace($0, for: kind)
    }
  }

  /// `count` slips of several kinds, in the narrative or in tables whose kind is among `kinds`, no
  /// two of them in figures that are tied to each other.
  package func slips(
    count: Int, seed: UInt64, in printed: [PrintedTable.Kind] = PrintedTable.Kind.allCases
  ) -> [Slip] {
    var random = SplitMix64(state: seed)
    var slips: [Slip] = []
    var near: Set<Int> = []
    let kinds: [Slip.Kind] = [.mistypedDigit, .swappedDigits, .droppedDigit, .doubledDigit, .reversedDirection]
    for _ in 0..<60 where slips.count < count {
      let kind = random.pick(kinds)
      let isInTable = !tables.isEmpty && kind != .reversedDirection && random.chance(60)
      let seed = random.next()
      guard let slip = isInTable ? tableSlip(kind, seed: seed, in: printed) : slip(kind, seed: seed),
        copies[slip.figure] == nil,
        !near.contains(slip.figure)
      else { continue }
      slips.append(slip)
      for tie in ties where tie.figures.contains(slip.figure) { near.formUnion(tie.figures) }
    }
    return slips.count == count
      ? slips.sorted { range(of: $0.figure).lowerBound < range(of: $1.figure).lowerBound } : []
  }

  /// A slip of `kind` in one of the figures `candidates` that ties of `strength` or stronger refute.
  func slip(
    _ kind: Slip.Kind, among candidates: [Int], strength: Tie.Strength, using random: inout SplitMix64
  ) -> Slip? {
    guard !candidates.isEmpty else { return nil }
    for _ in 0..<40 {
      let figure = random.pick(candidates)
      guard let printed = changed(figure, kind, using: &random) else { continue }
      if kind == .lostPercentSign { return edited(kind, figure, printed) }
      guard printed != figures[figure].printed else { continue }
      let isSeen = figures[figure].value(of: printed).map { !refuted(figure, value: $0, strength: strength).isEmpty }
      guard kind == .brokenYear || isSeen == true else { continue }
      return edited(kind, figure, printed)
    }
    return nil
  }

  /// Whether a slip of `kind` can happen to the figure.
  private func isPlace(_ index: Int, for kind: Slip.Kind) -> Bool {
    let figure = figures[index]
    let isNumber = figure.kind == .amount || figure.kind == .percent || figure.kind == .count
    switch kind {
    case .mistypedDigit, .swappedDigits: return isNumber
    case .droppedDigit, .doubledDigit: return isNumber && !figure.printed.contains { ",，-".contains($0) }
    case .reversedDirection: return figure.kind == .direction
    case .staleYear: return figure.kind == .year
    case .brokenYear: return figure.kind == .year && figure.value == facts.year
    case .staleShare: return figure.kind == .percent && isOnOneLine(index)
    case .lostPercentSign: return figure.kind == .percent && isOnOneLine(index)
    }
  }

  /// Whether the characters of the figure stand side by side.
  package func isOnOneLine(_ index: Int) -> Bool {
    zip(offsets[index], offsets[index].dropFirst()).allSatisfy { end(of: $0) == $1 }
  }

  // MARK: What the figure reads afterwards

  private func changed(_ index: Int, _ kind: Slip.Kind, using random: inout SplitMix64) -> String? {
    let figure = figures[index]
    switch kind {
    case .mistypedDigit: return mistyped(figure.printed, using: &random)
    case .swappedDigits: return swapped(figure.printed, using: &random)
    case .droppedDigit, .doubledDigit: return resized(figure.printed, kind == .doubledDigit, using: &random)
    case .reversedDirection: return Self.opposites[figure.printed]
    case .staleYear: return "\(figure.value - 1)"
    case .brokenYear: return String(figure.printed.dropLast())
    case .staleShare:
      return FigureStyle().percent(max(1, figure.value + random.pick([-1, 1]) * random.number(40...900)))
    case .lostPercentSign: return figure.printed
    }
  }

  private static let opposites = ["增加": "减少", "减少": "增加", "增长": "下降", "下降": "增长"]

  private func mistyped(_ printed: String, using random: inout SplitMix64) -> String? {
    var scalars = Array(printed.unicodeScalars)
    let places = scalars.indices.filter { Self.digit(scalars[$0]) != nil }
    let place = random.pick(places)
    guard let digit = Self.digit(scalars[place]) else { return nil }
    let other = (digit + random.number(1...9)) % 10
    let isWhole = place + 1 < scalars.count && Self.digit(scalars[place + 1]) == nil
    if place == 0, other == 0, !isWhole { return nil }
    scalars[place] = Unicode.Scalar(scalars[place].value - UInt32(digit) + UInt32(other)) ?? scalars[place]
    return Self.string(scalars)
  }

  private func swapped(_ printed: String, using random: inout SplitMix64) -> String? {
    var scalars = Array(printed.unicodeScalars)
    let places = scalars.indices.dropLast().filter {
      Self.digit(scalars[$0]) != nil && Self.digit(scalars[$0 + 1]) != nil && scalars[$0] != scalars[$0 + 1]
    }
    guard !places.isEmpty else { return nil }
    let place = random.pick(places)
    scalars.swapAt(place, place + 1)
    return Self.digit(scalars[0]) == 0 ? nil : Self.string(scalars)
  }

  /// The number with one digit before its point more, or less.
  private func resized(_ printed: String, _ isDoubled: Bool, using random: inout SplitMix64) -> String? {
    var scalars = Array(printed.unicodeScalars)
    let whole = scalars.firstIndex { Self.digit($0) == nil } ?? scalars.count
    let place = random.number(0...whole - 1)
    if isDoubled {
      scalars.insert(scalars[place], at: place)
    } else {
      guard whole > 1 else { return nil }
      scalars.remove(at: place)
    }
    let leadsWithZero = Self.digit(scalars[0]) == 0 && scalars.count > 1 && Self.digit(scalars[1]) != nil
    return leadsWithZero ? nil : Self.string(scalars)
  }

  private static func digit(_ scalar: Unicode.Scalar) -> Int? {
    switch scalar.value {
    case 0x30...0x39, 0xFF10...0xFF19: Int(scalar.value & 0xF)
    default: nil
    }
  }

  private static func string(_ scalars: [Unicode.Scalar]) -> String { String(String.UnicodeScalarView(scalars)) }

  // MARK: The edits

  /// The slip that makes the figure read `printed`, with no more edits than the difference asks
  /// for, so that what stands between the pieces of a figure stays.
  private func edited(_ kind: Slip.Kind, _ index: Int, _ printed: String) -> Slip {
    let places = offsets[index]
    if kind == .lostPercentSign {
      let sign = places[places.count - 1]
      return Slip(kind: kind, figure: index, printed: printed, edits: [(sign..<end(of: sign), "")])
    }
    let old = Array(figures[index].printed.unicodeScalars)
    let new = Array(printed.unicodeScalars)
    var first = 0
    while first < min(old.count, new.count), old[first] == new[first] { first += 1 }
    var last = 0
    while last < min(old.count, new.count) - first, old[old.count - 1 - last] == new[new.count - 1 - last] { last += 1 }
    if old.count == new.count {
      let edits = (first..<old.count - last).map { (places[$0]..<end(of: places[$0]), String(new[$0])) }
      return Slip(kind: kind, figure: index, printed: printed, edits: edits)
    }
    // What is inserted stands behind the digit before it, not before what follows over a blank.
    let isInserted = old.count - last == first && first > 0
    let lower = isInserted ? end(of: places[first - 1]) : places[first]
    let upper = old.count - last > first ? end(of: places[old.count - last - 1]) : lower
    let text = Self.string(Array(new[first..<new.count - last]))
    return Slip(kind: kind, figure: index, printed: printed, edits: [(lower..<upper, text)])
  }
}
