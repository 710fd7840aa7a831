import Disclosure

extension Engine {
  /// Judges what was read of a file, each disclosure against the figures of others where there are some.
  ///
  /// - Parameter related: what each disclosure is checked against, in their order; nothing for those behind the
  ///   last one that is given. The ranges of its figures are those in their files.
  /// - Complexity: O(*n*) for the bytes of the disclosures that changed, beside the diagnosis of broken
  ///   relations, and O(findings).
  package func report(
    on file: inout DisclosureFile, settings: LintSettings = LintSettings(), against related: [RelatedFigures]
  ) -> LintReport {
    if file.parts.count == 1 {
      return report(
        on: file.parts[0].document, settings: settings, against: related.first ?? RelatedFigures(),
        recalling: &file.parts[0].memory)
    }
    var whole = LintReport.nothing
    var isNamed = false
    for number in file.parts.indices {
      let own = number < related.count ? related[number] : RelatedFigures()
      judge(&file.parts[number], number, settings, own)
      guard let judgement = file.parts[number].judgement else { continue }
      whole.findings += judgement.placed.findings
      whole.relations.add(judgement.report.relations)
      whole.figures.add(judgement.report.figures)
      whole.disclosures.append(
        ReportedDisclosure(profile: judgement.report.profile, start: file.parts[number].start))
      for note in judgement.report.notes where !whole.notes.contains(note) { whole.notes.append(note) }
      if !isNamed, file.parts[number].document.profile.isDisclosure {
        whole.profile = judgement.report.profile
        isNamed = true
      }
    }
    whole.lines = file.lines
    return whole
  }

  /// Judges a disclosure of a file, unless it was judged as it is.
  private func judge(
    _ part: inout DisclosureFile.Part, _ number: Int, _ settings: LintSettings, _ related: RelatedFigures
  ) {
    if let known = part.judgement, known.settings == settings, known.related == related {
      if known.placed.start != part.start || known.placed.number != number {
        let bytes = part.start - known.placed.start
        part.judgement?.placed = (part.start, number, known.placed.findings.map { $0.moved(by: bytes, to: number) })
      }
      return
    }
    let report = report(on: part.document, settings: settings, against: related, recalling: &part.memory)
    part.judgement = DisclosureFile.PartJudgement(
      settings: settings, related: related, report: report,
      placed: (part.start, number, report.findings.map { $0.moved(by: part.start, to: number) }))
  }
}

extension Finding {
  /// The finding in a disclosure that begins so many bytes further down and is that one of its file.
  fileprivate func moved(by bytes: Int, to number: Int) -> Finding {
    var finding = moved(by: bytes)
    for index in related.indices { finding.related[index].document?.checked = number }
    return finding
  }
}

extension RelationCounts {
  /// Counts those of another disclosure too.
  fileprivate mutating func add(_ other: RelationCounts) {
    checked += other.checked
    hold += other.hold
    rounding += other.rounding
    broken += other.broken
    notCheckable += other.notCheckable
  }
}

extension FigureCounts {
  /// Counts those of another disclosure too.
  fileprivate mutating func add(_ other: FigureCounts) {
    total += other.total
    verified += other.verified
  }
}
