import Disclosure
import DisclosureSyntax
import DisclosureText
import Lint

/// What single entries of the contents say, where all the others are found.
extension ContentsMismatch {
  // MARK: Tables

  /// Tables that stand between others and that the contents leave out, though they list all the others.
  func unlistedTables(_ entries: [Outline.Entry], in document: DisclosureDocument) -> [Finding] {
    let listed = entries.filter(\.isTable).map(\.words).filter { !PromisedTables.areAll($0) }
    guard listed.count >= 4 else { return [] }
    var tables: [(title: Int, words: [UInt16])] = []
    for table in document.outline.tables {
      guard let title = table.title, !tables.contains(where: { $0.words == table.words }) else { continue }
      tables.append((title, table.words))
    }
    let names = tables.map(\.words)
    func answers(_ entry: [UInt16], _ name: [UInt16]) -> Bool {
      entry == name
        || (TitleWords.contains(entry, name) || TitleWords.contains(name, entry))
          && !names.contains(entry) && !listed.contains(name)
    }
    // One that is called otherwise in the contents is listed all the same.
    guard tables.count > listed.count, listed.allSatisfy({ entry in names.contains { answers(entry, $0) } }) else {
      return []
    }
    let isListed = names.map { name in
      // `一般公共预算支出表（按功能分类）` lists it too.
      entries.contains { answers($0.words, name) || !$0.isTable && TitleWords.contains($0.words, name) }
    }
    let others = tables.indices.dropFirst().dropLast().filter {
      !isListed[$0] && isListed[$0 - 1] && isListed[$0 + 1] && TableKind.named(names[$0]) != nil
    }
    guard others.count <= max(1, tables.count / 6) else { return [] }
    return others.map { notListed(tables[$0].title, names[$0], in: document) }
  }

  // MARK: Sections and annexes

  /// Entries with a number, `三、人员情况`, that the text does not have between those before and behind them.
  ///
  /// Spoken of only where these are found word for word, and nothing between them may be what is promised.
  func absentItems(_ entries: [Outline.Entry], in document: DisclosureDocument) -> [Finding] {
    entries.indices.dropFirst().compactMap { at in
      let (entry, former) = (entries[at], entries[at - 1])
      guard let number = numbering(entry, in: document), number.level == 1, isSection(entry),
        !entry.words.suffix(2).elementsEqual(Self.explanation),
        let before = numbering(former, in: document), before.level == 1, before.value + 1 == number.value,
        isSection(former)
      else { return nil }
      let start = document.outline.contents.upperBound
      guard place(of: entry, from: start, in: document) == nil, let first = place(of: former, from: start, in: document)
      else { return nil }
      let next = at + 1 < entries.count ? place(of: entries[at + 1], from: first + 1, in: document) : nil
      if at + 1 < entries.count, next == nil { return nil }
      let rest = document.tree.blocks[(first + 1)..<(next ?? document.tree.blocks.count)]
      let isOpen = rest.contains { block in
        block.block.numbering?.level == 1 || block.block.kind == .heading && block.block.numbering == nil
          || block.block.kind == .table || TitleWords.contains(block.block.text.units, Array(entry.words.prefix(2)))
      }
      return isOpen ? nil : absence(of: entry, in: document)
    }
  }

  private func isSection(_ entry: Outline.Entry) -> Bool {
    !entry.isTable && !entry.words.contains(HeadingWords.table) && entry.words.count >= 3
  }

  private func numbering(_ entry: Outline.Entry, in document: DisclosureDocument) -> Numbering? {
    document.tree.blocks[entry.block].block.numbering
  }

  /// The block behind `start` that begins with the words of an entry.
  private func place(of entry: Outline.Entry, from start: Int, in document: DisclosureDocument) -> Int? {
    (start..<document.tree.blocks.count).first { number in
      let block = document.tree.blocks[number].block
      guard block.kind != .table, block.text.count >= entry.words.count else { return false }
      return TitleWords.words(block.text.units.dropFirst(block.numbering?.length ?? 0).prefix(60))
        .starts(with: entry.words)
    }
  }

  /// The last part, 附件, of which the text has nothing: a hint, for annexes stand in files of their own too.
  func absentAnnex(_ entry: Outline.Entry, in document: DisclosureDocument) -> Finding? {
    guard entry.words.elementsEqual(Self.annex),
      !document.tree.blocks[document.outline.contents.upperBound...].contains(where: { block in
        block.block.text.count <= 40 && TitleWords.contains(block.block.text.units, Self.annex)
      })
    else { return nil }
    return absence(of: entry, in: document, severity: document.expectation.isWhole ? nil : .hint)
  }

  // MARK: Numbers of parts

  /// Parts that have another number in the contents than in the text, which counts them rightly.
  func otherNumbers(_ entries: [Outline.Entry], in document: DisclosureDocument) -> [Finding] {
    let parts = entries.filter { numbering($0, in: document)?.level == 0 }
    let headings = document.outline.headings.filter {
      $0.block >= document.outline.contents.upperBound && document.tree.blocks[$0.block].block.numbering?.level == 0
    }
    let isCounted = headings.enumerated().allSatisfy {
      document.tree.blocks[$1.block].block.numbering?.value == $0 + 1
    }
    guard parts.count >= 2, parts.count == headings.count, isCounted else { return [] }
    return zip(parts, headings).compactMap { part, heading in
      guard part.words == heading.words, let number = numbering(part, in: document),
        number.value != document.tree.blocks[heading.block].block.numbering?.value
      else { return nil }
      let text = document.tree.blocks[part.block].block.text
      let printed = text.string(in: 0..<number.length)
      let name = String(codeUnits: part.words[...])
      return Self.info.finding(
        text.sourceRange(of: 0..<number.length),
        LocalizedText(
          "目录中“\(name)”是“\(printed)”，与正文的序号不同", "“\(name)” has another number in the text than “\(printed)”"))
    }
  }
}
