import Diagnostics
import Synchronization
import Workers

/// Makes an index of documents: first their addresses and facets are given, then their texts, in any order and by
/// several workers.
package final class IndexBuilder: Sendable {
  /// Fewer documents need no common pairs: what a pair leaves over is soon looked through.
  package static let fewDocuments = 4_096
  /// In how many documents common pairs are looked for.
  private static let sampleSize = 256
  /// So many addresses stand in a file: hits are seldom neighbours, and each costs a file.
  private static let blockSize = 32
  /// In bytes, what files of grams are to have at least, on average; at most twice as much.
  private static let fileSize = 3_072
  /// Files of grams share a folder with those whose hashes begin with the same so many bits. A folder's name is 20 bytes
  /// that every search asks for, and all of its files are renewed with one of them.
  private static let groupBits = 7

  /// The documents' addresses, in the order in which hits are shown.
  private let addresses: [String]
  private let facets: [DocumentFacet]
  private let store: any RunStore
  private let collectors = Mutex<[Collector]>([])
  private let common = Mutex(CommonPairs.none)

  /// - Parameter store: where postings wait for each other; the memory where there is none.
  package init(addresses: [String], facets: [DocumentFacet], store: (any RunStore)? = nil) {
    self.addresses = addresses
    self.facets = facets
    self.store = store ?? RunMemory()
  }

  /// Documents whose texts `learn` needs before any is collected; none where there are few documents.
  package var sample: [Int] {
    guard addresses.count >= Self.fewDocuments else { return [] }
    return Array(stride(from: 0, to: addresses.count, by: addresses.count / Self.sampleSize))
  }

  /// Finds out which pairs are common.
  package func learn(from texts: [[UInt8]]) {
    var counts: [UInt32: Int] = [:]
    var text = SearchText()
    var pairs = GramSet()
    for bytes in texts {
      text.read(bytes.span.bytes)
      pairs.removeAll()
      text.forEachGram(common: .none, single: { _ in }) { pairs.insert($0) }
      pairs.withGrams { for pair in $0 { counts[pair, default: 0] += 1 } }
    }
    let found = CommonPairs(counts, of: texts.count)
    common.withLock { $0 = found }
  }

  /// What one worker gathers with.
  package func makeCollector() -> Collector {
    let collector = Collector(common: common.withLock { $0 }, store: store)
    collectors.withLock { $0.append(collector) }
    return collector
  }

  /// Makes the files of all that was collected, and hands each to `put` with its path, from several workers.
  ///
  /// - Returns: the folder in which a script begins, and what `put` gave for each file, in an order that depends on the
  ///   files alone.
  /// - Throws: what `put` or the store of the runs throws.
  package func finish<Receipt: Sendable>(
    workers: Int, _ put: @Sendable (_ path: String, _ bytes: [UInt8]) throws(Diagnostic) -> Receipt
  ) throws(Diagnostic) -> (folder: String, receipts: [Receipt]) {
    var gathered: (runs: [RunSequence], count: Int) = ([], 0)
    for collector in collectors.withLock({ $0 }) {
      let own = try collector.takeRuns()
      gathered.runs += own.runs
      gathered.count += own.count
    }
    let (runs, count) = gathered
    // A posting takes about five bits, and eight in a small index, where most grams are in one document only.
    let size = count * (addresses.count < Self.fewDocuments ? 8 : 5) / 8
    let fileBits = max(0, Int.bitWidth - 1 - max(1, size / Self.fileSize).leadingZeroBitCount)
    @Sendable func publish(_ folder: IndexFolder) throws(Diagnostic) -> [Receipt] {
      var receipts: [Receipt] = []
      for file in folder.files { receipts.append(try put(folder.name + "/" + file.name, file.bytes)) }
      return receipts
    }
    let groups = 1 << min(fileBits, Self.groupBits)
    // A folder for each group of grams, and one for the addresses and facets.
    let published = parallelMap(
      (0..<groups).map(Optional.some) + [nil], workers: workers, state: { Ordering() }
    ) { group, ordering in
      Result { () throws(Diagnostic) in
        let folder =
          if let group {
            IndexFolder(try gramFiles(of: runs, group: group, of: groups, fileBits: fileBits, &ordering))
          } else {
            IndexFolder(addressFiles + facetFiles)
          }
        return (name: folder.name, receipts: try publish(folder))
      }
    }
    var (names, receipts): ([String], [Receipt]) = ([], [])
    for group in published {
      let folder = try group.get()
      names.append(folder.name)
      receipts += folder.receipts
    }
    let lists = names.removeLast()
    let first = IndexFolder([description(fileBits: fileBits, grams: names, lists: lists), commonFile])
    receipts += try publish(first)
    return (first.name, receipts)
  }

  /// What one worker puts postings in order with.
  private struct Ordering {
    var postings: [Posting] = []
    var lists = GramLists()
  }

  /// The files that share a folder.
  private func gramFiles(
    of runs: [RunSequence], group: Int, of groups: Int, fileBits: Int, _ ordering: inout Ordering
  ) throws(Diagnostic) -> [IndexFolder.File] {
    let partBits = min(fileBits, Run.partBits)
    let (parts, runParts) = (1 << partBits, 1 << (Run.partBits - partBits))
    var files: [IndexFolder.File] = []
    for part in group * parts / groups..<(group + 1) * parts / groups {
      ordering.lists.removeAll()
      for runPart in part * runParts..<(part + 1) * runParts {
        ordering.postings.removeAll(keepingCapacity: true)
        var merge = try RunMerge(runs, part: runPart)
        try merge.read(into: &ordering.postings)
        ordering.lists.append(ordering.postings)
      }
      files += self.files(of: ordering.lists, part: part, of: parts, fileBits: fileBits)
    }
    return files
  }

  /// The files of one part, a file for each value of the hash's first `fileBits` bits.
  private func files(of lists: GramLists, part: Int, of parts: Int, fileBits: Int) -> [IndexFolder.File] {
    let count = (1 << fileBits) / parts
    var place = 0
    return (part * count..<(part + 1) * count).map { number in
      let start = place
      while place < lists.grams.count, Int(UInt64(lists.grams[place]) >> UInt64(32 - fileBits)) == number { place += 1 }
      return IndexFolder.File(
        name: String(number, radix: 16) + ".bin",
        bytes: GramFile.bytes(of: lists, start..<place, keyBits: 32 - fileBits, total: addresses.count))
    }
  }

  private var commonFile: IndexFolder.File {
    var writer = BitWriter()
    let values = common.withLock { $0.values }
    writer.write(set: values.span, of: 1 << CommonPairs.bits)
    return IndexFolder.File(name: "common.bin", bytes: writer.finish())
  }

  private var facetFiles: [IndexFolder.File] {
    facets.map { facet in
      var writer = BitWriter()
      for value in facet.values { writer.write(set: value.documents.span, of: addresses.count) }
      return IndexFolder.File(name: "\(facet.code).bin", bytes: writer.finish())
    }
  }
}

