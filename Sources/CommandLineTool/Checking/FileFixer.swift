import Assist
import DisclosureText
import Lint
import Rules
import Workspace

/// One file that was repaired, or of which it is said what to change.
struct FixedFile: Sendable {
  /// What is written to the standard output.
  var output: [UInt8] = []
  /// What is said beside it.
  var remarks: [UInt8] = []
  /// How many repairs were made.
  var made = 0
  /// The findings that are left.
  var totals = RunTotals()
  /// The repaired text of what cannot be read again.
  var text: [UInt8]?

  /// Creates the outcome of a file of which something is said and nothing is done.
  init(saying remarks: [UInt8]) { self.remarks = remarks }

  /// Creates the outcome of a file that could not be read.
  init(unreadable remarks: [UInt8]) {
    self.remarks = remarks
    totals.unreadable = 1
  }

  /// Creates the outcome of a file of which nothing was said yet.
  init() {}
}

/// Repairs files.
struct FileFixer: Sendable {
  let options: FixOptions
  let reader: DocumentReader
  let language: MessageLanguage
  let environment: ToolEnvironment

  /// Repairs one input.
  func fix(_ planned: CheckPlan.PlannedInput) -> FixedFile {
    let name = planned.input.name.printable
    do throws(InputError) {
      let given = try given(planned.input)
      guard let (text, form) = try reader.read(given ?? planned.input) else {
        return FixedFile(
          saying: ToolMessage.line(ToolMessage.emptyFolder(name, ignored: planned.input.ignoredCount), in: language))
      }
      let configuration: Configuration
      do throws(ConfigurationError) { configuration = try planned.configuration.get() } catch {
        throw .configuration(error)
      }
      let linter = Linter(settings: configuration.lintSettings)
      switch form {
      case .imported, .separated: return advice(on: text, form, name: name, linter)
      case .plain, .encoded: break
      }
      return try fix(text, form, of: planned, given: given, linter)
    } catch {
      let checked = CheckedInput(name: planned.input.name, outcome: .unreadable(error))
      return FixedFile(unreadable: Remarks.of(checked, language: language))
    }
  }

  /// What to change where in a file that is no text.
  private func advice(on text: SourceText, _ form: TextForm, name: String, _ linter: Linter) -> FixedFile {
    let document = CheckedDocument(text, linter.lint(text), form: form)
    var fixed = FixedFile()
    fixed.totals = RunTotals(document.report)
    let advice = FixAdvice(document: document, name: name, language: language)
    fixed.output = advice.chosen(options.choice) + advice.open(options.choice)
    if !fixed.output.isEmpty {
      let sentence =
        if case .separated = form {
          LocalizedText(
            "\(name) 是表格，fix 不修改表格，请按上列位置自行修改",
            "\(name) is a table, and tables are not repaired; make the changes above in it")
        } else {
          LocalizedText(
            "\(name) 不是文本文件，请用原来的软件按上列位置修改", "\(name) is no text; make the changes above in the program it comes from")
        }
      fixed.remarks = ToolMessage.line(sentence, in: language)
    }
    return fixed
  }

