import Diagnostics
import Foundation
import Testing

@testable import Search

/// Reads what the index's files hold, as the script does.
private struct BitReader {
  let bytes: [UInt8]
  private var place = 0

  init(_ bytes: [UInt8]) { self.bytes = bytes }

  mutating func bits(_ count: Int) -> UInt64 {
    var value: UInt64 = 0
    for _ in 0..<count {
      value = value << 1 | UInt64(bytes[place >> 3] >> UInt8(7 - place & 7) & 1)
      place += 1
    }
    return value
  }

  mutating func number() -> Int {
    var length = 0
    while bits(1) == 0 { length += 1 }
    return Int(1 << UInt64(length) | bits(length)) - 1
  }

  mutating func rice(_ low: Int) -> UInt32 {
    var upper: UInt64 = 0
    while bits(1) == 1 { upper += 1 }
    return UInt32(upper << UInt64(low) | bits(low))
  }

  mutating func set(of total: Int) -> [UInt32] {
    let count = number()
    let isDense = count * 2 > total
    let coded = isDense ? total - count : count
    let low = BitWriter.lowBits(of: coded, in: total)
    var next: UInt32 = 0
    let written = (0..<coded).map { _ in
      let value = next + rice(low)
      next = value + 1
      return value
    }
    return isDense ? (0..<UInt32(total)).filter { !Set(written).contains($0) } : written
  }
}

/// A finished index, as a script finds its way through it.
private struct Index {
  /// In which a script begins.
  let folder: String
  /// By their paths.
  let files: [String: [UInt8]]
  let fileBits: Int
  /// The folder with addresses and facets.
  let lists: String
  private let grams: [String]

  var names: Set<Substring> { Set(files.keys.map { $0.prefix { $0 != "/" } }) }

  init(_ builder: IndexBuilder, workers: Int = 2) throws {
    let (folder, files) = try builder.finish(workers: workers) { ($0, $1) }
    self.folder = folder
    self.files = Dictionary(uniqueKeysWithValues: files)
    let description = try JSONSerialization.jsonObject(with: Data(self.files[folder + "/index.json"] ?? []))
    let values = try #require(description as? [String: Any])
    fileBits = try #require(values["fileBits"] as? Int)
    lists = try #require(values["lists"] as? String)
    grams = try #require(values["grams"] as? [String])
  }

  init(_ documents: [(title: String, text: String)], order: [Int], collectors: Int = 2) throws {
    let builder = IndexBuilder(addresses: documents.indices.map { "\($0).html" }, facets: [])
    let workers = (0..<collectors).map { _ in builder.makeCollector() }
    for (turn, number) in order.enumerated() {
      let document = documents[number]
      try workers[turn % collectors].add(
        number, title: Array(document.title.utf8), text: Array(document.text.utf8), number: "")
    }
    try self.init(builder)
  }

  /// A file of grams.
  func grams(_ number: Int) throws -> [UInt8] {
    let group = number * grams.count / (1 << fileBits)
    return try #require(files["\(grams[group])/\(String(number, radix: 16)).bin"])
  }
}

@Suite struct IndexTests {
  @Test(arguments: [0, 1, 2, 20, 500, 999, 1_000]) func sets(_ count: Int) {
    var generator = SystemRandomNumberGenerator()
    let set = Array((0..<UInt32(1_000)).shuffled(using: &generator).prefix(count)).sorted()
    var writer = BitWriter()
    writer.write(5, count: 3)
    writer.write(set: set.span, of: 1_000)
    writer.write(number: 70_000)
    var reader = BitReader(writer.finish())
    #expect(reader.bits(3) == 5 && reader.set(of: 1_000) == set && reader.number() == 70_000)
  }

