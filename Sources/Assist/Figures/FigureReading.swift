import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint
import Rules

/// What was read in a file: its statements and tables, and the relations between their figures.
///
///     let reading = FigureReading(SourceText("某局2025年度部门预算公开 …"))
///     reading.statements[0].figure      // "100.00万元"
///     reading.relations[0].outcome      // .holds
///
/// It answers why a figure was or was not checked. A file of several disclosures is read as it is judged, each of
/// them by itself: no relation ties figures of two.
package struct FigureReading: Sendable {
  /// What each disclosure is, of whom, of which year, and where it begins; at least one.
  package let disclosures: [ReadDisclosure]
  /// What the sentences say, in the order of the text.
  package private(set) var statements: [FigureStatement] = []
  /// What must hold between the statements, and whether it does.
  package private(set) var relations: [FigureRelation] = []
  /// The tables, their amounts placed in rows and columns.
  package private(set) var tables: [FigureTable] = []

  /// Reads `text`. Never fails: what is not understood has the role `unclear`.
  ///
  /// - Complexity: O(*n*) for *n* bytes.
  package init(_ text: SourceText, linter: Linter = Linter()) { self.init(linter.read(file: text), linter: linter) }

  /// What `linter` has read of a file.
  ///
  /// - Complexity: O(*n*) for *n* figures and relations.
  package init(_ file: DisclosureFile, linter: Linter) {
    disclosures = file.parts.map { part in
      ReadDisclosure(profile: ProfileSummary(part.document.profile), start: part.start)
    }
    var cells = 0
    for part in file.parts {
      let document = linter.judged(part.document)
      let place = FigurePlace(bytes: part.start, statements: statements.count, cells: cells)
      add(document, at: place, linter.engine)
      cells += document.tables.cells.count
    }
  }

  /// Adds what one disclosure says.
  private mutating func add(_ document: DisclosureDocument, at place: FigurePlace, _ engine: Engine) {
    statements += document.narrative.statements.indices.map { FigureStatement($0, of: document, at: place) }
    tables += document.tables.tables.indices.map { FigureTable($0, of: document, at: place) }
    let (sheet, outcomes) = engine.judge(document)
    relations += zip(sheet.ledger.relations, outcomes).map { relation, outcome in
      FigureRelation(relation, outcome, rule: engine.ruleName(of: relation), in: sheet, at: place)
    }
  }

  /// What the first disclosure is, of whom, of which year.
  package var profile: ProfileSummary { disclosures[0].profile }

  /// The statements with a printed figure.
  package var figureCount: Int { statements.count { $0.figure != nil } }

  /// The indices of the amounts in tables, in the order of the text; a dash is none.
  package var amounts: [CellIndex] {
    tables.flatMap { $0.rows.flatMap { row in row.cells.filter { !$0.isDash }.map(\.index) } }
  }

  /// The indices of the amounts in tables that stand in no relation that could be checked.
  package var unverifiedAmounts: [CellIndex] {
    var verified: Set<CellIndex> = []
    for relation in relations where relation.outcome != .notCheckable { verified.formUnion(relation.cells) }
    return amounts.filter { !verified.contains($0) }
  }

  /// The indices of the figures that stand in no relation that could be checked.
  package var unverified: [StatementIndex] {
    var isVerified = [Bool](repeating: false, count: statements.count)
    for relation in relations where relation.outcome != .notCheckable {
      for index in relation.figures { isVerified[index] = true }
    }
    return statements.indices.filter { statements[$0].figure != nil && !isVerified[$0] }
  }
}

/// One disclosure of a file.
package struct ReadDisclosure: Hashable, Sendable {
  /// What it is, of whom, of which year.
  package let profile: ProfileSummary
  /// The byte of the file that it begins with.
  package let start: Int
}

/// What stands before a disclosure in its file.
struct FigurePlace {
  /// The bytes, the statements and the cells of tables before it.
  var bytes = 0
  var statements = 0
  var cells = 0
}

/// One statement of the prose.
package struct FigureStatement: Hashable, Sendable {
  /// What kind of thing is said.
  package let role: Statement.Role
  /// The words that name what is measured; empty where the words before it do.
  package let measureWords: String
  /// The known measure, fund and budget that the words name.
  package let concepts: [Term]
  /// The year the words name.
  package let year: Int?
  /// The printed figure with its unit, without line ends inside.
  package let figure: String?
  /// The word of direction.
  package let word: String?
  /// Whether its sentence is finished; where not, nothing is checked.
  package let isFinished: Bool
  /// Where the figure stands, else the word.
  package let range: TextRange

  init(_ index: StatementIndex, of document: DisclosureDocument, at place: FigurePlace = FigurePlace()) {
    let statement = document.statement(index)
    let text = document.runningText(index)
    let numeral = document.numeral(index)
    role = statement.role
    measureWords = text.string(in: statement.subject.range)
    concepts = [statement.subject.measure, statement.subject.fund, statement.subject.basis].compactMap { $0 }
    year = statement.subject.year
    figure = numeral.map { text.string(in: $0.range) }
    word = statement.word.map { text.string(in: $0) }
    isFinished = statement.isFinished
    range = text.sourceRange(of: numeral?.range ?? statement.word ?? statement.subject.range).moved(by: place.bytes)
  }
}

/// What must hold between statements.
package struct FigureRelation: Hashable, Sendable {
  /// The name of the rule that states it.
  package let rule: String
  /// What it rests on.
  package let evidence: Relation.Evidence
  /// What became of it.
  package let outcome: Outcome
  /// The statement that is computed from the others.
  package let derived: StatementIndex?
  /// The cell that is computed from the others, where no statement is.
  package let derivedCell: CellIndex?
  /// The statements whose figures take part, in the order of the computation.
  package let figures: [StatementIndex]
  /// The cells whose amounts take part.
  package let cells: [CellIndex]
  /// The statements whose words of direction take part.
  package let words: [StatementIndex]

  init(_ relation: Relation, _ outcome: Outcome, rule: String, in sheet: RelationSheet, at place: FigurePlace) {
    self.rule = rule
    self.outcome = outcome
    evidence = relation.evidence
    derived = sheet.marks[relation.derived].statement.map { $0 + place.statements }
    derivedCell = sheet.marks[relation.derived].cell.map { $0 + place.cells }
    figures = relation.quantities.compactMap { quantity in
      if case .figure(let index) = sheet.marks[quantity] { index + place.statements } else { nil }
    }
    cells = relation.quantities.compactMap { quantity in
      if case .cell(let index) = sheet.marks[quantity] { index + place.cells } else { nil }
    }
    words = relation.quantities.compactMap { quantity in
      if case .word(let index) = sheet.marks[quantity] { index + place.statements } else { nil }
    }
  }
}
