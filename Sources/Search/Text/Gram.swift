/// What the index is of: one, two or three symbols that stand side by side, by their hash. A symbol is a character, or
/// digits in a row as a whole. FNV-1a over scalars, with the last mixing of MurmurHash3.
package struct Gram: Hashable, Sendable {
  package let hash: UInt32

  /// In a gram with other symbols all numbers are alike, or each would need entries of its own.
  static let anyNumber = UInt32(UInt8(ascii: "#"))
  /// Begins the grams of numbers by which proposals are called.
  private static let numberSign: UInt32 = 0x2116

  fileprivate static let basis: UInt32 = 0x811C_9DC5

  /// The number of a proposal, leading zeros left out; `nil` where it is not made of digits.
  init?(proposalNumber: String) {
    let scalars = proposalNumber.unicodeScalars.map(\.value)
    guard !scalars.isEmpty, scalars.allSatisfy(SearchText.isDigit) else { return nil }
    hash = Self.finish(scalars.drop { $0 == 0x30 }.reduce(Self.add(Self.basis, Self.numberSign), Self.add))
  }

  @inline(__always)
  static func add(_ hash: UInt32, _ symbol: UInt32) -> UInt32 { (hash ^ symbol) &* 0x0100_0193 }

  @inline(__always)
  static func finish(_ hash: UInt32) -> UInt32 {
    var hash = hash
    hash = (hash ^ (hash >> 16)) &* 0x85EB_CA6B
    hash = (hash ^ (hash >> 13)) &* 0xC2B2_AE35
    return hash ^ (hash >> 16)
  }

  @inline(__always)
  static func single(_ symbol: UInt32) -> UInt32 { finish(add(basis, symbol)) }

  @inline(__always)
  static func pair(_ first: UInt32, _ second: UInt32) -> UInt32 { finish(add(add(basis, first), second)) }

  @inline(__always)
  static func triple(_ first: UInt32, _ second: UInt32, _ third: UInt32) -> UInt32 {
    finish(add(add(add(basis, first), second), third))
  }

  /// Whether a scalar is a symbol; punctuation, blanks and signs are not, and grams do not reach across them.
  @inline(__always)
  static func isSymbol(_ scalar: UInt32) -> Bool {
    if scalar < 0x80 { return 0x61...0x7A ~= scalar || SearchText.isDigit(scalar) }
    return 0xC0...0x1FFF ~= scalar || 0x3005...0x3007 ~= scalar || scalar >= 0x3040 && scalar & 0xFFF0 != 0xFFF0
  }
}

extension SearchText {
  /// Gives every gram, repeated ones again.
  ///
  /// - Parameters:
  ///   - common: pairs that most texts have; where two of them overlap, the three symbols are a gram too.
  ///   - single: takes a symbol that is a gram by itself.
  ///   - body: takes the hash of any other gram.
  @inline(__always)
  func forEachGram(common: CommonPairs, single: (UInt32) -> Void, _ body: (UInt32) -> Void) {
    withScalars { scalars in
      // The symbol before, 0 where there is none, and whether the pair that it ends is common.
      var (before, beforeThat): (UInt32, UInt32) = (0, 0)
      var followsCommonPair = false
      var index = 0
      while index < scalars.count {
        var symbol = scalars[index]
        index += 1
        guard Gram.isSymbol(symbol) else {
          before = 0
          followsCommonPair = false
          continue
        }
        if SearchText.isDigit(symbol) {
          var hash = Gram.add(Gram.add(Gram.basis, Gram.anyNumber), symbol)
          while index < scalars.count, SearchText.isDigit(scalars[index]) {
            hash = Gram.add(hash, scalars[index])
            index += 1
          }
          body(Gram.finish(hash))
          symbol = Gram.anyNumber
        } else {
          single(symbol)
        }
        if before != 0 {
          let pair = Gram.pair(before, symbol)
          body(pair)
          let isCommon = common.contains(pair)
          if isCommon && followsCommonPair { body(Gram.triple(beforeThat, before, symbol)) }
          followsCommonPair = isCommon
        }
        (beforeThat, before) = (before, symbol)
      }
    }
  }
}
