import Testing
import Workspace

@Suite("Globs")
struct GlobPatternTests {
  @Test(
    "a pattern matches these paths and not those",
    arguments: [
      ("*.txt", ["a.txt", "x/y/a.txt", "预算.txt"], ["a.md", "txt", "a.txt/b"]),
      ("决算/*.txt", ["决算/a.txt"], ["a.txt", "决算/x/a.txt", "x/决算/a.txt"]),
      ("决算/**/*.txt", ["决算/a.txt", "决算/x/y/a.txt"], ["决算.txt", "x/决算/a.txt"]),
      ("**/草稿/*", ["草稿/a", "x/草稿/a", "x/y/草稿/a"], ["草稿", "x草稿/a", "草稿/a/b"]),
      ("存档/", ["存档/a", "存档/x/y"], ["存档", "x/存档/a"]),
      ("**", ["a", "x/y"], []),
      ("?.txt", ["a.txt", "预.txt"], ["ab.txt", ".txt"]),
      ("[a-c]?.txt", ["ab.txt", "cc.txt"], ["db.txt", "a.txt"]),
      ("[!a-c].txt", ["d.txt"], ["a.txt"]),
      ("[].txt", ["[].txt"], ["a.txt"]),
      ("{预算,决算/20{23,24}}/*.txt", ["预算/a.txt", "决算/2023/a.txt", "决算/2024/a.txt"], ["决算/2022/a.txt", "a.txt"]),
      ("{a", ["{a"], ["a"]),
      ("./a.txt", ["a.txt"], []),
      ("/a.txt", ["a.txt"], ["x/a.txt"]),
      ("a*b*c", ["abc", "a1b2c", "abbc"], ["ab", "acb"]),
    ])
  func matching(pattern: String, paths: [String], others: [String]) {
    let glob = GlobPattern(pattern)
    for path in paths { #expect(glob.matches(path), "\(pattern) does not match \(path)") }
    for path in others { #expect(!glob.matches(path), "\(pattern) matches \(path)") }
  }

  @Test("many stars cost no more than their number")
  func hostile() {
    let glob = GlobPattern(String(repeating: "*a", count: 200) + "b")
    #expect(!glob.matches(String(repeating: "a", count: 2000)))
    #expect(!GlobPattern(String(repeating: "{a,b}", count: 40)).matches("c"))
  }

  @Test("a glob is matched from its folder and nowhere else")
  func anchored() {
    let glob = AnchoredGlob(GlobPattern("a/*.txt"), in: "/公开")
    #expect(glob.matches("/公开/a/b.txt"))
    #expect(!glob.matches("/公开二/a/b.txt"))
    #expect(!glob.matches("/a/b.txt"))
    #expect(AnchoredGlob(GlobPattern("*.txt"), in: "/").matches("/x/b.txt"))
  }
}
