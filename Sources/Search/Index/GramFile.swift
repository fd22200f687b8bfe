/// A file of the index: the documents of all grams whose hashes begin with the same bits.
///
/// A number says how many grams there are. Each is the gap from the one before in the other bits of the hash, the set of
/// its documents, and the set of those among them, by their place in it, that have it in the title.
struct GramFile {
  /// - Parameters:
  ///   - places: of the file's grams in the lists.
  ///   - keyBits: how many bits of a hash tell its grams apart.
  ///   - total: how many documents the index has.
  static func bytes(of lists: GramLists, _ places: Range<Int>, keyBits: Int, total: Int) -> [UInt8] {
    var writer = BitWriter()
    writer.write(number: UInt32(places.count))
    let low = BitWriter.lowBits(of: places.count, in: 1 << keyBits)
    let mask = keyBits == 32 ? UInt32.max : (1 << UInt32(keyBits)) - 1
    var next: UInt32 = 0
    var (documents, titles): ([UInt32], [UInt32]) = ([], [])
    for place in places {
      documents.removeAll(keepingCapacity: true)
      titles.removeAll(keepingCapacity: true)
      for (index, document) in lists[place].enumerated() where document & 1 == 1 { titles.append(UInt32(index)) }
      documents.append(contentsOf: lists[place].lazy.map { $0 >> 1 })
      let key = lists.grams[place] & mask
      writer.write(key &- next, low: low)
      next = key &+ 1
      writer.write(set: documents.span, of: total)
      writer.write(set: titles.span, of: documents.count)
    }
    return writer.finish()
  }
}
