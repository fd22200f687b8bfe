/// A file of the index: the documents of all grams whose hashes begin with the same bits.
///
/// A number says how many grams there are. Each is the gap from the one before in the other bits of the hash, the set of
/// its documents, and the set of those among them, by their place in it, that have it in the title.
struct GramFile {
  /// - Parameters:
  ///   - postings: all of the file's, sorted by key.
  ///   - keyBits: how many bits of a hash tell its grams apart.
  ///   - total: how many documents the index has.
  static func bytes(of postings: ArraySlice<Posting>, keyBits: Int, total: Int) -> [UInt8] {
    var writer = BitWriter()
    var count = 0
    var previous: UInt32?
    for posting in postings where posting.gram != previous {
      previous = posting.gram
      count += 1
    }
    writer.write(number: UInt32(count))
    let low = BitWriter.lowBits(of: count, in: 1 << keyBits)
    let mask = keyBits == 32 ? UInt32.max : (1 << UInt32(keyBits)) - 1
    var next: UInt32 = 0
    var (documents, titles): ([UInt32], [UInt32]) = ([], [])
    var index = postings.startIndex
    while index < postings.endIndex {
      let gram = postings[index].gram
      documents.removeAll(keepingCapacity: true)
      titles.removeAll(keepingCapacity: true)
      while index < postings.endIndex, postings[index].gram == gram {
        if postings[index].isInTitle { titles.append(UInt32(documents.count)) }
        documents.append(postings[index].document)
        index += 1
      }
      writer.write((gram & mask) &- next, low: low)
      next = (gram & mask) &+ 1
      writer.write(set: documents.span, of: total)
      writer.write(set: titles.span, of: documents.count)
    }
    return writer.finish()
  }
}
