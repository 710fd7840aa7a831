/// What is to be measured.
struct BenchmarkPlan {
  /// The parts that can be measured alone.
  enum Part: String, CaseIterable {
    case stages, growth, keystrokes, memory
  }

  /// Whether a rough result is enough.
  private(set) var isQuick = false
  /// Where the result goes as JSON, beside the table.
  private(set) var report: String?
  /// The documents.
  private(set) var files: [String] = []
  private var parts: Set<Part> = []

  /// Reads the arguments; nil if they cannot be understood.
  init?(_ arguments: [String]) {
    var rest = arguments[...]
    while let argument = rest.popFirst() {
      if argument == "--quick" {
        isQuick = true
      } else if argument == "--json" {
        guard let path = rest.popFirst() else { return nil }
        report = path
      } else if argument.hasPrefix("-") {
        return nil
      } else if let part = Part(rawValue: argument) {
        parts.insert(part)
      } else {
        files.append(argument)
      }
    }
  }

  /// How often a stage is repeated; the fastest round counts.
  var rounds: Int { isQuick ? 3 : 9 }

  /// Whether a part is to be measured.
  func wants(_ part: Part) -> Bool { parts.isEmpty || parts.contains(part) }
}
