import JSONText

/// A place in a document; what the column counts was agreed on at the beginning.
package struct ProtocolPosition: Hashable, Sendable {
  /// The line, from 0.
  package var line: Int
  /// The column, from 0.
  package var character: Int

  /// Creates a position.
  package init(line: Int, character: Int) {
    self.line = line
    self.character = character
  }

  /// Reads a position.
  package init(_ value: JSONValue) throws(ResponseError) {
    line = try value.requiredCoordinate("line")
    character = try value.requiredCoordinate("character")
  }
}

extension ProtocolPosition: Comparable {
  /// Orders by line, then by column.
  package static func < (left: ProtocolPosition, right: ProtocolPosition) -> Bool {
    (left.line, left.character) < (right.line, right.character)
  }
}

extension ProtocolPosition: JSONWritable {
  /// Writes the position.
  package func write(to writer: inout JSONWriter) {
    writer.object { writer in
      writer.member("line", line)
      writer.member("character", character)
    }
  }
}

/// A half-open part of a document.
package struct ProtocolRange: Hashable, Sendable {
  /// The first place.
  package var start: ProtocolPosition
  /// The place behind the last.
  package var end: ProtocolPosition

  /// Creates a range.
  package init(start: ProtocolPosition, end: ProtocolPosition) {
    self.start = start
    self.end = end
  }

  /// Reads a range; ends in the wrong order are exchanged.
  package init(_ value: JSONValue) throws(ResponseError) {
    let start = try ProtocolPosition(try value.required("start"))
    let end = try ProtocolPosition(try value.required("end"))
    self.start = min(start, end)
    self.end = max(start, end)
  }
}

extension ProtocolRange: JSONWritable {
  /// Writes the range.
  package func write(to writer: inout JSONWriter) {
    if writer.indentation == 0 {
      return writer.composed(
        (#"{"start":{"line":"#, start.line), (#","character":"#, start.character), (#"},"end":{"line":"#, end.line),
        (#","character":"#, end.character), end: "}}")
    }
    writer.object { writer in
      writer.member("start", start)
      writer.member("end", end)
    }
  }
}
