/// What the product calls itself, to users and to other programs.
@usableFromInline package enum Product {
  /// The name of the command and of the language server.
  package static let name = "budgetlint"
  /// The version, after Semantic Versioning.
  package static let version = "0.1.0"
}