/// Where documents are.
extension IndexBuilder {
  /// The folders of the addresses, with a slash at their ends.
  private var folders: [String] { Set(addresses.map { Self.split($0).folder }).sorted() }

  private static func split(_ address: String) -> (folder: String, name: String) {
    guard let slash = address.lastIndex(of: "/") else { return ("", address) }
    return (String(address[...slash]), String(address[address.index(after: slash)...]))
  }

  /// Each address as a line: the position of its folder, a blank, its name.
  private var addressFiles: [IndexFolder.File] {
    let positions = Dictionary(uniqueKeysWithValues: folders.enumerated().map { ($1, $0) })
    return stride(from: 0, to: addresses.count, by: Self.blockSize).map { start in
      let lines = addresses[start..<min(start + Self.blockSize, addresses.count)].map { address in
        let (folder, name) = Self.split(address)
        return "\(positions[folder] ?? 0) \(name)\n"
      }
      return IndexFolder.File(name: "\(start / Self.blockSize).txt", bytes: Array(lines.joined().utf8))
    }
  }

  /// What a script needs to know first.
  private func description(fileBits: Int, grams: [String], lists: String) -> IndexFolder.File {
    let facets = facets.map { facet in
      JSONValue.object([
        ("code", .text(facet.code)), ("name", .text(facet.name)),
        ("values", .list(facet.values.map { .list([.text($0.code), .text($0.label)]) })),
      ])
    }
    var bytes: [UInt8] = []
    JSONText.write(
      [
        ("documents", .number(addresses.count)), ("fileBits", .number(fileBits)), ("block", .number(Self.blockSize)),
        ("grams", .list(grams.map { .text($0) })), ("lists", .text(lists)),
        ("folders", .list(folders.map { .text($0) })), ("facets", .list(facets)),
      ], into: &bytes)
    return IndexFolder.File(name: "index.json", bytes: bytes + [UInt8(ascii: "\n")])
  }
}
