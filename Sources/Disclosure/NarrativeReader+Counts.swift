import DisclosureSyntax

/// Numbers of things by their kinds.
extension NarrativeReader {
  /// Whether kinds with these names are all there are: vehicle classes end with 其他用车; grades, the kinds of
  /// units and those of projects are known.
  func isFullCount(_ names: [[UInt16]]) -> Bool {
    if let last = names.last, last.starts(with: "其他".utf16) || last.starts(with: "其它".utf16) { return names.count >= 2 }
    // 轿车, 旅行车（含商务车）, 越野车.
    if names.count >= 3, names.allSatisfy({ $0.last { !Mark.isClosingBracket($0) } == 0x8F66 }) { return true }
    // 行政编制, 机关工勤编制, 事业编制.
    if names.allSatisfy({ $0.suffix(2).elementsEqual("编制".utf16) }) { return Self.posts.isFull(names) }
    // Grades of self-evaluation: 优, 良, 合格, 不合格.
    if names.count >= 3, names.contains(where: { $0.contains(0x4F18) }), names.contains(where: { $0.contains(0x826F) })
    {
      return true
    }
    return names.count >= 2 && Self.partitions.contains { $0.isFull(names) }
  }

  /// Whether people of kinds that do not overlap are as many as all of them, or more: whoever is left out of the
  /// list makes it no longer than the total.
  func fillCount(_ names: [[UInt16]], _ parts: [StatementIndex], of head: StatementIndex) -> Bool {
    guard names.count >= 2, let total = numeral(head)?.value, total > 0 else { return false }
    let whole = name(of: head)
    let isKnown =
      Self.staff.isFull(names)
      || Self.served.isFull(names) && Self.wholes.contains { RowWords.contains(whole, $0) }
    return isKnown && parts.reduce(0) { $0 + (numeral($1)?.value ?? 0) } >= total
  }

  /// Whether the names are of kinds that one list has beside each other: 行政人员 and 事业人员.
  func areKinds(_ names: [[UInt16]]) -> Bool { Self.staff.isFull(names) || isFullCount(names) }

  /// Who works, by the kind of post; and who worked, too.
  private static let staff = Partition([["行政", "公务员"], ["事业"], ["工勤", "工人"]], required: 0)
  private static let served = Partition([["在职"], ["离休"], ["退休"]], required: 0)
  /// What all of them are called; retired people have no posts.
  private static let wholes = ["实有", "总人数", "人员总", "供养", "离退休"].map { Array($0.utf16) }

  /// Kinds that leave nothing out.
  private struct Partition {
    /// The words of each kind.
    let kinds: [[[UInt16]]]
    /// How many of them, the first ones, must be named.
    let required: Int

    init(_ kinds: [[String]], required: Int) {
      self.kinds = kinds.map { $0.map { Array($0.utf16) } }
      self.required = required
    }

    /// Whether each name is of a kind of its own, and those that must be are among them.
    func isFull(_ names: [[UInt16]]) -> Bool {
      var found: Set<Int> = []
      for name in names {
        guard let kind = kinds.lastIndex(where: { $0.contains { RowWords.contains(name, $0) } }),
          found.insert(kind).inserted
        else { return false }
      }
      return (0..<required).allSatisfy { found.contains($0) }
    }
  }

  private static let posts = Partition([["行政"], ["事业"], ["工勤"]], required: 3)
  private static let partitions = [
    Partition([["本级", "机关"], ["二级", "下属", "所属", "直属"]], required: 2),
    Partition([["行政单位"], ["事业单位"], ["参公", "参照公务员"]], required: 2),
    Partition([["行政单位"], ["公益一类"], ["公益二类"], ["参公", "参照公务员"]], required: 2),
    Partition([["特定目标"], ["运转"], ["人员类"]], required: 2),
    Partition([["部门项目"], ["转移支付项目"]], required: 2),
    Partition([["本级项目"], ["下属单位项目", "所属单位项目", "二级单位项目"]], required: 2),
    Partition([["新增"], ["延续"]], required: 2),
  ]
}
