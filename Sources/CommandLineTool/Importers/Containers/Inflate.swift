/// Unpacks what was packed by DEFLATE (RFC 1951).
struct Inflate {
  private let input: ArraySlice<UInt8>
  private var at: Int
  private var held = 0
  private var heldCount = 0

  private init(_ input: ArraySlice<UInt8>) {
    self.input = input
    at = input.startIndex
  }

  /// The unpacked bytes; nil for what is damaged, or becomes longer than `limit`.
  ///
  /// - Complexity: O(*n*) for the *n* bytes that come out.
  static func bytes(of input: ArraySlice<UInt8>, limit: Int) -> [UInt8]? {
    var inflate = Inflate(input)
    var output: [UInt8] = []
    while true {
      guard let isLast = inflate.bits(1), let kind = inflate.bits(2) else { return nil }
      let isRead =
        switch kind {
        case 0: inflate.copy(to: &output, limit)
        case 1: inflate.unpack(fixedLetters, fixedDistances, to: &output, limit)
        case 2: inflate.unpackDescribed(to: &output, limit)
        default: false
        }
      if !isRead { return nil }
      if isLast == 1 { return output }
    }
  }

  private mutating func bits(_ count: Int) -> Int? {
    while heldCount < count {
      guard at < input.endIndex else { return nil }
      held |= Int(input[at]) << heldCount
      heldCount += 8
      at += 1
    }
    defer {
      held >>= count
      heldCount -= count
    }
    return held & (1 << count - 1)
  }

  /// A part that was not packed.
  private mutating func copy(to output: inout [UInt8], _ limit: Int) -> Bool {
    (held, heldCount) = (0, 0)
    guard at + 4 <= input.endIndex else { return false }
    let length = Int(input[at]) | Int(input[at + 1]) << 8
    at += 4
    guard at + length <= input.endIndex, output.count + length <= limit else { return false }
    output += input[at..<at + length]
    at += length
    return true
  }

  private mutating func unpack(
    _ letters: PrefixCode, _ distances: PrefixCode, to output: inout [UInt8], _ limit: Int
  ) -> Bool {
    while let symbol = symbol(of: letters) {
      if symbol == 256 { return true }
      guard output.count < limit else { return false }
      if symbol < 256 {
        output.append(UInt8(symbol))
        continue
      }
      guard symbol < 286, let more = bits(Self.lengthBits[symbol - 257]), let code = self.symbol(of: distances),
        code < 30, let further = bits(Self.distanceBits[code])
      else { return false }
      let distance = Self.distanceBases[code] + further
      guard distance <= output.count else { return false }
      for _ in 0..<(Self.lengthBases[symbol - 257] + more) { output.append(output[output.count - distance]) }
    }
    return false
  }

  /// A part that begins with the description of its codes.
  private mutating func unpackDescribed(to output: inout [UInt8], _ limit: Int) -> Bool {
    guard let letters = bits(5), let distances = bits(5), let described = bits(4) else { return false }
    var lengths = [Int](repeating: 0, count: 19)
    for place in Self.order.prefix(described + 4) {
      guard let length = bits(3) else { return false }
      lengths[place] = length
    }
    let code = PrefixCode(lengths)
    let (letterCount, count) = (letters + 257, letters + distances + 258)
    lengths = []
    while lengths.count < count {
      guard let symbol = symbol(of: code) else { return false }
      switch symbol {
      case ..<16: lengths.append(symbol)
      case 16:
        guard let last = lengths.last, let more = bits(2) else { return false }
        lengths += [Int](repeating: last, count: more + 3)
      default:
        guard let more = bits(symbol == 17 ? 3 : 7) else { return false }
        lengths += [Int](repeating: 0, count: more + (symbol == 17 ? 3 : 11))
      }
    }
    guard lengths.count == count else { return false }
    return unpack(
      PrefixCode(Array(lengths[..<letterCount])), PrefixCode(Array(lengths[letterCount...])), to: &output, limit)
  }

  private mutating func symbol(of code: PrefixCode) -> Int? {
    var (word, first, index) = (0, 0, 0)
    for count in code.counts.dropFirst() {
      guard let bit = bits(1) else { return nil }
      word |= bit
      if word - count < first { return code.symbols[index + word - first] }
      index += count
      first = (first + count) << 1
      word <<= 1
    }
    return nil
  }

  private static let order = [16, 17, 18, 0, 8, 7, 9, 6, 10, 5, 11, 4, 12, 3, 13, 2, 14, 1, 15]
  private static let lengthBits = [
    0, 0, 0, 0, 0, 0, 0, 0, 1, 1, 1, 1, 2, 2, 2, 2, 3, 3, 3, 3, 4, 4, 4, 4, 5, 5, 5, 5, 0,
  ]
  private static let lengthBases = [
    3, 4, 5, 6, 7, 8, 9, 10, 11, 13, 15, 17, 19, 23, 27, 31, 35, 43, 51, 59, 67, 83, 99, 115, 131, 163, 195, 227, 258,
  ]
  private static let distanceBits = (0..<30).map { max(0, $0 / 2 - 1) }
  private static let distanceBases = distanceBits.reduce(into: [1]) { $0.append($0[$0.count - 1] + 1 << $1) }
  private static let fixedLetters = PrefixCode(
    (0..<288).map { $0 < 144 ? 8 : $0 < 256 ? 9 : $0 < 280 ? 7 : 8 })
  private static let fixedDistances = PrefixCode([Int](repeating: 5, count: 30))
}

/// A code of words of several lengths, none of which begins another.
private struct PrefixCode {
  /// How many words there are of each length.
  let counts: [Int]
  /// What they mean, in the order of the words.
  let symbols: [Int]

  /// The code whose words have these lengths, 0 for what has none.
  init(_ lengths: [Int]) {
    var counts = [Int](repeating: 0, count: 16)
    for length in lengths where length > 0 { counts[length] += 1 }
    self.counts = counts
    symbols = (1..<16).flatMap { length in lengths.indices.filter { lengths[$0] == length } }
  }
}
