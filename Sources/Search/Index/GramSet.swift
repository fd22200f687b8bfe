/// The different grams of one document, in the order in which they came.
struct GramSet: ~Copyable {
  /// A table with open addressing, in which 0 is a free slot. It begins small enough for a processor's first cache.
  private var slots: UnsafeMutableBufferPointer<UInt32>
  private var list: UnsafeMutableBufferPointer<UInt32>
  /// Whether gram 0, which looks like a free slot, is in the set.
  private var hasZero = false
  /// The last round in which each symbol of the basic plane came: most of a text's symbols came before.
  private let symbols: UnsafeMutableBufferPointer<UInt32>
  private var round: UInt32 = 1
  private(set) var count = 0

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

  /// Gives `body` the grams in the order in which they came.
  func withGrams<Result>(_ body: (UnsafeBufferPointer<UInt32>) -> Result) -> Result {
    body(UnsafeBufferPointer(rebasing: list[..<count]))
  }

  mutating func removeAll() {
    slots.update(repeating: 0)
    hasZero = false
    count = 0
    round += 1
  }

  /// Inserts the gram of one symbol.
  @inline(__always)
  mutating func insert(symbol: UInt32) {
    if symbol < symbols.count {
      if symbols[Int(symbol)] == round { return }
      symbols[Int(symbol)] = round
    }
    insert(Gram.single(symbol))
  }

  @inline(__always)
  mutating func insert(_ gram: UInt32) {
    let mask = slots.count - 1
    var slot = Int(gram) & mask
    while slots[slot] != 0 {
      if slots[slot] == gram { return }
      slot = (slot + 1) & mask
    }
    if gram == 0 {
      if hasZero { return }
      hasZero = true
    }
    slots[slot] = gram
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
    hasZero = false
    for index in 0..<total { insert(known[index]) }
    known.deallocate()
  }
}
