/// The different grams of one document, in the order in which they came.
struct GramSet: ~Copyable {
  /// Open addressing; a slot holds the round in its upper half and a gram in its lower one, so that nothing needs to be
  /// cleared between documents.
  private var slots: UnsafeMutableBufferPointer<UInt64>
  private var list: UnsafeMutableBufferPointer<UInt32>
  /// The last round in which each symbol of the basic plane came: most of a text's symbols came before.
  private let symbols: UnsafeMutableBufferPointer<UInt32>
  private(set) var count = 0
  private var round: UInt64 = 1

  init() {
    slots = .allocate(capacity: 1 << 13)
    slots.initialize(repeating: 0)
    list = .allocate(capacity: slots.count / 2)
    symbols = .allocate(capacity: 0x10000)
    symbols.initialize(repeating: 0)
  }

  deinit {
    symbols.deallocate()
    slots.deallocate()
    list.deallocate()
  }

  subscript(index: Int) -> UInt32 { list[index] }

  mutating func removeAll() {
    count = 0
    round += 1
  }

  /// Inserts the gram of one symbol.
  @inline(__always)
  mutating func insert(symbol: UInt32) {
    if symbol < symbols.count {
      let now = UInt32(truncatingIfNeeded: round)
      if symbols[Int(symbol)] == now { return }
      symbols[Int(symbol)] = now
    }
    insert(Gram.single(symbol))
  }

  @inline(__always)
  mutating func insert(_ gram: UInt32) {
    let entry = round << 32 | UInt64(gram)
    let mask = slots.count - 1
    var slot = Int(gram) & mask
    while slots[slot] >> 32 == round {
      if slots[slot] == entry { return }
      slot = (slot + 1) & mask
    }
    slots[slot] = entry
    list[count] = gram
    count += 1
    if count == list.count { grow() }
  }

  private mutating func grow() {
    let known = list
    let total = count
    slots.deallocate()
    slots = .allocate(capacity: known.count * 4)
    slots.initialize(repeating: 0)
    list = .allocate(capacity: slots.count / 2)
    count = 0
    for index in 0..<total { insert(known[index]) }
    known.deallocate()
  }
}
