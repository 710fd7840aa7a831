/// What is read of a Word file's own markup, because pandoc does not tell it (ECMA-376, part 1, 17.3 and 17.17).
struct WordMarkup {
  /// The texts of the first paragraphs, empty ones too, as far as none is in a table.
  private(set) var leading: [String] = []
  /// How many text boxes there are with figures in them.
  private(set) var textBoxes = 0

  private var paragraph: [UInt8]?
  private var box: [UInt8] = []
  private var boxDepth = 0
  private var fallbackDepth = 0
  private var isLeading = true

  /// Reads the markup of the main text.
  ///
  /// - Complexity: O(*n*).
  init(_ markup: [UInt8]) {
    var at = 0
    var isText = false
    while let open = markup[at...].firstIndex(of: UInt8(ascii: "<")),
      let close = markup[open...].firstIndex(of: UInt8(ascii: ">"))
    {
      if isText { add(markup[at..<open]) }
      let isEmpty = markup[close - 1] == UInt8(ascii: "/")
      let inside = markup[(open + 1)..<close]
      let isEnd = inside.first == UInt8(ascii: "/")
      let name = inside.dropFirst(isEnd ? 1 : 0).prefix { $0 > 0x20 && $0 != UInt8(ascii: "/") }
      isText = !isEnd && !isEmpty && name.elementsEqual("w:t".utf8)
      if isEnd { end(name) } else { begin(name, isEmpty: isEmpty) }
      at = close + 1
    }
  }

  private mutating func begin(_ name: ArraySlice<UInt8>, isEmpty: Bool) {
    if name.elementsEqual("w:p".utf8), boxDepth == 0, isLeading {
      if isEmpty { leading.append("") } else { paragraph = [] }
      if leading.count >= Self.leadingLimit { isLeading = false }
    } else if name.elementsEqual("w:tbl".utf8), boxDepth == 0 {
      isLeading = false
    } else if isEmpty {
      return
    } else if name.elementsEqual("mc:Fallback".utf8) {
      fallbackDepth += 1
    } else if name.elementsEqual("w:txbxContent".utf8) {
      boxDepth += 1
    }
  }

  private mutating func end(_ name: ArraySlice<UInt8>) {
    if name.elementsEqual("w:p".utf8), boxDepth == 0, let text = paragraph {
      leading.append(String(decoding: text, as: UTF8.self).withoutXMLReferences)
      paragraph = nil
    } else if name.elementsEqual("mc:Fallback".utf8) {
      fallbackDepth -= 1
    } else if name.elementsEqual("w:txbxContent".utf8) {
      boxDepth -= 1
      if boxDepth == 0 {
        if box.contains(where: { $0 >= 0x30 && $0 <= 0x39 }) { textBoxes += 1 }
        box = []
      }
    }
  }

  private mutating func add(_ text: ArraySlice<UInt8>) {
    // What older programs are to show instead is the same once more.
    if fallbackDepth > 0 { return }
    if boxDepth > 0 { box += text } else { paragraph? += text }
  }

  /// How many paragraphs may stand before the first one that is no title.
  private static let leadingLimit = 64
}

extension String {
  /// The text without the references to characters that markup needs.
  var withoutXMLReferences: String {
    var parts = split(separator: "&", omittingEmptySubsequences: false).map { String($0) }
    for index in parts.indices.dropFirst() {
      let part = parts[index]
      let known = Self.references.first { part.hasPrefix($0.key + ";") }
      parts[index] = known.map { $0.value + part.dropFirst($0.key.count + 1) } ?? "&" + part
    }
    return parts.joined()
  }

  private static let references = ["amp": "&", "lt": "<", "gt": ">", "quot": "\"", "apos": "'"]
}
