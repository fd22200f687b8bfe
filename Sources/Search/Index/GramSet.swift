/// The different grams of one document, in the order in which they came.
struct GramSet {
  private(set) var grams: [UInt32] = []
  /// Open addressing; a slot holds the round in its upper half and a gram in its lower one, so that nothing needs to be
  /// cleared between documents.
  private var slots = [UInt64](repeating: 0, count: 1 << 13)
  private var round: UInt64 = 1

  mutating func removeAll() {
    grams.removeAll(keepingCapacity: true)
    round += 1
  }

  @inline(__always)
  mutating func insert(_ gram: UInt32) {
    let entry = round << 32 | UInt64(gram)
    let isNew = slots.withUnsafeMutableBufferPointer { slots in
      let mask = slots.count - 1
      var slot = Int(gram) & mask
      while slots[slot] >> 32 == round {
        if slots[slot] == entry { return false }
        slot = (slot + 1) & mask
      }
      slots[slot] = entry
      return true
    }
    guard isNew else { return }
    grams.append(gram)
    if grams.count * 2 > slots.count { grow() }
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let known = grams
    grams.removeAll(keepingCapacity: true)
    for gram in known { insert(gram) }
  }
}
