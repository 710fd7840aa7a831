import DisclosureSyntax

extension NarrativeReader {
  /// Ties the total of the three public expenses to sections that tell of one each:
  /// `“三公”经费支出 90 万元，具体情况如下：` before `一、因公出国（境）费`, `二、公务用车购置及运行费` and `三、公务接待费`.
  mutating func tieSections() {
    for (number, block) in tree.blocks.enumerated() where block.block.kind == .paragraph && block.opening != nil {
      guard number + 1 < tree.blocks.count, case let next = tree.blocks[number + 1].block, next.kind == .heading,
        next.numbering?.value == 1, let level = next.numbering?.level,
        let head = expense(.threePublic, in: number), !isPlan(head)
      else { continue }
      let sections = sections(behind: number, level: level)
      guard sections.count == 3 else { continue }
      var parts: [StatementIndex] = []
      for section in sections {
        for measure in Self.three { if let part = expense(measure, in: section) { parts.append(part) } }
      }
      guard parts.count == 3, Set(parts.map { self[$0].subject.measure }).count == 3,
        !narrative.breakdowns.contains(where: { $0.head == head && $0.isFull })
      else { continue }
      narrative.breakdowns.append(Breakdown(head: head, parts: parts, isFull: true, isClosed: true))
    }
  }

  /// Ties a grand total to the year's part of it and to what was carried over or is left, of which paragraphs behind it
  /// tell: `收入总计 90 万元 …`, `收入合计 80 万元 …。此外，年初结转和结余 10 万元`.
  ///
  /// They are all there is where they add up, or would but for one slip.
  mutating func tieCarriedOver() {
    guard profile.kind == .final else { return }
    let levels = self.levels.filter {
      self[$0].depth == 0 && self[$0].subject.fund == nil && !self[$0].subject.isQualified
    }
    for (position, total) in levels.enumerated() {
      let (flow, rest): (Term, Term)
      switch self[total].subject.measure {
      case .revenueGrandTotal: (flow, rest) = (.revenue, .carryOver)
      case .expenditureGrandTotal: (flow, rest) = (.expenditure, .carryForward)
      default: continue
      }
      let block = narrative.statements[total].block
      let near = levels[(position + 1)...].prefix { narrative.statements[$0].block <= block + 4 }
        .filter {
          narrative.statements[$0].block > block
            && narrative.statements[$0].section == narrative.statements[total].section
        }
      let flows = near.filter { self[$0].subject.measure == flow }
      let rests = near.filter { self[$0].subject.measure == rest && isFirstNamed($0) }
      guard flows.count == 1, 1...2 ~= rests.count,
        !near.contains(where: { self[$0].subject.measure == self[total].subject.measure }),
        isShown(flows + rests, of: total)
      else { continue }
      narrative.breakdowns.append(Breakdown(head: total, parts: flows + rests, isFull: true))
    }
  }

  /// Whether the amount begins its sentence.
  private func isFirstNamed(_ index: StatementIndex) -> Bool {
    index == 0 || self[index - 1].sentence != self[index].sentence
      || narrative.statements[index - 1].block != narrative.statements[index].block
  }

  private func isShown(_ parts: [StatementIndex], of total: StatementIndex) -> Bool {
    guard let whole = numeral(total), case let amounts = parts.compactMap({ numeral($0) }), amounts.count == parts.count
    else { return false }
    return SumEvidence(total: (whole, 1), parts: amounts.map { ($0, 1) }, leastSlip: 1000)?.isMeant ?? false
  }

  /// The first paragraph of each of the sections that follow a block.
  private func sections(behind number: Int, level: Int) -> [Int] {
    var found: [Int] = []
    var value = 0
    for index in (number + 1)..<min(tree.blocks.count, number + 40) {
      let block = tree.blocks[index].block
      if block.kind == .heading, let numbering = block.numbering, numbering.level == level {
        guard numbering.value == value + 1, value < 3 else { break }
        value += 1
      } else if block.kind == .heading {
        break
      } else if block.kind == .paragraph, found.count < value {
        found.append(index)
      }
    }
    return found
  }

  /// The amount of the expense that a paragraph gives first; nil where it gives several.
  private func expense(_ measure: Term, in block: Int) -> StatementIndex? {
    let own = levels.filter { index in
      let placed = narrative.statements[index]
      return placed.block == block && placed.statement.depth == 0 && placed.statement.subject.measure == measure
        && unit(index).isMoney && !isBase(index) && placed.statement.subject.relativeYear != -1
    }
    return own.count == 1 ? own[0] : nil
  }

  private static let three: [Term] = [.abroad, .vehicles, .reception]
}
