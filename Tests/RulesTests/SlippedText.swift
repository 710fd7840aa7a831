import DisclosureText
import Lint
import Rules
import Testing

/// A right text that looks odd, and the slips that make it wrong.
struct SlippedText: CustomTestStringConvertible {
  let testDescription: String
  let text: String
  /// What is right in the text, and what is written instead.
  var slips: [(right: String, wrong: String)] = []

  /// Holds that the text raises no alarm, and some alarm with each of its slips.
  func judge() throws {
    #expect(!Self.alarms(text))
    for (right, wrong) in slips {
      let slipped = text.replacing(right, with: wrong, maxReplacements: 1)
      try #require(slipped != text)
      #expect(Self.alarms(slipped), "\(wrong)")
    }
  }

  private static func alarms(_ text: String) -> Bool {
    Linter().lint(SourceText(Array(text.utf8))).findings.contains { $0.severity.isAlarm }
  }
}
