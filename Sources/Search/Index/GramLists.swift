/// Grams in ascending order, each with its documents in ascending order.
struct GramLists {
  private(set) var grams: [UInt32] = []
  /// Where each gram's documents end.
  private var ends: [Int] = []
  /// Gram after gram, as postings have them.
  private var documents: [UInt32] = []

  // What postings are grouped with, kept from call to call.

  /// Open addressing: a gram in the upper half, its number plus 1 in the lower; 0 is free.
  private var slots = [UInt64](repeating: 0, count: 1 << 12)
  /// By number, in the order in which grams came: the gram, and how many postings have it.
  private var found: [UInt32] = []
  private var counts: [Int] = []
  /// The number of each posting's gram, and room for more.
  private var numbers: [UInt32] = []

  /// The documents of the gram at this place, as postings have them.
  subscript(place: Int) -> ArraySlice<UInt32> { documents[(place == 0 ? 0 : ends[place - 1])..<ends[place]] }

  mutating func removeAll() {
    grams.removeAll(keepingCapacity: true)
    ends.removeAll(keepingCapacity: true)
    documents.removeAll(keepingCapacity: true)
  }

  /// Takes postings whose documents stand in ascending order, and whose grams all follow those that are there.
  ///
  /// Grams are far fewer than postings: so they alone are sorted.
  mutating func append(_ postings: [Posting]) {
    number(postings)
    var places = counts
    var place = documents.count
    for number in found.indices.sorted(by: { found[$0] < found[$1] }) {
      grams.append(found[number])
      places[number] = place
      place += counts[number]
      ends.append(place)
    }
    documents.append(contentsOf: repeatElement(0, count: postings.count))
    documents.withUnsafeMutableBufferPointer { documents in
      places.withUnsafeMutableBufferPointer { places in
        for (number, posting) in zip(numbers, postings) {
          documents[places[Int(number)]] = posting.document
          places[Int(number)] += 1
        }
      }
    }
  }

  /// Gives each posting's gram a number.
  private mutating func number(_ postings: [Posting]) {
    slots.withUnsafeMutableBufferPointer { $0.update(repeating: 0) }
    found.removeAll(keepingCapacity: true)
    counts.removeAll(keepingCapacity: true)
    if numbers.count < postings.count { numbers = [UInt32](repeating: 0, count: postings.count) }
    var index = 0
    while index < postings.count {
      if found.count * 2 >= slots.count { grow() }
      index = number(postings, from: index)
    }
  }

  /// Goes on until the slots are half full, and gives where.
  private mutating func number(_ postings: [Posting], from start: Int) -> Int {
    let mask = slots.count - 1
    var index = start
    slots.withUnsafeMutableBufferPointer { slots in
      numbers.withUnsafeMutableBufferPointer { numbers in
        while index < postings.count {
          let gram = postings[index].gram
          var slot = Int(gram) & mask
          while slots[slot] != 0, UInt32(slots[slot] >> 32) != gram { slot = (slot + 1) & mask }
          if slots[slot] == 0 {
            if found.count * 2 == slots.count { return }
            found.append(gram)
            counts.append(0)
            slots[slot] = UInt64(gram) << 32 | UInt64(found.count)
          }
          let number = Int(UInt32(truncatingIfNeeded: slots[slot])) - 1
          numbers[index] = UInt32(number)
          counts[number] += 1
          index += 1
        }
      }
    }
    return index
  }

  private mutating func grow() {
    slots = [UInt64](repeating: 0, count: slots.count * 2)
    let mask = slots.count - 1
    for (number, gram) in found.enumerated() {
      var slot = Int(gram) & mask
      while slots[slot] != 0 { slot = (slot + 1) & mask }
      slots[slot] = UInt64(gram) << 32 | UInt64(number + 1)
    }
  }
}
