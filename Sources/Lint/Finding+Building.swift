import DisclosureText

extension RuleInfo {
  /// A finding of the rule, as grave as the rule is unless said otherwise.
  package func finding(
    _ range: TextRange, _ message: LocalizedText, severity: Severity? = nil, related: [RelatedPlace] = [],
    fixes: [Fix] = []
  ) -> Finding {
    Finding(
      rule: name, severity: severity ?? self.severity, range: range, message: message, related: related, fixes: fixes)
  }
}

extension Fix {
  /// Writes `new` where `range` of `text` stands, keeping the line ends inside it.
  package static func replacing(
    _ range: Range<Int>, in text: RunningText, by new: String, isPreferred: Bool, isSafe: Bool
  ) -> Fix {
    let old = text.string(in: range)
    return Fix(
      title: LocalizedText(parts: "将“\(old)”改为“\(new)”", "change “\(old)” to “\(new)”"), isPreferred: isPreferred,
      isSafe: isSafe, edits: FigureFix.edits(range, in: text, to: new))
  }

  /// Takes the characters of `range` of `text` away, leaving the line ends inside it.
  package static func removing(_ range: Range<Int>, in text: RunningText, isPreferred: Bool, isSafe: Bool) -> Fix {
    let old = text.string(in: range)
    return Fix(
      title: LocalizedText(parts: "删去“\(old)”", "remove “\(old)”"), isPreferred: isPreferred, isSafe: isSafe,
      edits: text.pieces(of: range).map { TextEdit(range: $0, text: "") })
  }
}
