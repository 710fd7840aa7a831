/// Marks that writers of Markdown put before a name.
extension EntityReader {
  /// Where words begin behind the marks of a heading, a quotation or an emphasis: `## `, `> `, `**`.
  static func wordsStart(_ units: [UInt16], from start: Int) -> Int {
    var start = start
    while start < units.count, units[start] < 0x3F,
      units[start] == 0x23 || units[start] == 0x3E || units[start] == 0x2A
        || units[start] == 0x20
    {
      start += 1
    }
    return start
  }
}
