import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint
import Rules

/// Which printed figures of a disclosure stand in a relation that was checked, by section and
/// table.
///
///     let coverage = CoverageReading(SourceText("某局2025年度部门预算公开 …"))
///     coverage.sections[0].verified
///     coverage.unverified.map(\.figure)
///
/// A figure in no such relation may be wrong without anybody knowing.
package struct CoverageReading: Sendable {
  /// The sections and tables with figures, in the order of the text.
  package private(set) var sections: [CoveredSection] = []
  /// The figures that nothing vouches for, in the order of the text.
  package private(set) var unverified: [UnverifiedFigure] = []
  /// The relations that are broken and raise no alarm, in the order of the text.
  package private(set) var doubtful: [DoubtfulRelation] = []

  /// Reads `text` as `linter` does.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package init(_ text: SourceText, linter: Linter = Linter()) {
    self.init(linter.read(file: text), linter: linter)
  }

  /// Looks at what `linter` has read of a file.
  ///
  /// - Complexity: O(*n*) for *n* figures and relations.
  package init(_ file: DisclosureFile, linter: Linter) {
    self.init()
    for part in file.parts {
      let reading = CoverageReading(linter.judged(part.document), linter: linter)
      sections += reading.sections.map { $0.moved(by: part.start) }
      unverified += reading.unverified.map { $0.moved(by: part.start) }
      doubtful += reading.doubtful.map { $0.moved(by: part.start) }
    }
  }

  /// Creates the reading of nothing.
  private init() {}

  /// Looks at one disclosure as `linter` judges it.
  ///
  /// - Complexity: O(*n*) for *n* figures and relations.
  private init(_ document: DisclosureDocument, linter: Linter) {
    let (sheet, outcomes) = linter.engine.judge(document)
    var verified: Set<RelationSheet.Mark> = []
    for (relation, outcome) in zip(sheet.ledger.relations, outcomes) where outcome != .notCheckable {
      for quantity in relation.quantities { verified.insert(sheet.marks[quantity]) }
    }
    let figures = (Self.figures(of: document) + Self.cells(of: document)).sorted { $0.figure.range < $1.figure.range }
    let titles = Self.titles(of: document)
    var sections: [CoveredSection] = []
    var title = -1
    for (mark, figure) in figures {
      let before = title
      while title + 1 < titles.count, titles[title + 1].range.lower <= figure.range.lower { title += 1 }
      if sections.isEmpty || title != before {
        sections.append(
          CoveredSection(
            title: title >= 0 ? titles[title].title : "", range: title >= 0 ? titles[title].range : TextRange(0, 0)))
      }
      let last = sections.count - 1
      sections[last].total += 1
      if case .cell = mark { sections[last].isTable = true }
      if verified.contains(mark) { sections[last].verified += 1 }
    }
    self.sections = sections
    unverified = figures.filter { !verified.contains($0.mark) }.map(\.figure)
    doubtful = DoubtfulRelation.all(in: sheet, outcomes)
  }

  /// The numbers of the prose, with the words that name them.
  private static func figures(
    of document: DisclosureDocument
  ) -> [(mark: RelationSheet.Mark, figure: UnverifiedFigure)] {
    document.narrative.statements.indices.compactMap { index in
      guard let numeral = document.numeral(index) else { return nil }
      let text = document.runningText(index)
      let figure = UnverifiedFigure(
        words: text.string(in: document.statement(index).subject.range), figure: text.string(in: numeral.range),
        range: text.sourceRange(of: numeral.range))
      return (.figure(index), figure)
    }
  }

  /// The amounts of the tables, with the words of their rows.
  private static func cells(of document: DisclosureDocument) -> [(mark: RelationSheet.Mark, figure: UnverifiedFigure)] {
    document.tables.tables.flatMap { table in
      table.entries.flatMap { entry in
        let words = String(codeUnits: table.words(of: entry)[...])
        // A dash is no figure.
        let printed = entry.cells.filter { document.tables.cells[$0].piece.kind != .dash }
        return printed.map { index -> (mark: RelationSheet.Mark, figure: UnverifiedFigure) in
          let figure = UnverifiedFigure(
            words: words, figure: document.printedCell(index), range: document.range(ofCell: index))
          return (.cell(index), figure)
        }
      }
    }
  }

  /// Headings, and tables with their titles, in the order of the text.
  private static func titles(of document: DisclosureDocument) -> [(title: String, range: TextRange)] {
    let headings = document.tree.blocks.filter { $0.block.kind == .heading }.map { block in
      (title: block.block.text.string(in: 0..<block.block.text.count), range: block.block.range)
    }
    let tables = document.tables.tables.map { (title: $0.title, range: $0.range) }
    return (headings + tables).sorted { $0.range < $1.range }
  }
}

/// How many figures stand under one heading or table title, and how many of them were checked.
package struct CoveredSection: Hashable, Sendable {
  /// The heading or title; empty before the first.
  package let title: String
  /// Where it stands.
  package let range: TextRange
  /// Whether figures of a table stand under it.
  package internal(set) var isTable = false
  /// The printed figures.
  package internal(set) var total = 0
  /// Those that stand in at least one relation that was checked.
  package internal(set) var verified = 0

  /// The section where it stands so many bytes further down.
  fileprivate func moved(by bytes: Int) -> CoveredSection {
    var section = CoveredSection(title: title, range: range.moved(by: bytes))
    (section.isTable, section.total, section.verified) = (isTable, total, verified)
    return section
  }
}

/// A figure that stands in no relation that was checked.
package struct UnverifiedFigure: Hashable, Sendable {
  /// The words that name what is measured; empty where the words before it do.
  package let words: String
  /// The figure as printed.
  package let figure: String
  /// Where it stands.
  package let range: TextRange

  /// The figure where it stands so many bytes further down.
  fileprivate func moved(by bytes: Int) -> UnverifiedFigure {
    UnverifiedFigure(words: words, figure: figure, range: range.moved(by: bytes))
  }
}
