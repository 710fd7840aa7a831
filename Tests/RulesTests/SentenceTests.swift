import DisclosureText
import Lint
import Rules
import Testing
import Workspace

/// The sentences of `Fixtures/sentences.tsv`: how disclosures of many places say the same.
struct Sentence: Sendable, CustomTestStringConvertible {
  let kind: String
  let heading: String
  let right: String
  let wrong: String?

  var testDescription: String { right }

  /// The sentence in the smallest document that is judged.
  func document(_ text: String) -> SourceText {
    let title = kind == "budget" ? "某局2024年度部门预算公开\n第二部分 部门预算情况说明" : "某局2023年度部门决算公开\n第三部分 部门决算情况说明"
    return SourceText(
      "\(title)\n\(heading)\n\(text.split(separator: "⏎", omittingEmptySubsequences: false).joined(separator: "\n"))\n")
  }

  static let all: [Sentence] = {
    let root = #filePath.split(separator: "/").dropLast(3).reduce(into: "") { $0 += "/" + $1 }
    let file = FilePath(root).appending(Array("Fixtures/sentences.tsv".utf8))
    let text = (try? DiskFileSystem().bytes(of: file)).map { String(decoding: $0, as: UTF8.self) } ?? ""
    return text.split(separator: "\n").compactMap { line in
      let fields = line.split(separator: "\t", omittingEmptySubsequences: false).map(String.init)
      guard !line.hasPrefix("#"), fields.count == 4 else { return nil }
      return Sentence(kind: fields[0], heading: fields[1], right: fields[2], wrong: fields[3].isEmpty ? nil : fields[3])
    }
  }()
}

@Suite("Sentences of many places")
struct SentenceTests {
  private func alarms(_ text: SourceText) -> [Finding] {
    Linter().lint(text).findings.filter { $0.severity.isAlarm }
  }

  @Test("there are sentences to test")
  func sentences() {
    #expect(Sentence.all.count > 200)
    #expect(Sentence.all.count { $0.wrong != nil } > 80)
  }

  @Test("what is right raises no alarm")
  func right() {
    for sentence in Sentence.all {
      let found = alarms(sentence.document(sentence.right))
      #expect(found.isEmpty, "\(sentence.right): \(found.map(\.message.chinese))")
    }
  }

  @Test("what is wrong raises one")
  func wrong() {
    for sentence in Sentence.all {
      guard let wrong = sentence.wrong else { continue }
      #expect(!alarms(sentence.document(wrong)).isEmpty, "\(wrong)")
    }
  }
}
