import Diagnostics
import Synchronization
import Workers

/// Makes an index of documents: what each is comes first, then the texts in any order from several workers.
package final class IndexBuilder: Sendable {
  /// Fewer documents need no common pairs: what a pair leaves over is soon looked through.
  package static let fewDocuments = 4_096
  /// In how many documents common pairs are looked for.
  private static let sampleSize = 256
  /// So many addresses stand in a file: hits are seldom neighbours, and each costs a file.
  private static let blockSize = 32
  /// In bytes, what files of grams are to have at least, on average; at most twice as much.
  private static let fileSize = 3_072

  /// The documents' addresses, in the order in which hits are shown.
  private let addresses: [String]
  private let facets: [Facet]
  private let collectors = Mutex<[Collector]>([])
  private let common = Mutex(CommonPairs.none)

  package init(addresses: [String], facets: [Facet]) {
    self.addresses = addresses
    self.facets = facets
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
      for index in 0..<pairs.count { counts[pairs[index], default: 0] += 1 }
    }
    let found = CommonPairs(counts, of: texts.count)
    common.withLock { $0 = found }
  }

  /// What one worker gathers with.
  package func makeCollector() -> Collector {
    let collector = Collector(common: common.withLock { $0 })
    collectors.withLock { $0.append(collector) }
    return collector
  }

  /// Makes the files of all that was collected.
  package func finish(workers: Int) -> SearchIndex {
    let gathered = collectors.withLock { $0 }.map { $0.takeRuns() }
    let runs = gathered.flatMap(\.runs)
    // A posting takes about five bits, and eight in a small index, where most grams are in one document only.
    let bits = addresses.count < Self.fewDocuments ? 8 : 5
    let size = gathered.reduce(0) { $0 + $1.count } * bits / 8
    let fileBits = max(0, Int.bitWidth - 1 - max(1, size / Self.fileSize).leadingZeroBitCount)
    let files = gramFiles(runs, fileBits: fileBits, workers: workers)
    return SearchIndex(files: [description(fileBits: fileBits), commonFile] + addressFiles + facetFiles + files)
  }

  private func gramFiles(_ runs: [Run], fileBits: Int, workers: Int) -> [SearchIndex.File] {
    let parts = Array(0..<(1 << min(fileBits, Run.partBits)))
    let runParts = (1 << Run.partBits) / parts.count
    return parallelMap(parts, workers: workers, state: { ([Posting](), [Posting]()) }) { part, memory in
      memory.0.removeAll(keepingCapacity: true)
      for runPart in part * runParts..<(part + 1) * runParts {
        for run in runs { run.read(part: runPart, into: &memory.0) }
      }
      memory.0.sort(by: Posting.documentBits(of: addresses.count), using: &memory.1)
      memory.0.sort(by: Posting.gramBits.lowerBound..<64 - min(fileBits, Run.partBits), using: &memory.1)
      return files(of: memory.0, part: part, of: parts.count, fileBits: fileBits)
    }.flatMap(\.self)
  }

  /// The files of one part, a file for each value of the hash's first `fileBits` bits.
  private func files(of postings: [Posting], part: Int, of parts: Int, fileBits: Int) -> [SearchIndex.File] {
    let count = (1 << fileBits) / parts
    var index = 0
    return (part * count..<(part + 1) * count).map { number in
      let start = index
      while index < postings.count, Int(UInt64(postings[index].gram) >> UInt64(32 - fileBits)) == number { index += 1 }
      return SearchIndex.File(
        path: Self.name("g", number),
        bytes: GramFile.bytes(of: postings[start..<index], keyBits: 32 - fileBits, total: addresses.count))
    }
  }

  /// `g/0f3.bin`: no folder has more than 256 files for the first two digits.
  private static func name(_ folder: String, _ number: Int) -> String {
    let digits = String(number, radix: 16)
    return digits.count < 3
      ? "\(folder)/\(digits).bin" : "\(folder)/\(digits.dropLast(2))/\(digits.suffix(2)).bin"
  }

  private var commonFile: SearchIndex.File {
    var writer = BitWriter()
    let values = common.withLock { $0.values }
    writer.write(set: values.span, of: 1 << CommonPairs.bits)
    return SearchIndex.File(path: "common.bin", bytes: writer.finish())
  }

  private var facetFiles: [SearchIndex.File] {
    facets.map { facet in
      var writer = BitWriter()
      for value in facet.values { writer.write(set: value.documents.span, of: addresses.count) }
      return SearchIndex.File(path: "\(facet.code).bin", bytes: writer.finish())
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
  private var addressFiles: [SearchIndex.File] {
    let positions = Dictionary(uniqueKeysWithValues: folders.enumerated().map { ($1, $0) })
    return stride(from: 0, to: addresses.count, by: Self.blockSize).map { start in
      let lines = addresses[start..<min(start + Self.blockSize, addresses.count)].map { address in
        let (folder, name) = Self.split(address)
        return "\(positions[folder] ?? 0) \(name)\n"
      }
      return SearchIndex.File(path: "a/\(start / Self.blockSize).txt", bytes: Array(lines.joined().utf8))
    }
  }

  /// What a script needs to know first.
  private func description(fileBits: Int) -> SearchIndex.File {
    let facets = facets.map { facet in
      JSONMember.object([
        ("code", .text(facet.code)), ("name", .text(facet.name)),
        ("values", .list(facet.values.map { .list([.text($0.code), .text($0.label)]) })),
      ])
    }
    var bytes: [UInt8] = []
    JSONText.write(
      [
        ("documents", .number(addresses.count)), ("fileBits", .number(fileBits)), ("block", .number(Self.blockSize)),
        ("folders", .list(folders.map { .text($0) })), ("facets", .list(facets)),
      ], into: &bytes)
    return SearchIndex.File(path: "index.json", bytes: bytes + [UInt8(ascii: "\n")])
  }
}
