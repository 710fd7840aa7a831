import JSONText

/// `textDocument/completion`: what could be typed at a place.
package struct Completion: PlaceRequest {
  /// What it is answered with.
  package typealias Response = CompletionList

  /// The name of the method.
  package static let method = "textDocument/completion"

  /// The place.
  package let place: DocumentPosition

  /// Creates the request.
  package init(place: DocumentPosition) { self.place = place }
}

/// The answer to `textDocument/completion`.
package struct CompletionList: Hashable, Sendable, JSONWritable {
  /// Whether more is found when more has been typed.
  package var isIncomplete: Bool
  /// What could be typed, the likeliest first.
  package var items: [CompletionEntry]

  /// Creates a list.
  package init(isIncomplete: Bool, items: [CompletionEntry]) {
    self.isIncomplete = isIncomplete
    self.items = items
  }

  /// Writes the list.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("isIncomplete", isIncomplete)
      writer.member("items", items)
    }
  }
}

/// Something that could be typed.
package struct CompletionEntry: Hashable, Sendable {
  /// The entry in the menu, which is what is typed.
  package var label: String
  /// What kind of thing it is.
  package var kind: Kind
  /// What is shown beside the entry.
  package var detail: String
  /// What it replaces and what stands there afterwards.
  package var edit: ProtocolEdit
  /// What has been typed so far, by which the client filters.
  package var filter: String
  /// The place of the entry in the menu.
  package var rank: Int

  /// The kinds that the protocol numbers.
  package enum Kind: Int, Hashable, Sendable {
    /// A property of an object.
    case property = 10
    /// A value.
    case value = 12
    /// One of several words.
    case enumMember = 20
    /// Something with a fixed value.
    case constant = 21
  }

  /// Creates an entry.
  package init(label: String, kind: Kind, detail: String, edit: ProtocolEdit, filter: String, rank: Int) {
    self.label = label
    self.kind = kind
    self.detail = detail
    self.edit = edit
    self.filter = filter
    self.rank = rank
  }
}

extension CompletionEntry: JSONWritable {
  /// Writes the entry.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("label", label)
      writer.member("kind", kind.rawValue)
      writer.member("detail", detail)
      writer.member("sortText", String(1000 + rank))
      writer.member("filterText", filter)
      if rank == 0 { writer.member("preselect", true) }
      writer.member("textEdit", edit)
    }
  }
}
