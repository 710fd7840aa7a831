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
      guard let (text, form) = try reader.read(planned.input) else {
        var fixed = FixedFile()
        fixed.remarks = ToolMessage.line(
          ToolMessage.emptyFolder(name, ignored: planned.input.ignoredCount), in: language)
        return fixed
      }
      let configuration: Configuration
      do throws(ConfigurationError) { configuration = try planned.configuration.get() } catch {
        throw .configuration(error)
      }
      let linter = Linter(settings: configuration.lintSettings)
      if case .imported = form { return advice(on: text, form, name: name, linter) }
      return try fix(text, form, of: planned, linter)
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
      let sentence = LocalizedText(
        "\(name) 不是文本文件，请用原来的软件按上列位置修改", "\(name) is no text; make the changes above in the program it comes from")
      fixed.remarks = ToolMessage.line(sentence, in: language)
    }
    return fixed
  }

  private func fix(
    _ text: SourceText, _ form: TextForm, of planned: CheckPlan.PlannedInput, _ linter: Linter
  ) throws(InputError) -> FixedFile {
    let original = try originalBytes(of: planned, text, form)
    // Saved by someone else between both looks, the repairs would be of another text.
    if form == .plain, original != text.bytes, SourceText(original).bytes != text.bytes { throw .file(.changed) }
    let result = FixedText(
      text, original: form == .plain ? original : nil, choice: options.choice, linter: linter,
      isEnded: environment.isInterrupted)
    var fixed = FixedFile()
    if environment.isInterrupted() { return fixed }
    fixed.made = result.made.count
    fixed.totals = RunTotals(result.report)
    let isStandardInput = planned.isStandardInput
    let name = planned.input.name.printable
    if options.showsDifference {
      fixed.output = UnifiedDifference(from: text.bytes, to: result.bytes, name: name).bytes()
      if !result.made.isEmpty { fixed.totals = RunTotals(linter.lint(text)) }
    } else if isStandardInput {
      fixed.output = try encoded(result.bytes, form, original: original, of: text)
    } else if !result.made.isEmpty {
      try write(try encoded(result.bytes, form, original: original, of: text), over: original, at: planned)
    }
    if !options.showsDifference {
      let after = CheckedDocument(SourceText(result.bytes), result.report)
      let advice = FixAdvice(document: after, name: name, language: language)
      let made = result.made.sorted { $0.range < $1.range }.flatMap {
        advice.line($0.fix.title, of: $0.finding.rule, at: $0.range.lower)
      }
      // The standard output of a filter is the text.
      if isStandardInput { fixed.remarks += made } else { fixed.output += made }
      fixed.remarks += advice.open(options.choice)
    }
    for finding in result.refused {
      let sentence = LocalizedText(
        "未作修改，否则会引出新的问题：\(finding.message.chinese)",
        "not repaired, as a new alarm would come of it: \(finding.message.english)")
      fixed.remarks += Remarks.lines([sentence], name: name, language: language)
    }
    return fixed
  }

  private func originalBytes(
    of planned: CheckPlan.PlannedInput, _ text: SourceText, _ form: TextForm
  ) throws(InputError) -> [UInt8] {
    guard case .item(.file(let path)) = planned.input else { return text.bytes }
    do throws(FileAccessError) { return try environment.fileSystem.bytes(of: path) } catch { throw .file(error) }
  }

  /// The text in the encoding of its file, which must give the file again where nothing changed.
  private func encoded(
    _ bytes: [UInt8], _ form: TextForm, original: [UInt8], of text: SourceText
  ) throws(InputError) -> [UInt8] {
    guard case .encoded(let name) = form, let encoding = TextEncoding(rawValue: name) else { return bytes }
    do throws(ImportError) {
      guard let back = try encoding.encoded(text.bytes), back == original || original == text.bytes,
        let result = try encoding.encoded(bytes)
      else { throw .unknownEncoding(name) }
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
