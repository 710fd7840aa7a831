import Testing

@testable import Accounts

@Suite("Looking up accounts")
struct ChartTests {
  @Test("finds every account of the tables by its code, with what its row says", arguments: TableFile.charts)
  func everyAccount(file: TableFile) throws {
    for row in try file.rows() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      let code = try #require(AccountCode(ascii: fields[0].utf8))
      let account = try #require(Chart.account(code, in: file.classification))
      #expect(account.code == code)
      #expect(account.name == fields[1])
      #expect("\(account.status)" == fields[2])
      #expect(account.firstYear == Int(fields[3]))
      #expect(account.lastYear == Int(fields[4]))
      #expect(account.confidence == Int(fields[5]))
      #expect(account.isConjectured == (fields[7] == "conjectured"))
      #expect(account.isNewestNameUnseen == (fields[7] == "older-name"))
      #expect(AccountClassification(of: code) == file.classification)
      let written = account.olderNames.map { older in
        "\(older.name)(\(older.firstYear.map { "\($0)" } ?? "")-\(older.lastYear.map { "\($0)" } ?? ""))"
      }
      #expect(written.joined(separator: ";") == fields[6])
    }
  }

  @Test("finds every account by its name", arguments: TableFile.charts)
  func everyName(file: TableFile) throws {
    for row in try file.rows() {
      let fields = row.split(separator: "\t", omittingEmptySubsequences: false).map { String($0) }
      let found = Chart.accounts(named: AccountName(fields[1]), in: file.classification)
      #expect(found.map(\.code.description).contains(fields[0]))
      #expect(found.map(\.code) == found.map(\.code).sorted())
    }
  }

  @Test("has the children of an account and nothing else below it", arguments: TableFile.charts)
  func children(file: TableFile) throws {
    let codes = try file.rows().compactMap { AccountCode(ascii: $0.utf8.prefix { $0 != UInt8(ascii: "\t") }) }
    for code in codes {
      let account = try #require(Chart.account(code, in: file.classification))
      #expect(Chart.children(of: account).map(\.code) == codes.filter { $0.parent == code })
    }
  }

  @Test("finds no account where there is none", arguments: [2_080_598, 20_877, 298, 30_150, 401, 999, 3_010_101])
  func unknown(digits: Int) throws {
    #expect(try Chart.account(code(digits)) == nil)
  }

  @Test("follows a chain of names")
  func chain() throws {
    let path = ["社会保障和就业支出", "行政事业单位养老支出", "机关事业单位基本养老保险缴费支出"].map { AccountName($0) }
    #expect(Chart.account(along: path)?.code == AccountCode(2_080_505))
    #expect(Chart.account(along: [path[0], path[1]])?.code == AccountCode(20_805))
    #expect(Chart.account(along: [path[1]]) == nil)
    #expect(Chart.account(along: [AccountName("卫生健康支出"), path[1]]) == nil)
    #expect(Chart.account(along: []) == nil)
    let former = ["医疗卫生与计划生育支出", "其他卫生健康支出"].map { AccountName($0) }
    #expect(Chart.account(along: former)?.code == AccountCode(21_099))
  }

  @Test("finds a name below the section it is asked for")
  func below() throws {
    let section = try account(code(20_406))
    #expect(Chart.account(named: AccountName("行政运行"), below: section)?.code == AccountCode(2_040_601))
    #expect(Chart.accounts(named: AccountName("行政运行"), in: .functional).count > 70)
  }

  @Test("tells newest, older, cut-off and other names")
  func agreement() throws {
    let account = try account(code(20_805))
    #expect(account.agreement(with: AccountName("行政事业单位养老支出")) == .newest)
    #expect(account.agreement(with: AccountName("行政事业单位离退休")) == .older)
    #expect(account.agreement(with: AccountName("行政事业单位养")) == .cutShort)
    #expect(account.agreement(with: AccountName("行政事业单位医疗")) == .different)
    #expect(account.agreement(with: AccountName("")) == .different)
    #expect(account.olderNames == [OlderName(name: "行政事业单位离退休", firstYear: nil, lastYear: 2019)])
  }

  @Test("reads a name however its brackets and blanks are printed")
  func names() {
    let name = AccountName("中医（民族医）药专项")
    #expect(AccountName("中医 (民族医)\u{3000}药专\u{A0}项\n") == name)
    #expect(AccountName("中医（民族医）药") != name)
  }
}

@Suite("The two economic classifications")
struct CounterpartTests {
  @Test("belong together by body")
  func sections() throws {
    let office = try Chart.counterparts(of: code(30_201))
    #expect(office.map(\.code.description) == ["50201", "50502"])
    #expect(office.map(\.body) == [.administrative, .institution])
    let performancePay = try Chart.counterparts(of: code(30_107))
    #expect(performancePay.map(\.code.description) == ["50501"])
  }

  @Test("belong together by class")
  func classes() throws {
    let wages = try Chart.counterparts(of: code(301))
    #expect(Set(wages.map(\.code.description)) == ["501", "505"])
  }

  @Test("belong together in both directions")
  func directions() throws {
    for file in TableFile.charts where file.classification != .functional {
      for row in try file.rows() {
        let code = try #require(AccountCode(ascii: row.utf8.prefix { $0 != UInt8(ascii: "\t") }))
        for counterpart in Chart.counterparts(of: code) {
          #expect(Chart.counterparts(of: counterpart.code).map(\.code).contains(code))
          #expect(counterpart.code.level == code.level)
        }
      }
    }
  }

  @Test("have gaps: the treasury's own accounts, and the functional classification")
  func gaps() throws {
    #expect(try Chart.counterparts(of: code(51_301)).isEmpty)
    #expect(try Chart.counterparts(of: code(2_080_505)).isEmpty)
  }
}

private func code(_ digits: Int) throws -> AccountCode { try #require(AccountCode(digits)) }

private func account(_ code: AccountCode) throws -> Account { try #require(Chart.account(code)) }
