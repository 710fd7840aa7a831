import DisclosureText
import JSONText
import Workspace

extension FuzzTarget {
  /// A configuration is read, or what is wrong is said with its place; words can be proposed anywhere.
  static func configuration(_ bytes: [UInt8]) {
    var files = MemoryFileSystem()
    files.add("/.budgetlint.json", bytes: bytes)
    files.add("/a/预算.txt", bytes: [])
    var store = ConfigurationStore(in: files)
    do throws(ConfigurationError) {
      let configuration = try store.configuration(for: "/a/预算.txt")
      _ = configuration.ignores("/a/预算.txt")
    } catch {
      require(!error.problems.isEmpty, "what is wrong is said")
      for problem in error.problems {
        if let position = problem.position {
          require(position.line >= 1 && position.line <= bytes.count + 1, "where something is wrong is in the file")
        }
      }
    }
    let step = max(1, bytes.count / 16)
    for offset in stride(from: 0, through: bytes.count, by: step) {
      _ = ConfigurationProposals.words(in: bytes, at: offset)
    }
    if let edit = ConfigurationEdit.setting(["rules", "wrong-share"], to: "off", in: bytes) {
      require(edit.range.upper <= bytes.count, "an edit stands inside the file")
      let edited = bytes[..<edit.range.lower] + Array(edit.text.utf8) + bytes[edit.range.upper...]
      require((try? JSONReader.read(Array(edited))) != nil, "an edited configuration is JSON")
    }
  }

  /// A baseline that can be read is read the same after it was written.
  static func baseline(_ bytes: [UInt8]) {
    guard let read = try? Baseline(reading: bytes, at: "/已知.json") else { return }
    guard let again = try? Baseline(reading: read.json(), at: "/已知.json") else {
      return require(false, "a written baseline can be read")
    }
    require(read.fileNames == again.fileNames, "files are kept")
    for name in read.fileNames { require(read.entries(of: name) == again.entries(of: name), "entries are kept") }
  }
}
