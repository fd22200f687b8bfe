/// What can be sorted by parts of a number.
protocol RadixSortable {
  var key: UInt64 { get }
}

extension UnsafeMutableBufferPointer where Element: RadixSortable {
  /// The digits that are written to at once: their ends must stay in a processor's first cache.
  private static var mostDigitBits: Int { 9 }

  /// Sorts by some bits of the key, and leaves equals in their order: least significant digit first.
  ///
  /// - Parameter spare: memory to sort in, as large as this.
  func sort(by bits: Range<Int>, using spare: UnsafeMutableBufferPointer) {
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
