import Foundation
import Testing

@Suite("The protocol, checked from outside")
struct ProtocolCheckTests {
  static let python = EditorSession.program("python3")

  @Test(
    "every scenario passes", .enabled(if: python != nil, "Python is not installed"), .timeLimit(.minutes(5)))
  func scenarios() throws {
    let check = EditorSession.root.appending(path: "Tests/ProtocolCheck/protocol_check.py").path
    let server = EditorSession.products.appending(path: "budgetlint").path
    let (status, said) = try EditorSession.run(
      try #require(Self.python), [check, server, "server"], in: EditorSession.products)
    #expect(status == 0, "\(said)")
  }

  @Test(
    "edits at random end with what a fresh start says, and the memory does not grow",
    .enabled(if: python != nil, "Python is not installed"), .timeLimit(.minutes(5)))
  func randomEdits() throws {
    let check = EditorSession.root.appending(path: "Tests/ProtocolCheck/random_edits.py").path
    let documents = ["draft-wrong.md", "henan-budget-wrong.txt", "final-accounts-wrong.txt"].map { name in
      EditorSession.root.appending(path: "Fixtures/documents/\(name)").path
    }
    let server = EditorSession.products.appending(path: "budgetlint").path
    let (status, said) = try EditorSession.run(
      try #require(Self.python), [check, "--edits", "1000", "--documents"] + documents + ["--", server, "server"],
      in: EditorSession.products)
    #expect(status == 0, "\(said)")
  }
}
