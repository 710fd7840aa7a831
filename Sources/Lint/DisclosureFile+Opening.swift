import Disclosure
import DisclosureText

extension DisclosureFile {
  /// What each disclosure of a file is, in their order, as its first pages say, and where it stands.
  ///
  /// - Complexity: O(*n*) for finding where each begins, and O(disclosures).
  package static func openings(
    of text: SourceText, expecting expectation: ProfileExpectation = ProfileExpectation()
  ) -> [(profile: ProfileSummary, range: Range<Int>)] {
    let starts = DisclosureDivision.starts(of: text.bytes)
    return starts.indices.map { number in
      let end = number + 1 < starts.count ? starts[number + 1] : text.bytes.count
      let range = starts[number]..<end
      return (ProfileSummary(Profile(opening: text, in: range, expecting: expectation)), range)
    }
  }
}
