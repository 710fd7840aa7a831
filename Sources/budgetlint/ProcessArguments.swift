import CommandLineTool

/// The arguments of this process behind its name, as bytes: a file's name need not be UTF-8.
func processArguments(_ count: Int32, _ arguments: UnsafePointer<UnsafePointer<CChar>?>) -> [CommandArgument] {
  (1..<max(1, Int(count))).compactMap { index in
    arguments[index].map { pointer in
      var end = pointer
      while end.pointee != 0 { end += 1 }
      return CommandArgument(bytes: Array(UnsafeRawBufferPointer(start: pointer, count: end - pointer)))
    }
  }
}
