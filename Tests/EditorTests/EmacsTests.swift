import Foundation
import Testing

@Suite("Emacs with eglot")
struct EmacsTests {
  static let program = EditorSession.program("emacs")

  /// Whether Emacs finds eglot, which is a package of its own before Emacs 29.
  static let hasEglot: Bool = {
    guard let program else { return false }
    let arguments = ["--batch", "-l", "package", "--eval", "(package-initialize)", "-l", "eglot"]
    return (try? EditorSession.run(program, arguments, in: EditorSession.products))?.status == 0
  }()

  @Test(
    "opens a disclosure, sees the mistake behind wide characters, types, repairs and saves",
    .enabled(if: hasEglot, "Emacs or eglot is not installed"), .timeLimit(.minutes(2)),
    arguments: EditorSession.Form.allCases)
  func session(form: EditorSession.Form) throws {
    let session = EditorSession.root.appending(path: "Editors/emacs/session.el").path
    try EditorSession(
      name: "emacs", program: try #require(Self.program), configuration: "budgetlint.el",
      arguments: ["--batch", "-l", "package", "--eval", "(package-initialize)", "-l", session]
    ).run(form)
  }
}
