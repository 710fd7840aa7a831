import Lint

/// What stands in a file and could not be read, so that nobody can say whether it is right.
enum UnreadPart: Hashable, Sendable {
  /// Pages that show something and hold no text, from 1.
  case pages([Int])
  /// Text boxes with figures in them: how many.
  case textBoxes(Int)

  /// Pictures large enough to show a table, by where they stand.
  case pictures([ImportedPlace])

  /// The sentence about it.
  var text: LocalizedText {
    switch self {
    case .pages(let pages):
      let numbers = pages.prefix(Self.shownPages).map { String($0) }
      let isCut = pages.count > Self.shownPages
      let (noun, holds, was) = pages.count == 1 ? ("page", "holds", "was") : ("pages", "hold", "were")
      return LocalizedText(
        "第\(numbers.joined(separator: "、"))\(isCut ? "…" : "")页没有可读的文字（如扫描的图像），未检查",
        "\(noun) \(numbers.joined(separator: ", "))\(isCut ? ", …" : "") "
          + "\(holds) no text (a scanned picture, say) and \(was) not checked")
    case .textBoxes(let count):
      return LocalizedText(
        "有 \(count) 个含数字的文本框未能读取，未检查；请把其中的文字移到正文",
        "\(count) text box\(count == 1 ? "" : "es") with figures could not be read; move the text into the document")
    case .pictures(let places):
      let isCut = places.count > Self.shownPlaces
      let shown = places.prefix(Self.shownPlaces).map(\.text)
      let (noun, was) = places.count == 1 ? ("a picture", "was") : ("pictures", "were")
      return LocalizedText(
        "\(shown.map(\.chinese).joined(separator: "、"))\(isCut ? "等处" : "")有图片（如表格的截图）未能读取，未检查；请换成可编辑的表格或文字",
        "\(noun) could not be read and \(was) not checked (\(shown.map(\.english).joined(separator: "; "))"
          + "\(isCut ? "; …" : "")); if it shows a table, put the table itself there")
    }
  }

  private static let shownPlaces = 5
  private static let shownPages = 20
}
