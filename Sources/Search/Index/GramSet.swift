/// The different grams of one document, in the order in which they came.
struct GramSet: ~Copyable {
  /// Open addressing; 0 is free. As small as that the table stays in a processor's first cache.
  private var slots: UnsafeMutableBufferPointer<UInt32>
  private var list: UnsafeMutableBufferPointer<UInt32>
  /// Whether the gram is there that a free slot looks like.
  private var hasZero = false
  /// The last round in which each symbol of the basic plane came: most of a text's symbols came before.
  private let symbols: UnsafeMutableBufferPointer<UInt8>
  private var round: UInt8 = 1
  private(set) var count = 0
  /// Memory for all grams of a text, kept from text to text.
  private var repeated: UnsafeMutableBufferPointer<UInt32>

  init() {
    slots = .allocate(capacity: 1 << 13)
    slots.initialize(repeating: 0)
    list = .allocate(capacity: slots.count / 2)
    symbols = .allocate(capacity: 0x10000)
    symbols.initialize(repeating: 0)
    repeated = .allocate(capacity: 1 << 13)
  }

  deinit {
    repeated.deallocate()
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
    if round == .max {
      symbols.update(repeating: 0)
      round = 0
    }
    round += 1
  }

  /// Inserts all grams of a text: first all are written down, then those are taken that differ, as a processor does two
  /// small loops faster than one that has more to remember than it has registers.
  mutating func insertGrams(of text: SearchText, common: CommonPairs) {
    if repeated.count < text.mostGrams {
      repeated.deallocate()
      repeated = .allocate(capacity: text.mostGrams)
    }
    let (repeated, symbols, round) = (repeated, symbols, round)
    var end = 0
    text.forEachGram(common: common) { symbol in
      if symbol < symbols.count {
        if symbols[Int(symbol)] == round { return }
        symbols[Int(symbol)] = round
      }
      repeated[end] = Gram.single(symbol)
      end &+= 1
    } _: { gram in
      repeated[end] = gram
      end &+= 1
    }
    insert(UnsafeBufferPointer(rebasing: repeated[..<end]))
  }

  mutating func insert(_ gram: UInt32) {
    withUnsafePointer(to: gram) { insert(UnsafeBufferPointer(start: $0, count: 1)) }
  }

  private mutating func insert(_ grams: UnsafeBufferPointer<UInt32>) {
    var index = 0
    while index < grams.count {
      if count == list.count { grow() }
      index = insert(grams, from: index)
    }
  }

  /// Inserts grams until the list is full, and gives how far it came.
  private mutating func insert(_ grams: UnsafeBufferPointer<UInt32>, from start: Int) -> Int {
    let (slots, list) = (slots, list)
    let mask = slots.count &- 1
    var end = count
    var index = start
    while index < grams.count, end < list.count {
      let gram = grams[index]
      index &+= 1
      var slot = Int(gram) & mask
      while slots[slot] != gram, slots[slot] != 0 { slot = (slot &+ 1) & mask }
      if slots[slot] == gram {
        if gram != 0 || hasZero { continue }
        hasZero = true
      }
      slots[slot] = gram
      list[end] = gram
      end &+= 1
    }
    count = end
    return index
  }

  private mutating func grow() {
    let known = list
    slots.deallocate()
    slots = .allocate(capacity: known.count * 4)
    slots.initialize(repeating: 0)
    list = .allocate(capacity: slots.count / 2)
    count = 0
    hasZero = false
    insert(UnsafeBufferPointer(known))
    known.deallocate()
  }
}