  /// Postings come by document, and leave by gram, each gram's documents still in order.
  @Test(arguments: [0, 1, 300, 90_000]) func postingsAreGrouped(_ count: Int) {
    var lists = GramLists()
    for _ in 0..<2 {
      lists.removeAll()
      // Two parts, one behind the other.
      var expected: [(gram: UInt32, documents: [UInt32])] = []
      for part in [0, 1 << 22] as [UInt32] {
        let grams = (0..<max(1, count / 5)).map { _ in part + .random(in: 0..<1 << 22) }
        let postings = (0..<count).map { Posting(gram: grams.randomElement() ?? part, document: UInt32($0) << 1 | 1) }
        lists.append(postings)
        expected += Dictionary(grouping: postings, by: \.gram).sorted { $0.key < $1.key }.map {
          ($0.key, $0.value.map(\.document))
        }
      }
      #expect(lists.grams == expected.map(\.gram))
      for (place, entry) in expected.enumerated() { #expect(Array(lists[place]) == entry.documents) }
    }
  }

  /// Documents that come in order from each of some collectors are in order in what they are merged to, part by part.
  @Test func runsAreMerged() throws {
    let store = RunMemory()
    var sequences: [RunSequence] = [[], [], []]
    var expected: [[UInt32]] = []
    let runs: [[UInt32]] = [[3, 4, 9], [0, 11, 70_000], [5, 6], [71_000]]
    for (number, documents) in runs.enumerated() {
      var batch = Batch()
      for document in documents {
        var grams = GramSet()
        for gram in Set((0..<400).map { _ in UInt32.random(in: 0...UInt32.max) } + [7]) { grams.insert(gram) }
        batch.append(document, grams: grams, titleCount: 3)
        grams.withGrams { grams in
          for (place, gram) in grams.enumerated() {
            expected.append([gram, document << 1 | (place < 3 ? 1 : 0)])
          }
        }
      }
      sequences[number % 3].append(try Run(&batch, in: store))
      #expect(batch.count == 0 && batch.documents.isEmpty)
    }
    var merged: [Posting] = []
    for part in 0..<1 << Run.partBits {
      let start = merged.count
      var merge = try RunMerge(sequences, part: part)
      try merge.read(into: &merged)
      let own = merged[start...]
      #expect(own.allSatisfy { $0.gram >> 22 == part })
      #expect(zip(own, own.dropFirst()).allSatisfy { $0.document >> 1 <= $1.document >> 1 })
    }
    #expect(Set(merged.map { [$0.gram, $0.document] }) == Set(expected) && merged.count == expected.count)
  }

  /// Every gram of every text is found in its file, with the documents that have it.
  @Test(arguments: [1, 40, 700]) func everyGramIsFound(_ count: Int) throws {
    let letters = Array("甲乙丙丁戊己庚辛壬癸子丑寅卯辰巳午未申酉戌亥0123456789，。")
    let documents = (0..<count).map { number in
      (title: "关于\(number)", text: "关于\(number)\u{1E}" + String((0..<200).map { _ in letters.randomElement() ?? "甲" }))
    }
    let index = try Index(documents, order: Array(documents.indices).shuffled())
    var expected: [UInt32: (texts: [UInt32], titles: [UInt32])] = [:]
    for (number, document) in documents.enumerated() {
      for gram in Self.grams(of: document.text) { expected[gram, default: ([], [])].texts.append(UInt32(number)) }
      for gram in Self.grams(of: document.title) { expected[gram]?.titles.append(UInt32(number)) }
    }
    var found = 0
    for number in 0..<1 << index.fileBits {
      var reader = BitReader(try index.grams(number))
      let entries = reader.number()
      let low = BitWriter.lowBits(of: entries, in: 1 << (32 - index.fileBits))
      var next: UInt32 = 0
      for _ in 0..<entries {
        let key = next + reader.rice(low)
        next = key &+ 1
        let texts = reader.set(of: count)
        let titles = reader.set(of: texts.count).map { texts[Int($0)] }
        let gram = index.fileBits == 0 ? key : UInt32(number) << UInt32(32 - index.fileBits) | key
        #expect(expected[gram]?.texts == texts && expected[gram]?.titles == titles)
        found += 1
      }
    }
    #expect(found == expected.count)
  }

  /// A text may be made so that the hashes of its grams all begin alike.
  @Test func gramsThatBeginAlike() throws {
    let letters = (0x4E00..<0x4E00 + 2_400).map { UInt32($0) }
    var text = ""
    for first in letters {
      for second in letters where Gram.pair(first, second) >> 22 == 5 {
        for scalar in [first, second, 0x1E] { text.unicodeScalars.append(try #require(Unicode.Scalar(scalar))) }
      }
    }
    let index = try Index([(title: "", text: text), (title: "", text: text)], order: [1, 0], collectors: 1)
    let entries = try (0..<1 << index.fileBits).reduce(0) { sum, number in
      var reader = BitReader(try index.grams(number))
      return sum + Int(reader.number())
    }
    #expect(entries == Self.grams(of: text).count && entries > 5_000)
  }

  /// Which worker took which text, and when, leaves no trace.
  @Test func sameTextsSameIndex() throws {
    let documents = (0..<100).map { (title: "第\($0)件", text: "第\($0)件的答复，内容\($0 * $0)") }
    let first = try Index(documents, order: Array(0..<100), collectors: 1)
    let second = try Index(documents, order: Array(0..<100).shuffled(), collectors: 3)
    #expect(first.folder == second.folder && first.files == second.files)
    let other = try Index(documents.dropLast() + [("第99件", "第99件的答复")], order: Array(0..<100), collectors: 1)
    #expect(other.folder != first.folder)
  }

  /// What a changed text does not concern stays where it is; where anything differs, the folder is another one.
  @Test func changedTextChangesFewFolders() throws {
    let letters = (0x4E00..<0x5E00).compactMap(Unicode.Scalar.init)
    let documents = (0..<800).map { number in
      var text = ""
      for place in 0..<600 { text.unicodeScalars.append(letters[(number * 7 + place * place * 13) % letters.count]) }
      return (title: "", text: text)
    }
    var edited = documents
    edited[400].text += "\u{1E}鱻鱻"
    let (before, after) = try (Index(documents, order: Array(0..<800)), Index(edited, order: Array(0..<800)))
    #expect(before.names.count == 128 + 2)
    for (path, bytes) in after.files where before.files[path] != nil { #expect(before.files[path] == bytes) }
    // The folder that lists all others, and those of a pair and a single character.
    #expect(after.names.subtracting(before.names).count == 3)
    #expect(after.lists == before.lists && after.folder != before.folder)
  }

  @Test func addressesAndFacets() throws {
    let builder = IndexBuilder(
      addresses: (0..<130).map { $0 < 129 ? "jianyi/sheng-14-2/\($0).html" : "shuoming.html" },
      facets: [
        DocumentFacet(code: "year", name: "年份", values: [.init(code: "2024", label: "2024 年<", documents: [0, 5])])
      ])
    let index = try Index(builder, workers: 1)
    func text(_ name: String) -> String? {
      index.files[index.lists + "/" + name].map { String(decoding: $0, as: UTF8.self) }
    }
    #expect(text("0.txt")?.split(separator: "\n").count == 32)
    #expect(text("4.txt") == "1 128.html\n0 shuoming.html\n")
    let description = String(decoding: try #require(index.files[index.folder + "/index.json"]), as: UTF8.self)
    #expect(description.contains(#"["2024", "2024 年\u003c"]"#))
    var reader = BitReader(try #require(index.files[index.lists + "/year.bin"]))
    #expect(reader.set(of: 130) == [0, 5])
  }

  /// What the store or the output does not take ends the work.
  @Test func failuresAreThrown() throws {
    struct Full: RunStore {
      func append(_ bytes: borrowing RawSpan) throws(Diagnostic) -> Int {
        throw Diagnostic(.error, "full", at: Place("a"), "")
      }
      func read(_ range: Range<Int>, of run: Int) throws(Diagnostic) -> [UInt8] { [] }
    }
    let builder = IndexBuilder(addresses: ["1.html"], facets: [], store: Full())
    try builder.makeCollector().add(0, title: [], text: Array("答复".utf8), number: "")
    #expect(throws: Diagnostic.self) { try builder.finish(workers: 1) { path, _ in path } }
    for faulty in try Index([(title: "", text: "答复")], order: [0]).files.keys {
      let builder = IndexBuilder(addresses: ["0.html"], facets: [])
      try builder.makeCollector().add(0, title: [], text: Array("答复".utf8), number: "")
      let error = #expect(throws: Diagnostic.self) {
        try builder.finish(workers: 2) { (path, _) throws(Diagnostic) in
          if path == faulty { throw Diagnostic(.error, "full", at: Place(path), "") }
        }
      }
      #expect(error?.place.file == faulty)
    }
  }

  private static func grams(of string: String) -> Set<UInt32> {
    var (text, found) = (SearchText(), Set<UInt32>())
    text.read(Array(string.utf8).span.bytes)
    text.forEachGram(common: .none, single: { found.insert(Gram.single($0)) }) { found.insert($0) }
    return found
  }
}
