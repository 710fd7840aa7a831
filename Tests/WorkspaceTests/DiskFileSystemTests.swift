import Glibc
import Testing
import Workspace

@Suite("Disk file system")
struct DiskFileSystemTests {
  let disk = DiskFileSystem()

  /// Calls `body` with a folder that is removed afterwards.
  func withFolder(_ body: (String) throws -> Void) throws {
    var template = Array("/tmp/budgetlint-XXXXXX".utf8CString)
    let folder = try #require(mkdtemp(&template).map { String(cString: $0) })
    defer {
      for entry in (try? disk.entries(of: FilePath(folder))) ?? [] {
        remove(FilePath(folder).appending(entry.name).bytes.map { CChar(bitPattern: $0) } + [0])
      }
      rmdir(folder)
    }
    try body(folder)
  }

  func write(_ bytes: [UInt8], to path: String) throws {
    let file = try #require(fopen(path, "w"))
    #expect(fwrite(bytes, 1, bytes.count, file) == bytes.count)
    fclose(file)
  }

  @Test("files come back byte for byte, from nothing to more than one buffer", arguments: [0, 1, 65536, 300_000])
  func bytes(count: Int) throws {
    try withFolder { folder in
      let bytes = (0..<count).map { UInt8(truncatingIfNeeded: $0 &* 31) }
      try write(bytes, to: folder + "/a")
      #expect(try disk.bytes(of: FilePath(folder + "/a")) == bytes)
    }
  }

  @Test("each failure has its reason")
  func failures() throws {
    try withFolder { folder in
      try write([1], to: folder + "/a")
      let path = FilePath(folder)
      #expect(throws: FileAccessError.missing) { try disk.bytes(of: path.appending(Array("b".utf8))) }
      #expect(throws: FileAccessError.isFolder) { try disk.bytes(of: path) }
      #expect(throws: FileAccessError.notFolder) { try disk.bytes(of: FilePath(folder + "/a/b")) }
      #expect(throws: FileAccessError.notFolder) { try disk.entries(of: FilePath(folder + "/a")) }
      #expect(truncate(folder + "/a", FileAccessError.maximumFileSize + 1) == 0)
      #expect(throws: FileAccessError.tooLarge) { try disk.bytes(of: FilePath(folder + "/a")) }
    }
  }

  @Test("entries say what they are, links followed, and names need not be UTF-8")
  func entries() throws {
    try withFolder { folder in
      mkdir(folder + "/d", 0o700)
      symlink("d", folder + "/link")
      symlink("nowhere", folder + "/broken.txt")
      let odd = FilePath(folder).appending([0xFF, 0x0A])
      let name: [CChar] = odd.bytes.map { CChar(bitPattern: $0) } + [0]
      let descriptor = open(name, O_CREAT | O_WRONLY, 0o600)
      #expect(descriptor >= 0)
      close(descriptor)
      let entries = try disk.entries(of: FilePath(folder))
      #expect(
        Set(entries) == [
          FolderEntry(name: Array("d".utf8), kind: .folder), FolderEntry(name: Array("link".utf8), kind: .folder),
          FolderEntry(name: Array("broken.txt".utf8), kind: nil), FolderEntry(name: [0xFF, 0x0A], kind: .file),
        ])
      #expect(try disk.bytes(of: odd) == [])
    }
  }
}
