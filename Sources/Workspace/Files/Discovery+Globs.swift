extension Discovery {
  /// The files that `path` stands for as a glob, in the order of their folders; nil for what is
  /// no glob.
  ///
  /// Shells do this themselves, but for those of other systems and for lists of paths.
  func matches(of path: FilePath) -> [FilePath]? {
    let components = path.bytes.split(separator: FilePath.slash, omittingEmptySubsequences: false)
    guard let first = components.firstIndex(where: { $0.contains(where: Self.isWildcard) }) else { return nil }
    let prefix = Array(components[..<first].joined(separator: [FilePath.slash]))
    let start = first == 0 ? FilePath(".") : prefix.isEmpty ? "/" : FilePath(bytes: prefix)
    let rest = components[first...].joined(separator: [FilePath.slash])
    // A slash at the beginning ties a name without folders to its place.
    let pattern = GlobPattern("/" + String(decoding: Array(rest), as: UTF8.self))
    var result: [FilePath] = []
    var seen: Set<FileIdentity> = []
    collect(below: start, named: [], pattern, &seen, into: &result)
    return result
  }

  private static func isWildcard(_ byte: UInt8) -> Bool {
    byte == UInt8(ascii: "*") || byte == UInt8(ascii: "?") || byte == UInt8(ascii: "[") || byte == UInt8(ascii: "{")
  }

  private func collect(
    below folder: FilePath, named name: [UInt8], _ pattern: GlobPattern, _ seen: inout Set<FileIdentity>,
    into result: inout [FilePath]
  ) {
    guard let status = try? fileSystem.status(of: folder), seen.insert(status.identity).inserted,
      let entries = try? fileSystem.entries(of: folder)
    else { return }
    for entry in entries.sorted(by: { $0.name.lexicographicallyPrecedes($1.name) }) {
      if entry.name.first == FilePath.point { continue }
      let path = folder.appending(entry.name)
      let relative = name.isEmpty ? entry.name : name + [FilePath.slash] + entry.name
      switch entry.kind {
      case .folder: collect(below: path, named: relative, pattern, &seen, into: &result)
      case .file:
        if pattern.matches(String(decoding: relative, as: UTF8.self)) { result.append(path) }
      case .other, nil: continue
      }
    }
  }
}
