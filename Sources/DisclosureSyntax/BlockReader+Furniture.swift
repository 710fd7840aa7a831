import DisclosureText

extension BlockReader {
  /// Whether the line is a page number: `- 6 -`, `6`, `第 6 页`.
  @inline(__always)
  mutating func isFurniture(_ number: Int) -> Bool {
    let line = lines[number]
    guard line.width <= 12, line.sentenceMarks == 0, let digits = Self.pageDigits(bytes.span, line.content), digits > 0,
      digits <= 6
    else { return false }
    // `2 2 2` are the amounts of a row whose words stand above.
    if amongTables, digits == line.width, line.loneNumbers >= 2 { return false }
    guard line.features.contains(.bareNumber) else { return true }
    if pageNumbers.contains(number) { return true }
    guard digits <= 3 else { return false }
    if amongTables { return standsBetweenPages(number) }
    if interruptsWord(number) { return true }
    // A figure's last digits may stand alone before their unit.
    if lastUnit.map({ Mark.isDigit($0) || Mark.isPoint($0) }) == true {
      return interruptsFigure(number)
    }
    return !nextStartsWithUnit(number)
  }

  /// The number of digits among what page numbers are printed with; nil where something else stands there too.
  @inline(__always)
  private static func pageDigits(_ bytes: Span<UInt8>, _ range: TextRange) -> Int? {
    var digits = 0
    var at = range.lower
    while at < range.upper {
      let scalar = decodeScalar(bytes, &at)
      if Mark.isBlank(scalar) { continue }
      let unit = scalar < 0x10000 ? UInt16(scalar) : 0xD800
      if Mark.isDigit(unit) {
        digits += 1
      } else if unit == 0x2D || unit == 0x2014 || unit == 0x2013 || unit == 0xFF0D || unit == 0x2015 || unit == 0x7E {
        continue
      } else if unit == 0x7B2C || unit == 0x9875 || unit == 0x5171 || unit == 0x2F {  // 第 页 共
        continue
      } else {
        return nil
      }
    }
    return digits
  }

  /// Whether the number stands between blank lines, where no other lines of the table do: behind two lines of words and
  /// before one, or at the end of a page.
  private mutating func standsBetweenPages(_ number: Int) -> Bool {
    guard openKind == .table, number >= 4, number + 2 < lines.count, lines[number - 1].isBlank else { return false }
    guard lines[number + 1].isBlank || lines[number + 1].features.contains(.startsPage),
      lines[number - 2].ideographs > 0, lines[number - 3].ideographs > 0, let next = nextLine(number)
    else { return false }
    return lines[next].ideographs > 0 && lines[next].width > 3
  }

  /// Whether the number stands between the first digits of a figure, at the end of a line of words, and the next ones,
  /// `5`, `2`, `.72%`: the middle of a figure fills no line. Behind both decimals, and behind zero, no digits follow:
  /// `18.50`, `2`, `万元`.
  private mutating func interruptsFigure(_ number: Int) -> Bool {
    guard openKind == .paragraph, lines[open.lastLine].ideographs >= Self.proseIdeographs,
      let next = nextLine(number), lines[next].hash != lines[number].hash
    else { return false }
    let line = lines[next]
    if Mark.isDigit(line.first) || Mark.isPoint(line.first) || line.first == 0x2C {
      return line.ideographs + line.sentenceMarks > 0 && line.loneNumbers < 2
        && (numbering(of: line) == nil || line.sentenceMarks > 0)
    }
    guard nextStartsWithUnit(number) else { return false }
    let end = Array(text.characters.suffix(3))
    guard end.count == 3 else { return false }
    let isZero = end[2] == 0x30 && !Mark.isDigit(end[1]) && !Mark.isPoint(end[1]) && end[1] != 0x2C
    return isZero || Mark.isPoint(end[0]) && Mark.isDigit(end[1]) && Mark.isDigit(end[2])
  }

