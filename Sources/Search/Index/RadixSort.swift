/// What can be sorted by parts of a number.
protocol RadixSortable {
  var key: UInt64 { get }
}

extension UnsafeMutableBufferPointer where Element: RadixSortable {
  /// The digits that are written to at once: their ends must stay in a processor's first cache.
  private static var mostDigitBits: Int { 9 }

  /// So few are sorted before the places of all digits are counted.
  private static var fewElements: Int { 16 }

  /// Sorts by some bits of the key, and leaves equals in their order: least significant digit first.
  ///
  /// - Parameter spare: memory to sort in, as large as this.
  func sort(by bits: Range<Int>, using spare: UnsafeMutableBufferPointer) {
    if count <= Self.fewElements { return insert(by: bits) }
    let passes = (bits.count + Self.mostDigitBits - 1) / Self.mostDigitBits
    var (source, target) = (self, spare)
    withUnsafeTemporaryAllocation(of: UInt32.self, capacity: 1 << Self.mostDigitBits) { places in
      for turn in 0..<passes {
        let start = bits.lowerBound + bits.count * turn / passes
        source.pass(start..<bits.lowerBound + bits.count * (turn + 1) / passes, into: target, places)
        swap(&source, &target)
      }
    }
    if passes % 2 == 1 { _ = update(fromContentsOf: spare) }
  }

  /// Puts each where it belongs among those before it.
  private func insert(by bits: Range<Int>) {
    let mask = (1 << UInt64(bits.count) - 1 as UInt64) << UInt64(bits.lowerBound)
    for end in indices.dropFirst() {
      let element = self[end]
      var place = end
      while place > 0, self[place - 1].key & mask > element.key & mask {
        self[place] = self[place - 1]
        place -= 1
      }
      self[place] = element
    }
  }

  private func pass(
    _ bits: Range<Int>, into target: UnsafeMutableBufferPointer, _ places: UnsafeMutableBufferPointer<UInt32>
  ) {
    let shift = UInt64(bits.lowerBound)
    let mask = 1 << UInt64(bits.count) - 1 as UInt64
    places.update(repeating: 0)
    for element in self { places[Int(truncatingIfNeeded: element.key &>> shift & mask)] &+= 1 }
    var place: UInt32 = 0
    for digit in 0...Int(mask) {
      let count = places[digit]
      places[digit] = place
      place &+= count
    }
    for element in self {
      let digit = Int(truncatingIfNeeded: element.key &>> shift & mask)
      target[Int(places[digit])] = element
      places[digit] &+= 1
    }
  }
}
