import Ledger

extension Outcome {
  /// The word of reports for programs.
  var name: String {
    switch self {
    case .holds: "hold"
    case .explained: "rounding"
    case .broken: "broken"
    case .notCheckable: "notCheckable"
    }
  }
}
