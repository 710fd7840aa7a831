import JSONText

/// `textDocument/codeAction`: what can be done about a part of a document.
package struct CodeActions: IncomingRequest {
  /// What it is answered with.
  package typealias Response = CodeActionList

  /// The name of the method.
  package static let method = "textDocument/codeAction"

  /// The document.
  package let uri: String
  /// The part.
  package let range: ProtocolRange
  /// The diagnostics that the client knows to stand there.
  package let diagnostics: [Diagnostic]
  /// The kinds that are wanted; nil for all.
  package let only: [String]?

  /// Reads the parameters; a diagnostic that cannot be read counts as none.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    uri = try parameters.required("textDocument").requiredString("uri")
    range = try ProtocolRange(try parameters.required("range"))
    let context = parameters["context"] ?? .null
    diagnostics = (context["diagnostics"]?.elements ?? []).compactMap { try? Diagnostic($0) }
    only = context.strings("only")
  }

  /// Whether `kind` is wanted: it is one of the kinds asked for, or a part of one.
  package func wants(_ kind: String) -> Bool {
    only?.contains { $0.isEmpty || kind == $0 || kind.hasPrefix($0 + ".") } ?? true
  }
}

/// Something that can be done, with the edit that does it.
package struct CodeAction: Sendable {
  /// The entry in the menu.
  package var title: String
  /// The kind, such as `quickfix`.
  package var kind: String
  /// What it repairs.
  package var diagnostics: [Diagnostic] = []
  /// Whether it is the one to choose without asking.
  package var isPreferred = false
  /// What it does; nil where the client will ask for it.
  package var edit: WorkspaceEdit?
  /// What the client is to send back when it asks for the edit.
  package var data: JSONValue?

  /// Creates an action.
  package init(title: String, kind: String) {
    self.title = title
    self.kind = kind
  }
}

extension CodeAction: JSONWritable {
  /// Writes the action. It has no key `command`, not even a null one, which some clients
  /// would take for a command.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("title", title)
      writer.member("kind", kind)
      if !diagnostics.isEmpty { writer.member("diagnostics", diagnostics) }
      if isPreferred { writer.member("isPreferred", true) }
      if let edit { writer.member("edit", edit) }
      if let data { writer.member("data", data) }
    }
  }
}

/// The answer to `textDocument/codeAction`.
package struct CodeActionList: JSONWritable, Sendable {
  /// The actions, in the order of the menu.
  package var actions: [CodeAction]

  /// Creates a list.
  package init(_ actions: [CodeAction]) {
    self.actions = actions
  }

  /// Writes the list.
  package func write(to writer: inout JSONWriter) {
    writer.array { writer in
      for action in actions { action.write(to: &writer) }
    }
  }
}
