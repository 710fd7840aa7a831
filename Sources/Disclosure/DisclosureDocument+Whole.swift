import DisclosureSyntax

extension DisclosureDocument {
  /// Whether the text shows that it is meant to be the whole document, so that what is absent is
  /// missing: it has contents or three of its parts (第一部分 …), or is known to be whole.
  package var isMeantWhole: Bool {
    if expectation.isWhole || !outline.contents.isEmpty { return true }
    return outline.headings.count { tree.blocks[$0.block].block.numbering?.level == 0 } >= 3
  }
}
