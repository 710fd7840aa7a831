import Testing
import Workspace

@Suite("Discovery")
struct DiscoveryTests {
  /// Checks what `paths` lead to.
  func check(
    _ paths: [FilePath], in files: MemoryFileSystem, give expected: [DiscoveredItem],
    at location: SourceLocation = #_sourceLocation
  ) {
    var discovery = Discovery(in: files)
    for path in paths { discovery.add(path) }
    #expect(discovery.items == expected, sourceLocation: location)
  }

  @Test("a folder is walked in the order of bytes, for the extensions of documents in any case")
  func walk() {
    let files = MemoryFileSystem(files: [
      "d/b.txt": "", "d/a/z.md": "", "d/a/c.TXT": "", "d/c.PDF": "", "d/c.swift": "", "d/txt": "", "d/预算.txt": "",
    ])
    check(
      ["d"], in: files,
      give: [.file("d/a/c.TXT"), .file("d/a/z.md"), .file("d/b.txt"), .file("d/c.PDF"), .file("d/预算.txt")])
    check(
      ["d/"], in: files,
      give: [.file("d/a/c.TXT"), .file("d/a/z.md"), .file("d/b.txt"), .file("d/c.PDF"), .file("d/预算.txt")])
  }

  @Test("the current folder gives names without ./")
  func currentFolder() {
    check(["."], in: MemoryFileSystem(files: ["a.txt": "", "d/b.md": ""]), give: [.file("a.txt"), .file("d/b.md")])
  }

  @Test("a named file is taken whatever its extension, and hidden ones only when named")
  func named() {
    let files = MemoryFileSystem(files: ["d/.hidden/a.txt": "", "d/._b.txt": "", "d/c.txt": "", "x.pdf": ""])
    check(["x.pdf", "d"], in: files, give: [.file("x.pdf"), .file("d/c.txt")])
    check(["d/.hidden"], in: files, give: [.file("d/.hidden/a.txt")])
  }

  @Test("a path given twice is taken once, however it is written")
  func twice() {
    let files = MemoryFileSystem(files: ["d/a.txt": "", "d/b.txt": ""])
    check(["d/b.txt", "d", "./d//b.txt", "/d/a.txt", "d"], in: files, give: [.file("d/b.txt"), .file("d/a.txt")])
  }

  @Test("links that lead in a circle end")
  func circle() {
    var files = MemoryFileSystem(files: ["d/a.txt": ""])
    files.addLink("d/up", to: "/d")
    files.addLink("d/x/self", to: "d/x")
    files.addLink("d/y.txt", to: "d/y.txt")
    check(["d"], in: files, give: [.file("d/a.txt"), .file("d/y.txt")])
  }

  @Test("a folder reached by two paths is entered once, and not called empty")
  func sharedFolder() {
    let files = MemoryFileSystem(files: ["d/e/a.txt": ""])
    check(["d/e", "d"], in: files, give: [.file("d/e/a.txt")])
  }

  @Test("an empty folder, a missing path and a closed folder are items of their own")
  func problems() {
    var files = MemoryFileSystem(files: ["d/a.txt": "", "d/closed/b.txt": ""])
    files.addFolder("empty/inner")
    files.fail("d/closed", with: .notPermitted)
    check(
      ["empty", "nowhere", "d"], in: files,
      give: [
        .emptyFolder("empty"), .unreadable("nowhere", .missing), .file("d/a.txt"),
        .unreadable("d/closed", .notPermitted),
      ])
  }
}
