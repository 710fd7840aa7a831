import DisclosureSyntax
import DisclosureText

/// What a document says of a figure that another document has published: last year's amount, or
/// the budget that a final figure is set beside.
@usableFromInline package struct EarlierClaim: Hashable, Sendable {
  /// The document that has published the figure.
  package var document: OtherDocument
  /// What the figure measures.
  package var key: FigureKey
  /// How it is said.
  package var form: Form
  /// Whether the words name the budget or the account that the figure is taken from.
  package var isExplicit: Bool

  /// The ways to speak of another document's figure.
  @usableFromInline package enum Form: Hashable, Sendable {
    /// The figure itself: `2024 年预算数为 90 万元`.
    case figure(StatementIndex)
    /// How much the own amount differs from it: `比 2024 年预算增加 10 万元`.
    case change(StatementIndex, current: StatementIndex)
    /// By which rate: `比 2024 年预算增长 5%`.
    case rate(StatementIndex, current: StatementIndex)
    /// That nothing changed: `与 2024 年预算持平`.
    case unchanged(StatementIndex, current: StatementIndex)
  }

  /// Whether it says that nothing changed.
  package var isUnchanged: Bool { if case .unchanged = form { true } else { false } }

  /// The statement that says it.
  package var statement: StatementIndex {
    switch form {
    case .figure(let index), .change(let index, _), .rate(let index, _), .unchanged(let index, _): index
    }
  }
}

extension DisclosureDocument {
  /// What the narrative says of figures of other documents, in the order of the text.
  package func earlierClaims() -> [EarlierClaim] {
    let keys = Dictionary(figureKeys().map { ($0.index, $0.key) }) { first, _ in first }
    var claims: [EarlierClaim] = []
    for (index, key) in keys where !isOwnLevel(index) {
      guard let (document, isExplicit) = source(ofLevel: index) else { continue }
      claims.append(EarlierClaim(document: document, key: key, form: .figure(index), isExplicit: isExplicit))
    }
    let loneRates = narrative.loneRates.map { Movement(rate: $0.rate, current: $0.current) }
    for movement in narrative.movements + loneRates {
      guard let current = movement.current, let key = keys[current], isOwnLevel(current),
        let first = movement.words.first,
        let reference = statement(first).reference, let (document, isExplicit) = source(of: reference)
      else { continue }
      func claim(_ form: EarlierClaim.Form) {
        claims.append(EarlierClaim(document: document, key: key, form: form, isExplicit: isExplicit))
      }
      if let base = movement.base {
        if keys[base] == nil { claim(.figure(base)) }
      } else if let change = movement.change {
        claim(.change(change, current: current))
      } else if let rate = movement.rate {
        claim(.rate(rate, current: current))
      } else if let unchanged = movement.unchanged, !isVague(unchanged) {
        claim(.unchanged(unchanged, current: current))
      }
    }
    return claims.sorted { ($0.statement, $0.key) < ($1.statement, $1.key) }
  }

  /// The document that an amount of another year, or a budget beside a final figure, is taken from.
  private func source(ofLevel index: StatementIndex) -> (OtherDocument, isExplicit: Bool)? {
    guard numeral(index)?.unit.isMoney == true else { return nil }
    let statement = statement(index)
    if let reference = statement.reference { return source(of: reference) }
    let subject = statement.subject
    if isPriorYear(subject.year, subject.relativeYear) { return source(ofPriorYear: subject.basis) }
    let isOwnYear = subject.year.map { $0 == profile.fiscalYear } ?? (subject.relativeYear ?? 0 == 0)
    return isOwnYear && profile.kind == .final && subject.basis == .initialBudget ? (.budget, true) : nil
  }

  /// The document that a comparison refers to.
  private func source(of reference: Statement.Reference) -> (OtherDocument, isExplicit: Bool)? {
    if isPriorYear(reference.year, reference.relativeYear) { return source(ofPriorYear: reference.basis) }
    return reference.isPlan && profile.kind == .final && reference.basis == .initialBudget ? (.budget, true) : nil
  }

  private func isPriorYear(_ year: Int?, _ relativeYear: Int?) -> Bool {
    guard let own = profile.fiscalYear else { return false }
    return year.map { $0 == own - 1 } ?? (relativeYear == -1)
  }

  /// Last year's document of the same kind, where the words may mean a figure of it.
  private func source(ofPriorYear basis: Term?) -> (OtherDocument, isExplicit: Bool)? {
    switch (profile.kind, basis) {
    // A budget may also be compared with what was spent.
    case (.budget, nil): (.priorYear, false)
    case (.budget, .budget), (.budget, .initialBudget), (.budget, .allocation): (.priorYear, true)
    case (.final, nil), (.final, .final): (.priorYear, true)
    default: nil
    }
  }

  /// Whether the words leave room: 基本持平.
  private func isVague(_ index: StatementIndex) -> Bool {
    guard let word = statement(index).word else { return true }
    let units = runningText(index).units
    let start = max(0, word.lowerBound - 2)
    return TitleWords.position(of: Self.roughly, in: Array(units[start..<word.upperBound])) != nil
  }

  private static let roughly = Array("基本".utf16)
}
