import Disclosure
import DisclosureText
import LanguageServerProtocol
import Lint
import Workspace

/// Turns the places of findings on one text into places of the protocol, those in other documents included.
struct FindingPlaces {
  /// The text, in the client's spelling.
  let uri: String
  /// The places in it.
  var converter: PositionConverter
  /// The documents it was checked against.
  let related: RelatedDocuments
  private var others: [ReferredDisclosure: (uri: String, converter: PositionConverter)] = [:]

  /// Creates places in a text.
  init(uri: String, _ converter: PositionConverter, related: RelatedDocuments) {
    self.uri = uri
    self.converter = converter
    self.related = related
  }

  /// What there is to say of a place; nil where its document cannot be read any more.
  mutating func information(
    _ place: RelatedPlace, _ language: MessageLanguage, in session: Session
  ) -> RelatedInformation? {
    let message = place.message[language]
    guard let other = place.document else {
      return RelatedInformation(uri: uri, range: converter.range(place.range), message: message)
    }
    if others[other] == nil, let (uri, bytes) = session.text(of: other, in: related) {
      let encoding = session.traits.encoding
      others[other] = (uri, PositionConverter(bytes: bytes, lines: LineIndex(bytes), encoding: encoding))
    }
    guard let range = others[other]?.converter.range(place.range), let uri = others[other]?.uri else { return nil }
    return RelatedInformation(uri: uri, range: range, message: message)
  }
}
