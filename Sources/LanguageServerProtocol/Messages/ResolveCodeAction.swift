import JSONText

/// `codeAction/resolve`: the edit of an action that was offered without.
package struct ResolveCodeAction: IncomingRequest {
  /// What it is answered with: the action as it was sent, with its edit.
  package typealias Response = ResolvedCodeAction

  /// The name of the method.
  package static let method = "codeAction/resolve"

  /// The action as the client sent it back.
  package let action: JSONValue

  /// Reads the parameters.
  package init(_ parameters: JSONValue) throws(ResponseError) {
    guard parameters.members != nil else {
      throw ResponseError(.invalidParameters, "the parameters must be a code action")
    }
    action = parameters
  }
}

/// An action as it was sent, with its edit.
package struct ResolvedCodeAction: Sendable, JSONWritable {
  /// The action as the client sent it back.
  package var action: JSONValue
  /// Its edit; nil where the text has changed meanwhile.
  package var edit: WorkspaceEdit?

  /// Creates an answer.
  package init(action: JSONValue, edit: WorkspaceEdit?) {
    self.action = action
    self.edit = edit
  }

  /// Writes the members of the action as they came, and the edit.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      for member in action.members ?? [] where edit == nil || member.key != "edit" {
        writer.member(named: member.key, member.value)
      }
      if let edit { writer.member("edit", edit) }
    }
  }
}
