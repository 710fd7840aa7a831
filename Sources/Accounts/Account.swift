/// Whether an account may still be used.
@usableFromInline package enum AccountStatus: Sendable {
  /// It is in the newest chart.
  case current
  /// It is in the newest chart and had another name before, still met in documents since 2020.
  case renamed
  /// It is not in the newest chart.
  case abolished
}

/// A name that an account had before.
@usableFromInline package struct OlderName: Hashable, Sendable {
  /// The name.
  package let name: String
  /// The first year it stood in the chart, where that is known.
  package let firstYear: Int?
  /// The last year it stood in the chart, where that is known.
  package let lastYear: Int?
}

/// One account of a chart.
///
/// It is a place in the table; what is asked for is read there. Years are right within one
/// year: they excuse a name, and accuse none.
@usableFromInline package struct Account: Hashable, Sendable {
  /// The chart it stands in.
  package let classification: AccountClassification
  /// Its code.
  package let code: AccountCode
  private let row: Table.Row

  init(_ code: AccountCode, in classification: AccountClassification, row: Table.Row) {
    self.code = code
    self.classification = classification
    self.row = row
  }

  /// Whether it is a class, a section or an item.
  package var level: AccountLevel { code.level }

  /// Its newest name.
  package var name: String { String(decoding: field(.name), as: UTF8.self) }

  /// Its newest name, made ready to be compared.
  package var comparedName: AccountName { AccountName(field(.name)) }

  /// The number of characters of its newest name.
  package var nameLength: Int { field(.name).count { $0 & 0xC0 != 0x80 } }

  /// Whether it may still be used.
  package var status: AccountStatus {
    switch field(.status).first {
    case UInt8(ascii: "a"): .abolished
    case UInt8(ascii: "r"): .renamed
    default: .current
    }
  }

  /// The first year of the account, `nil` where it is not known or lies before 2019.
  package var firstYear: Int? { number(.firstYear) }

  /// The last year of the account, `nil` where it is in use.
  package var lastYear: Int? { number(.lastYear) }

  /// How sure it is that the code has this name, in percent. From 98 on the pair was seen in
  /// print; below 80 it is doubtful and may give a hint at most.
  package var confidence: Int { number(.confidence) ?? 0 }

  /// Whether the account is inferred from how the chart is made and was never seen: it calls
  /// no document wrong.
  package var isConjectured: Bool { field(.evidence).first == UInt8(ascii: "c") }

  /// Whether only an older name of it was seen in print, so that the newest may be worded
  /// differently.
  package var isNewestNameUnseen: Bool { field(.evidence).first == UInt8(ascii: "o") }

  /// The names it had before, in the order of time.
  package var olderNames: [OlderName] {
    field(.olderNames).split(separator: UInt8(ascii: ";")).map { OlderName(written: $0) }
  }

  /// Whether it is the newest name of the account.
  package func isNewestName(_ printed: AccountName) -> Bool { field(.name).elementsEqual(printed.bytes) }

  /// Whether its newest name is printed as these bytes and no others; allocates nothing.
  package func isNewestName(utf8 printed: Span<UInt8>) -> Bool {
    classification.table.isField(Field.name.rawValue, of: row, printed)
  }

  /// What a printed name has to do with it.
  package func agreement(with printed: AccountName) -> NameAgreement { agreement(withUTF8: printed.bytes[...]) }

  /// What a name has to do with it that is printed as these bytes and no others; allocates nothing.
  package func agreement(withUTF8 printed: ArraySlice<UInt8>) -> NameAgreement {
    if isNewestName(utf8: printed.span) { return .newest }
    let newest = field(.name)
    var isCutShort = newest.starts(with: printed)
    for written in field(.olderNames).split(separator: UInt8(ascii: ";")) {
      let older = OlderName.nameBytes(written)
      if older.elementsEqual(printed) { return .older }
      isCutShort = isCutShort || older.starts(with: printed)
    }
    return isCutShort && !printed.isEmpty ? .cutShort : .different
  }

  private enum Field: Int {
    case code, name, status, firstYear, lastYear, confidence, olderNames, evidence
  }

  private func field(_ field: Field) -> UnsafeBufferPointer<UInt8>.SubSequence {
    classification.table.field(field.rawValue, of: row)
  }

  private func number(_ field: Field) -> Int? { classification.table.number(field.rawValue, of: row) }
}

extension OlderName {
  /// Reads `name(2014-2018)`, where either year may be missing.
  init(written: some BidirectionalCollection<UInt8>) {
    let name = Self.nameBytes(written)
    let years = written[name.endIndex...].dropFirst().dropLast()
      .split(separator: UInt8(ascii: "-"), omittingEmptySubsequences: false)
      .map { Int(String(decoding: $0, as: UTF8.self)) }
    self.init(
      name: String(decoding: name, as: UTF8.self), firstYear: years.first ?? nil, lastYear: years.last ?? nil)
  }

  /// The name without the years behind it.
  static func nameBytes<Bytes: BidirectionalCollection<UInt8>>(_ written: Bytes) -> Bytes.SubSequence {
    written[..<(written.lastIndex(of: UInt8(ascii: "(")) ?? written.endIndex)]
  }
}
