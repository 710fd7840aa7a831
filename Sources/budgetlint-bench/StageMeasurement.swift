import Disclosure
import DisclosureSyntax
import DisclosureText
import Ledger
import Lint
import Rules

/// How fast each stage goes through the documents.
enum StageMeasurement {
  /// The speed of one stage.
  struct Speed {
    /// The stage.
    let name: String
    /// Megabytes (10^6 bytes) a second.
    let megabytes: Double
    /// How many times as long as the UTF-8 validation of the same bytes it takes.
    let ratio: Double
  }

  /// The names, in the order of ``times(_:_:)``.
  private static let names = ["validation", "text", "syntax", "narrative", "tables", "ledger", "rules", "everything"]

  /// Measures every stage over all documents, each with the fastest of its rounds.
  static func measure(_ documents: [[UInt8]], rounds: Int) -> [Speed] {
    let linter = Linter()
    var best = [Double](repeating: .infinity, count: names.count)
    for _ in 0..<rounds {
      var sums = [Double](repeating: 0, count: names.count)
      for document in documents {
        for (stage, time) in times(document, linter).enumerated() { sums[stage] += time }
      }
      for stage in sums.indices { best[stage] = min(best[stage], sums[stage]) }
    }
    let size = Double(documents.reduce(0) { $0 + $1.count })
    return zip(names, best).map { name, time in
      Speed(name: name, megabytes: size / time * 1000, ratio: time / best[0])
    }
  }

  /// How long each stage takes for one document.
  ///
  /// The narrative is what understanding a document takes beyond its syntax and its tables; the
  /// rules are what reporting takes beyond understanding and the ledger.
  private static func times(_ bytes: [UInt8], _ linter: Linter) -> [Double] {
    let engine = linter.engine
    let validation = ProcessorClock.time { keep(isValid(bytes)) }
    var text = SourceText([])
    var lines = LineIndex([])
    let reading = ProcessorClock.time {
      text = SourceText(bytes)
      lines = LineIndex(text.bytes)
    }
    let syntax = ProcessorClock.time { keep(SyntaxTree(text, lines: lines)) }
    var document: DisclosureDocument?
    let understanding = ProcessorClock.time { document = DisclosureDocument(text) }
    guard let document else { return [] }
    let tables = ProcessorClock.time { keep(document.tablesReadAgain()) }
    let ledger = ProcessorClock.time {
      let (sheet, outcomes) = engine.judge(document)
      keep(sheet.ledger.diagnose(outcomes))
    }
    let everything = ProcessorClock.time { keep(linter.lint(SourceText(bytes))) }
    let narrative = max(0, understanding - syntax - tables)
    let rules = max(0, everything - understanding - ledger)
    return [validation, reading, syntax, narrative, tables, ledger, rules, everything]
  }

  /// Whether the standard library finds the bytes to be UTF-8: the yardstick.
  static func isValid(_ bytes: [UInt8]) -> Bool { (try? UTF8Span(validating: bytes.span)) != nil }
}
