import Lint

extension LocalizedText {
  /// The safety of repairs that the ledger finds: how far its evidence decides.
  static let whereSingledOut = LocalizedText(
    "证据只指向一个数时可直接改正；否则列出可能的改法，由人选定。",
    "Safe where the evidence singles one figure out; otherwise the likely repairs are offered for a person to choose.")
}