  /// Whether the title of the disclosure, behind a page number or at the head of a page, stands between the digits of
  /// a figure: `支出1`, `- 12 -`, `某县部门决算公开`, `0.00万元`.
  mutating func isHeaderInFigure(_ number: Int) -> Bool {
    guard openKind == .paragraph, let last = lastUnit, Mark.isDigit(last) || Mark.isPoint(last),
      case let line = lines[number], line.sentenceMarks == 0, line.width <= 40, let next = nextLine(number),
      pageEnds(between: open.lastLine, and: number), HeadingWords.isTitle(units(of: line))
    else { return false }
    let first = lines[next].first
    return Mark.isDigit(first) && lines[next].ideographs > 0 || Mark.isPoint(first) || first == 0x2C
      || nextStartsWithUnit(number)
  }

  /// The fewest ideographs of a line of words.
  private static let proseIdeographs = 5

  /// Whether the number stands between 万 and its 元, or between a whole year and its 年.
  mutating func interruptsWord(_ number: Int) -> Bool {
    guard let last = lastUnit, let next = nextLine(number) else { return false }
    if last == 0x4E07, lines[next].first == 0x5143 { return true }
    let units = text.characters
    guard lines[next].first == 0x5E74, units.count >= 4, units.suffix(4).allSatisfy(Mark.isDigit) else { return false }
    return units.count == 4 || !Mark.isDigit(units[units.endIndex - 5])
  }

  /// The bare numbers that count up by one from page to page. Three in a row are no chance; two
  /// are enough with blank lines on both sides.
  static func pageNumbers(_ lines: [Line], _ bytes: [UInt8]) -> Set<Int> {
    var (found, codeParts): ([PageNumber], [PageNumber]) = ([], [])
    // The parts of a code whose parts stand on lines of their own, `201`, `03`, `01`, that were met.
    var parts = 0
    for (number, line) in lines.enumerated() where !line.isBlank {
      guard line.features.contains(.bareNumber), line.width <= 3 else {
        parts = 0
        continue
      }
      let value = bytes[line.content.lower..<line.content.upper].reduce(0) { $0 * 10 + Int($1 & 0x0F) }
      let isPart =
        line.width == 2 && (1...2).contains(parts) || line.width > 1 && bytes[line.content.lower] == 0x30
      parts = isPart ? parts + 1 : (201...599).contains(value) ? 1 : 0
      if !isPart {
        found.append((number, value))
      } else if parts == 2, value >= 10 {
        codeParts.append((number, value))
      }
    }
    var result: Set<Int> = []
    var pages: [PageNumber] = []
    for start in found.indices {
      // The next page's number stands some lines further down.
      var run = [start]
      while let last = run.last,
        let next = found[(last + 1)...].prefix(40).firstIndex(where: {
          $0.value == found[last].value + 1 && $0.line > found[last].line + 3
        })
      {
        run.append(next)
      }
      // 205, 206, 207 are classes of accounts unless the pages began to count before.
      guard run.count >= 3, found[start].value <= 200 else { continue }
      for index in run where result.insert(found[index].line).inserted { pages.append(found[index]) }
    }
    if !codeParts.isEmpty { pages.sort { $0.line < $1.line } }
    // One that is missing among them may stand behind the code of a class: `208`, `12`, `社会保障和就业支出`.
    for part in codeParts {
      guard let before = pages.last(where: { $0.value == part.value - 1 && $0.line < part.line }),
        let next = pages.first(where: { $0.value == part.value + 1 && $0.line > part.line }),
        case let (above, below) = (part.line - before.line, next.line - part.line),
        min(above, below) > 3, max(above, below) < 2 * min(above, below),
        !pages.contains(where: { $0.value == part.value && before.line < $0.line && $0.line < next.line })
      else { continue }
      result.insert(part.line)
    }
    return result
  }

  /// A bare number on a line of its own.
  private typealias PageNumber = (line: Int, value: Int)
}
