import Testing

@testable import Accounts

@Suite("Codes of accounts")
struct AccountCodeTests {
  @Test("have the level of their length")
  func levels() throws {
    #expect(AccountCode(208)?.level == .class)
    #expect(AccountCode(20_805)?.level == .section)
    #expect(AccountCode(2_080_505)?.level == .item)
  }

  @Test(
    "are not every number", arguments: [0, 5, 99, 200, 2_080, 20_800, 208_055, 2_080_500, 2_080_005, 20_805_050, -208])
  func noCodes(number: Int) {
    #expect(AccountCode(number) == nil)
  }

  @Test("lead up to their class")
  func ancestors() throws {
    let item = try #require(AccountCode(2_080_505))
    #expect(item.parent == AccountCode(20_805))
    #expect(item.parent?.parent == AccountCode(208))
    #expect(item.parent?.parent?.parent == nil)
    #expect(item.classCode == AccountCode(208))
    #expect(item.ordinal == 5)
    #expect(try item.isWithin(#require(AccountCode(208))))
    #expect(try !item.isWithin(#require(AccountCode(20_806))))
    #expect(try !(#require(AccountCode(208)).isWithin(item)))
  }

  @Test("are put together from columns that lost their zeros")
  func columns() {
    #expect(AccountCode(class: 208, section: 5, item: 5) == AccountCode(2_080_505))
    #expect(AccountCode(class: 301, section: 2) == AccountCode(30_102))
    #expect(AccountCode(class: 208) == AccountCode(208))
    #expect(AccountCode(class: 208, item: 5) == nil)
    #expect(AccountCode(class: 208, section: 100) == nil)
    #expect(AccountCode(class: 20_805, section: 5) == nil)
  }

  @Test("are read from digits alone")
  func digits() {
    #expect(AccountCode(ascii: "2080505".utf8) == AccountCode(2_080_505))
    #expect(AccountCode(ascii: "208 05".utf8) == nil)
    #expect(AccountCode(ascii: "".utf8) == nil)
    #expect(AccountCode(ascii: "99999999999999999999999".utf8) == nil)
  }

  @Test("follow each other as in a printed chart")
  func order() {
    let printed = [201, 20_101, 2_010_101, 2_010_199, 20_102, 2_010_201, 202].compactMap { AccountCode($0) }
    #expect(printed.count == 7)
    #expect(printed.reversed().sorted() == printed)
  }
}
