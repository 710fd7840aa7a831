import Foundation
import Testing

@Suite("Neovim")
struct NeovimTests {
  static let program = EditorSession.program("nvim")

  @Test(
    "opens a disclosure, sees the mistake behind wide characters, types, repairs and saves",
    .enabled(if: program != nil, "Neovim is not installed"), .timeLimit(.minutes(2)),
    arguments: EditorSession.Form.allCases)
  func session(form: EditorSession.Form) throws {
    let session = EditorSession.root.appending(path: "Editors/neovim/session.lua").path
    try EditorSession(
      name: "neovim", program: try #require(Self.program), configuration: "budgetlint.lua",
      arguments: ["--clean", "--headless", "-c", "luafile " + session]
    ).run(form)
  }
}