  private func fix(
    _ text: SourceText, _ form: TextForm, of planned: CheckPlan.PlannedInput, given: CheckInput?, _ linter: Linter
  ) throws(InputError) -> FixedFile {
    let original = try originalBytes(of: given ?? planned.input)
    let whole = try decoded(original, form)
    // Saved by someone else between both looks, the repairs would be of another text.
    if whole != text.bytes, SourceText(whole).bytes != text.bytes { throw .file(.changed) }
    let result = FixedText(
      text, original: whole, choice: options.choice, linter: linter, isEnded: environment.isInterrupted)
    var fixed = FixedFile()
    if environment.isInterrupted() { return fixed }
    fixed.made = result.made.count
    fixed.totals = RunTotals(result.report)
    if given != nil { fixed.text = result.bytes }
    let isStandardInput = planned.isStandardInput
    let name = planned.input.name.printable
    if options.showsDifference {
      fixed.output = UnifiedDifference(from: text.bytes, to: result.bytes, name: name).bytes()
      if !result.made.isEmpty { fixed.totals = RunTotals(linter.lint(text)) }
    } else if isStandardInput {
      fixed.output = try encoded(result.bytes, form, original: original, whole)
    } else if !result.made.isEmpty {
      try write(try encoded(result.bytes, form, original: original, whole), over: original, at: planned)
    }
    let after = CheckedDocument(SourceText(result.bytes), result.report)
    let advice = FixAdvice(document: after, name: name, language: language)
    if !options.showsDifference {
      let made = result.made.sorted { $0.range < $1.range }.flatMap {
        advice.line($0.fix.title, of: $0.finding.rule, at: $0.range.lower)
      }
      // The standard output of a filter is the text.
      if isStandardInput { fixed.remarks += made } else { fixed.output += made }
      fixed.remarks += advice.open(options.choice)
    }
    // What is shown of a file that is left as it is speaks of it as it is.
    let unchanged = CheckedDocument(text, .nothing)
    let refused = FixAdvice(document: options.showsDifference ? unchanged : after, name: name, language: language)
    fixed.remarks += result.refused.flatMap {
      refused.line(
        $0.message, of: $0.finding.rule, at: (options.showsDifference ? $0.originalRange : $0.range).lower)
    }
    return fixed
  }

  /// What can be read once, with its bytes; nil for a file.
  private func given(_ input: CheckInput) throws(InputError) -> CheckInput? {
    do throws(FileAccessError) {
      switch input {
      case .standardInput(let name):
        if DocumentKind(name: name.lastComponent) ?? .text != .text { return nil }
        return .given(name, try environment.standardInput())
      case .item(.file(let path)):
        guard (try? environment.fileSystem.status(of: path))?.kind == .other else { return nil }
        // What was written into a pipe would not come out where it was read.
        guard options.showsDifference else { throw .notRegular }
        return .given(path, try environment.fileSystem.bytes(of: path))
      default: return nil
      }
    } catch {
      throw .file(error)
    }
  }

  private func originalBytes(of input: CheckInput) throws(InputError) -> [UInt8] {
    switch input {
    case .given(_, let bytes): return bytes
    case .item(.file(let path)):
      do throws(FileAccessError) { return try environment.fileSystem.bytes(of: path) } catch { throw .file(error) }
    default: return []
    }
  }

  /// The bytes of the file as UTF-8, but for what is none in them.
  private func decoded(_ original: [UInt8], _ form: TextForm) throws(InputError) -> [UInt8] {
    guard case .encoded(let name) = form, let encoding = TextEncoding(rawValue: name) else { return original }
    do throws(ImportError) { return try encoding.decoded(original) ?? original } catch { throw .importing(error) }
  }

  /// The text in the encoding of its file, of which `whole` is the text; it must give the file again where nothing
  /// changed.
  private func encoded(
    _ bytes: [UInt8], _ form: TextForm, original: [UInt8], _ whole: [UInt8]
  ) throws(InputError) -> [UInt8] {
    guard case .encoded(let name) = form, let encoding = TextEncoding(rawValue: name) else { return bytes }
    do throws(ImportError) {
      guard try encoding.encoded(whole) == original, let result = try encoding.encoded(bytes) else {
        throw .unknownEncoding(name)
      }
      return result
    } catch {
      throw .importing(error)
    }
  }

  private func write(_ bytes: [UInt8], over original: [UInt8], at planned: CheckPlan.PlannedInput) throws(InputError) {
    guard case .item(.file(let path)) = planned.input else { return }
    do throws(FileAccessError) {
      guard try environment.fileSystem.bytes(of: path) == original else { throw .changed }
    } catch {
      throw .file(error)
    }
    do throws(FileAccessError) { try environment.fileWriter.replace(path, with: bytes) } catch { throw .writing(error) }
  }
}

extension CheckPlan.PlannedInput {
  /// Whether the text comes from the standard input.
  fileprivate var isStandardInput: Bool {
    if case .standardInput = input { true } else { false }
  }
}
