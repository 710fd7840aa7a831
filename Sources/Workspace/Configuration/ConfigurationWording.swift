import JSONText
import Lint

extension ConfigurationType {
  /// What is said of a value that is not of this type.
  func complaint(about value: JSONValue) -> LocalizedText {
    switch self {
    case .text, .texts, .overrides, .ruleLevels:
      let (wanted, kind) = (name, value.kind)
      if value.string?.isEmpty == true { return LocalizedText("不能为空", "must not be empty") }
      return LocalizedText("应为\(wanted.chinese)，而不是\(kind.chinese)", "wants \(wanted.english), not \(kind.english)")
    case .word(let words):
      let list = LocalizedText(words.joined(separator: "、"), words.joined(separator: ", "))
      guard let given = value.string else {
        return LocalizedText(
          "应为以下之一：\(list.chinese)，而不是\(value.kind.chinese)", "wants one of \(list.english), not \(value.kind.english)")
      }
      return LocalizedText("没有取值“\(given)”，可用：\(list.chinese)", "does not take “\(given)”, but \(list.english)")
        + suggestion(nearestWord(to: given, among: words))
    case .number(let range):
      let (low, high) = (range.lowerBound, range.upperBound)
      return LocalizedText("应为 \(low) 至 \(high) 的整数", "wants a whole number from \(low) to \(high)")
    }
  }

  /// What the type is called.
  private var name: LocalizedText {
    switch self {
    case .text, .word: LocalizedText("字符串", "a string")
    case .texts: LocalizedText("字符串或字符串数组", "a string or an array of strings")
    case .number: LocalizedText("整数", "a whole number")
    case .ruleLevels: LocalizedText("对象 { 规则: 级别 }", "an object of rules and their levels")
    case .overrides: LocalizedText("对象的数组 [ { … } ]", "an array of objects")
    }
  }
}

extension ConfigurationReader {
  /// What is said of a key that does not exist.
  func unknown(_ key: String, among keys: [String]) -> LocalizedText {
    LocalizedText(
      "没有这个设置项，可用：\(keys.joined(separator: "、"))", "there is no such key, but \(keys.joined(separator: ", "))")
      + suggestion(nearestWord(to: key, among: keys))
  }

  /// What is said of a rule that does not exist.
  func unknownRule(_ name: String, among names: [String]) -> LocalizedText {
    LocalizedText("没有这条规则（全部规则见 \(Product.name) rules）", "there is no such rule (\(Product.name) rules lists them all)")
      + suggestion(nearestWord(to: name, among: names))
  }
}

/// The question behind a complaint where a word was probably misspelt.
private func suggestion(_ nearest: String?) -> LocalizedText {
  nearest.map { LocalizedText("；是不是 \($0)？", "; did you mean \($0)?") } ?? LocalizedText("", "")
}

extension JSONValue {
  /// What kind of value it is, in words.
  var kind: LocalizedText {
    switch content {
    case .null: LocalizedText(" null", "null")
    case .bool: LocalizedText(" true 或 false", "true or false")
    case .integer, .double: LocalizedText("数字", "a number")
    case .string: LocalizedText("字符串", "a string")
    case .array: LocalizedText("数组", "an array")
    case .object: LocalizedText("对象", "an object")
    }
  }
}

extension JSONError.Expected {
  /// What was expected, in Chinese.
  var chinese: String {
    switch self {
    case .value: "一个值"
    case .key: "带引号的键"
    case .colon: "冒号"
    case .commaOrBracket: "逗号或 ]"
    case .commaOrBrace: "逗号或 }"
    case .quotationMark: "结束的引号"
    case .escapedControl: "转义的控制字符"
    case .escape: "转义字符：\" \\ / b f n r t u 之一"
    case .hexadecimalDigits: "四位十六进制数字"
    case .digit: "数字"
    case .finiteNumber: "小于 1.8e308 的数"
    case .end: "文件结尾"
    case .shallowerNesting: "较浅的嵌套"
    }
  }
}
