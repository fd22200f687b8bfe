import Foundation
import Testing

@testable import Search

/// The rules that Swift and the script share, as `rules.py` wrote them down.
struct Rules: Decodable {
  struct Grams: Decodable {
    let text: String
    let hashes: [UInt32]

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      text = try parts.decode(String.self)
      hashes = try parts.decode([UInt32].self)
    }
  }

  struct Number: Decodable {
    let number: String
    let hash: UInt32

    init(from decoder: any Decoder) throws {
      var parts = try decoder.unkeyedContainer()
      number = try parts.decode(String.self)
      hash = try parts.decode(UInt32.self)
    }
  }

  let fold: [[String]]
  let common: [String]
  let grams: [Grams]
  let numbers: [Number]

  static func load() throws -> Rules {
    let file = try #require(Bundle.module.url(forResource: "rules", withExtension: "json", subdirectory: "Resources"))
    return try JSONDecoder().decode(Rules.self, from: Data(contentsOf: file))
  }
}

@Suite struct SearchTextTests {
  @Test func foldsAsTheRulesSay() throws {
    for pair in try Rules.load().fold {
      var text = SearchText()
      text.read(Array(pair[0].utf8).span.bytes)
      #expect(text.scalars == pair[1].unicodeScalars.map(\.value), "\(pair)")
    }
  }

  @Test func gramsAreThoseOfTheRules() throws {
    let rules = try Rules.load()
    let pairs = rules.common.map { $0.unicodeScalars.map(\.value) }
    let common = CommonPairs(Dictionary(uniqueKeysWithValues: pairs.map { (Gram.pair($0[0], $0[1]), 1) }), of: 1)
    for expected in rules.grams {
      var (text, found) = (SearchText(), Set<UInt32>())
      text.read(Array(expected.text.utf8).span.bytes)
      text.forEachGram(common: common, single: { found.insert(Gram.single($0)) }) { found.insert($0) }
      #expect(found.sorted() == expected.hashes, "\(expected.text)")
    }
  }

  @Test func numbersOfProposals() throws {
    for expected in try Rules.load().numbers { #expect(Gram(proposalNumber: expected.number)?.hash == expected.hash) }
    #expect(Gram(proposalNumber: "") == nil)
    #expect(Gram(proposalNumber: "闭12") == nil)
  }

  /// One of twenty texts is enough, one of twenty-one is not.
  @Test func commonPairs() {
    let pairs = CommonPairs([1 << 8: 1, 2 << 8: 2], of: 21)
    #expect(!pairs.contains(1 << 8) && pairs.contains(2 << 8) && pairs.contains(2 << 8 | 0xFF))
    #expect(CommonPairs([1 << 8: 1], of: 20).contains(1 << 8))
    #expect(!CommonPairs.none.contains(0))
  }
}
