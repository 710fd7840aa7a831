import Disclosure
import DisclosureSyntax
import DisclosureText

/// The words that names of bodies are built of, whatever they are about.
enum NameWord {
  /// Whether the character printed in place of another leaves no word where a word stands in `name`: 事物中心 for 事务中心.
  ///
  /// Whole bodies differ by one character of what they are about, 水务 and 商务, but hardly ever by one of these words.
  static func isBroken(by variant: NameVariant, of name: [UInt16], in text: RunningText) -> Bool {
    guard variant.printed != nil, variant.name.count == name.count else { return false }
    let at = variant.slip.lowerBound - variant.name.lowerBound
    return words.contains { word in
      var from = max(0, at - word.count + 1)
      while let start = TitleWords.position(of: word, in: name, from: from), start <= at {
        from = start + 1
        guard at < start + word.count else { continue }
        let range = (variant.name.lowerBound + start)..<(variant.name.lowerBound + start + word.count)
        return !others.contains(Array(text.units[range]))
      }
      return false
    }
  }

  private static let words = [
    "中心", "管理", "服务", "事务", "保障", "监督", "街道", "委员会", "办公室", "办事处", "检察院", "幼儿园", "联合会", "人民政府", "人民法院", "研究院", "研究所",
    "图书馆", "博物馆", "文化馆", "档案馆",
  ].map { Array($0.utf16) }

  /// Words of bodies, too, that are one character away from those.
  private static let others = Set(
    [
      "中学", "中医", "中队", "中专", "中央", "核心", "监理", "治理", "护理", "经理", "代理", "审理", "办理", "税务", "商务", "水务", "政务", "财务", "劳务",
      "法务", "医务", "业务", "总务", "公务", "内务", "外务", "常务", "林务", "港务", "船务", "电务", "事务", "服务", "保护", "保险", "保密", "保健", "保安",
      "保卫", "保管", "保税", "保育", "监管", "监察", "监测", "监控", "监狱", "街区", "办公厅", "图书室", "美术馆", "文史馆", "文物馆", "研究室", "研究会",
      "人民医院",
    ].map { Array($0.utf16) })
}
