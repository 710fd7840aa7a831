import CommandLineTool
import Testing
import Workspace

@Suite("Tool")
struct ToolTests {
  let files = MemoryFileSystem(files: ["bad.txt": wrongText, "good.txt": rightText, "d/bad.md": wrongText])

  @Test(
    "the exit status says whether there is an alarm, and failure wins",
    arguments: [
      "good.txt": 0, "lint bad.txt": 1, "bad.txt good.txt": 1, "": 1, "nowhere.txt": 2, "nowhere.txt bad.txt": 2,
      "--fail-on error bad.txt": 1, "--lang en lint good.txt": 0, "--help": 0, "help": 0, "help lint": 0,
      "lint --help": 0, "server --help": 0, "--version": 0, "--frmat x": 2, "lnit": 2, "help nothing": 2,
      "server a.txt": 2,
    ])
  func status(arguments: String, expected: Int32) {
    #expect(runTool(arguments.split(separator: " ").map { String($0) }, files: files).status == expected)
  }

  @Test("a file that cannot be read is said, and the others are checked")
  func unreadable() {
    var files = files
    files.fail("good.txt", with: .notPermitted)
    let result = runTool(["nowhere.txt", "good.txt", "bad.txt"], files: files)
    #expect(result.errors.contains("nowhere.txt does not exist"))
    #expect(result.errors.contains("no permission to read good.txt"))
    #expect(result.lines.first?.hasPrefix("bad.txt:3:") == true)
    #expect(result.output.contains("1 file checked (2 more could not be read): 1 error"))
  }

  @Test("every reason a file cannot be read is one sentence in the chosen language")
  func reasons() {
    for error in [FileAccessError.missing, .isFolder, .notFolder, .notPermitted, .tooLarge, .unreadable(code: 5)] {
      var files = files
      files.fail("good.txt", with: error)
      for language in ["zh", "en"] {
        let result = runTool(["--lang", language, "good.txt"], files: files)
        #expect(result.status == 2)
        #expect(result.errors.contains("good.txt"))
        #expect(result.errors.filter { $0 == "\n" }.count == 1)
      }
    }
  }

  @Test("an empty folder is said")
  func emptyFolder() {
    var files = MemoryFileSystem()
    files.addFolder("empty")
    let result = runTool(["empty"], files: files)
    #expect(result.errors == "budgetlint: empty holds no document; nothing was checked there\n")
    #expect(result.status == 0)
  }

  @Test("the standard input is one input among others, under the name it was given")
  func standardInput() {
    #expect(runTool(["-"], input: wrongText).lines.first?.hasPrefix("<stdin>:3:") == true)
    let named = runTool(["--stdin-filename", "预算.txt", "good.txt", "-"], files: files, input: wrongText)
    #expect(named.lines.first?.hasPrefix("预算.txt:3:") == true)
    #expect(named.output.contains("2 files checked"))
    #expect(named.status == 1)
  }

  @Test(
    "the language is what --lang says, else the locale's, else Chinese",
    arguments: [
      "": true, "LANG=": true, "LANG=C.UTF-8": true, "LANG=POSIX": true, "LANG=de_DE": true, "LANG=en_GB.UTF-8": false,
      "LC_ALL=zh_CN LANG=en_US": true, "LC_ALL= LC_MESSAGES=en LANG=zh_CN": false, "--lang=en": false,
      "--lang=zh LANG=en_US": true,
    ])
  func language(setting: String, isChinese: Bool) {
    let words = setting.split(separator: " ").map { String($0) }
    var variables: [String: String] = [:]
    for word in words where !word.hasPrefix("-") {
      let parts = word.split(separator: "=", omittingEmptySubsequences: false).map { String($0) }
      variables[parts[0]] = parts[1]
    }
    let result = runTool(words.filter { $0.hasPrefix("-") } + ["--help"], variables: variables)
    #expect(result.output.contains("用法") == isChinese)
    #expect(result.output.contains("Usage") == !isChinese)
  }

  @Test("wrong use is said in the language that was asked for, with what was meant")
  func wrongUse() {
    #expect(runTool(["--fromat", "x"]).errors.contains("did you mean --format?"))
    #expect(runTool(["lnit", "--lang", "zh"]).errors.contains("是不是 lint"))
    #expect(runTool(["lint"], files: MemoryFileSystem(files: ["lint": wrongText])).output.contains("0 files"))
    #expect(runTool(["sever"], files: MemoryFileSystem(files: ["sever": wrongText])).status == 1)
  }

  @Test("the report keeps the order of the inputs on any number of threads")
  func order() {
    var files = MemoryFileSystem()
    for index in 100..<300 { files.add(FilePath("\(index).txt"), bytes: Array(wrongText.utf8)) }
    let one = runTool(["--jobs", "1"], files: files)
    #expect(one.lines.filter { $0.contains(": error [") }.count == 200)
    for format in ["text", "json"] {
      let one = runTool(["--jobs", "1", "--format", format], files: files)
      let many = runTool(["--jobs", "7", "--format", format], files: files)
      #expect(one.output == many.output)
      #expect(many.status == 1)
    }
  }

  @Test("a reader that left ends the run without a word, any other failure is said")
  func closedOutput() {
    let closed = runTool(["bad.txt"], files: files, outcome: .closed)
    #expect(closed.status == 2)
    #expect(closed.errors == "")
    let full = runTool(["bad.txt"], files: files, outcome: .failed(code: 28))
    #expect(full.status == 2)
    #expect(full.errors.contains("the report cannot be written"))
  }
}
