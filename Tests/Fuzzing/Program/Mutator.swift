/// Makes inputs out of a corpus; the same for the same number.
struct Mutator {
  /// Few inputs are long.
  private static let length = 4 << 10
  private static let greatLength = 256 << 10

  private let corpus: Corpus
  private var random: SeededGenerator
  private let limit: Int

  init(_ corpus: Corpus, seed: UInt64) {
    self.corpus = corpus
    random = SeededGenerator(seed: seed)
    limit = random.number(0...999) == 0 ? Self.greatLength : Self.length
  }

  static func input(_ number: Int, of corpus: Corpus) -> [UInt8] {
    var mutator = Mutator(corpus, seed: UInt64(truncatingIfNeeded: number))
    return mutator.input()
  }

  private mutating func input() -> [UInt8] {
    let seed = random.pick(corpus.seeds)
    // Most inputs are changed only where it matters, so that they get that far.
    let part = random.chance(75) ? corpus.core.part(of: seed) : seed.indices
    var bytes = Array(seed[part])
    repeat { mutate(&bytes) } while random.chance(50)
    return seed[..<part.lowerBound] + bytes + seed[part.upperBound...]
  }

  /// Changes one thing.
  mutating func mutate(_ bytes: inout [UInt8]) {
    switch random.number(0...19) {
    case 0: flipBit(&bytes)
    case 1: replace(range(of: bytes, upTo: 2), in: &bytes, with: [random.byte()])
    case 2...5: insert(token(), into: &bytes)
    case 6, 7: replace(range(of: bytes, upTo: 12), in: &bytes, with: token())
    case 8: replace(range(of: bytes, upTo: 200), in: &bytes, with: [])
    case 9: insert(repeated(Array(bytes[range(of: bytes, upTo: 40)])), into: &bytes)
    case 10: insert(repeated(random.chance(50) ? [random.byte()] : token()), into: &bytes)
    case 11: splice(&bytes)
    case 12: cross(&bytes)
    case 13: bytes.removeSubrange(random.number(0...bytes.count)...)
    case 14: replaceDigits(in: &bytes)
    case 15: nest(&bytes)
    case 16: moveLine(in: &bytes)
    case 17: insert(random.pick(Vocabulary.brokenText), into: &bytes)
    case 18: insert(random.pick(Vocabulary.characters), into: &bytes)
    default: exchangeByte(in: &bytes)
    }
    if bytes.count > limit { bytes.removeSubrange(limit...) }
  }

  // MARK: - Parts

  private mutating func token() -> [UInt8] { random.pick(corpus.tokens) }

  private mutating func range(of bytes: [UInt8], upTo count: Int) -> Range<Int> {
    let start = random.number(0...bytes.count)
    return start..<min(bytes.count, start + random.number(0...count))
  }

  private mutating func repeated(_ piece: [UInt8]) -> [UInt8] {
    let most = random.pick([3, 30, 300, limit])
    let count = min(random.number(1...most), limit / max(1, piece.count))
    return Array(repeatElement(piece, count: count).joined())
  }

  private mutating func lines(of bytes: [UInt8]) -> [ArraySlice<UInt8>] {
    bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
  }

  // MARK: - Changes

  private func replace(_ range: Range<Int>, in bytes: inout [UInt8], with piece: [UInt8]) {
    bytes.replaceSubrange(range, with: piece)
  }

  private mutating func insert(_ piece: [UInt8], into bytes: inout [UInt8]) {
    bytes.insert(contentsOf: piece, at: random.number(0...bytes.count))
  }

  private mutating func flipBit(_ bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    bytes[random.number(0...bytes.count - 1)] ^= 1 << random.number(0...7)
  }

  private mutating func splice(_ bytes: inout [UInt8]) {
    let seed = random.pick(corpus.seeds)
    let other = Array(seed[corpus.core.part(of: seed)])
    insert(random.chance(50) ? other : Array(other[range(of: other, upTo: 400)]), into: &bytes)
  }

  private mutating func cross(_ bytes: inout [UInt8]) {
    let other = random.pick(corpus.seeds)
    bytes.replaceSubrange(random.number(0...bytes.count)..., with: other[random.number(0...other.count)...])
  }

  private mutating func replaceDigits(in bytes: inout [UInt8]) {
    let isDigit = { (byte: UInt8) in 0x30...0x39 ~= byte }
    let start = random.number(0...bytes.count)
    guard let first = bytes[start...].firstIndex(where: isDigit) else { return insert(token(), into: &bytes) }
    let end = bytes[first...].firstIndex { !isDigit($0) } ?? bytes.count
    bytes.replaceSubrange(first..<end, with: random.pick(Vocabulary.numbers))
  }

  private mutating func nest(_ bytes: inout [UInt8]) {
    let (opening, closing) = random.pick(corpus.pairs)
    let range = range(of: bytes, upTo: 60)
    let inner = Array(bytes[range])
    let most = random.pick([2, 20, 200, 3000])
    let count = min(random.number(1...most), limit / (opening.count + closing.count))
    let nested =
      Array(repeatElement(opening, count: count).joined()) + inner + repeatElement(closing, count: count).joined()
    bytes.replaceSubrange(range, with: nested)
  }

  private mutating func moveLine(in bytes: inout [UInt8]) {
    var lines = lines(of: bytes)
    let line = lines[random.number(0...lines.count - 1)]
    lines.insert(line, at: random.number(0...lines.count))
    if random.chance(50) { lines.remove(at: random.number(0...lines.count - 1)) }
    bytes = Array(lines.joined(separator: [UInt8(ascii: "\n")]))
  }

  /// Turns each of one byte into another one.
  private mutating func exchangeByte(in bytes: inout [UInt8]) {
    guard !bytes.isEmpty else { return }
    let old = bytes[random.number(0...bytes.count - 1)]
    let new = random.chance(50) ? random.byte() : random.pick(Array("\n\r\t ,:-\"'#|{}[]".utf8))
    for index in bytes.indices where bytes[index] == old { bytes[index] = new }
  }
}

/// SplitMix64 (Steele, Lea, Flood 2014).
struct SeededGenerator: RandomNumberGenerator {
  private var state: UInt64

  init(seed: UInt64) { state = seed }

  mutating func next() -> UInt64 {
    state &+= 0x9E37_79B9_7F4A_7C15
    var mixed = state
    mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
    mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
    return mixed ^ (mixed >> 31)
  }

  mutating func number(_ range: ClosedRange<Int>) -> Int { Int.random(in: range, using: &self) }

  mutating func byte() -> UInt8 { UInt8(truncatingIfNeeded: next()) }

  mutating func chance(_ percent: Int) -> Bool { number(1...100) <= percent }

  mutating func pick<Element>(_ elements: [Element]) -> Element { elements[number(0...elements.count - 1)] }
}
