import DisclosureGenerator
import DisclosureText
import Lint
import Rules

/// What linting one wrong document gave, against what was done to it.
struct Trial {
  /// The document before the slip.
  let disclosure: GeneratedDisclosure
  /// The slip.
  let slip: Slip
  /// The wrong text.
  let wrong: [UInt8]
  /// The findings of severity warning or error.
  let alarms: [Finding]

  init(_ disclosure: GeneratedDisclosure, _ slip: Slip) {
    self.disclosure = disclosure
    self.slip = slip
    wrong = slip.applied(to: disclosure.bytes)
    alarms = Self.alarms(in: wrong)
  }

  /// The findings in `bytes` of severity warning or error.
  ///
  /// A rate on a base of zero is wrong by convention only, and generated documents have some.
  static func alarms(in bytes: [UInt8]) -> [Finding] {
    Linter().lint(SourceText(bytes)).findings.filter { $0.severity.isAlarm && $0.rule != "zero-base-growth" }
  }

  /// The bytes of the wrong figure.
  var place: TextRange {
    let range = slip.range(in: disclosure.range(of: slip.figure))
    return TextRange(range.lowerBound, range.upperBound)
  }

  /// Whether an alarm, a place that proves it or one of its repairs touches the wrong figure.
  var isDetected: Bool {
    alarms.contains { alarm in
      alarm.range.touches(place) || alarm.related.contains { $0.range.touches(place) }
        || alarm.fixes.contains { $0.edits.contains { $0.range.touches(place) } }
    }
  }

  /// Whether an alarm stands on the wrong figure itself.
  var isBlamed: Bool { alarms.contains { $0.range.touches(place) } }

  /// For every preferred repair that touches the wrong figure, whether it gives the right text.
  var restorations: [Bool] {
    alarms.flatMap(\.fixes).filter { fix in
      fix.isPreferred && fix.edits.contains { $0.range.touches(place) }
    }.map { TextEdit.apply($0.edits, to: wrong) == disclosure.bytes }
  }
}

/// How many of a number of trials came out well.
struct Rate: CustomStringConvertible {
  var good = 0
  var all = 0

  /// Counts one trial.
  mutating func count(_ isGood: Bool) {
    all += 1
    if isGood { good += 1 }
  }

  /// Whether at least `least` thousandths came out well.
  func reaches(_ least: Int) -> Bool { good * 1000 >= least * all }

  var description: String { all == 0 ? "none" : "\(good) of \(all) (\(good * 1000 / all)‰)" }
}
