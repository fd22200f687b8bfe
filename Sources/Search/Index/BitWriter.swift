/// Bits in a row, the most significant of each byte first, and the codes that the index's files are made of.
struct BitWriter {
  /// Full ones, from the left.
  private var words: [UInt32] = []
  /// Fewer than 32 bits that do not fill a word yet, in the lowest places.
  private var pending: UInt64 = 0
  private var pendingCount = 0

  /// The lowest `count` bits of a value, at most 32.
  @inline(__always)
  mutating func write(_ value: UInt32, count: Int) {
    pending = pending &<< UInt64(count) | UInt64(value) & (1 &<< UInt64(count) &- 1)
    pendingCount &+= count
    if pendingCount >= 32 {
      pendingCount &-= 32
      words.append(UInt32(truncatingIfNeeded: pending &>> UInt64(pendingCount)))
    }
  }

  /// A number of any size, small ones shortest (Elias gamma).
  mutating func write(number: UInt32) {
    let value = number + 1
    let length = 32 - value.leadingZeroBitCount
    write(0, count: length - 1)
    write(value, count: length)
  }

  /// A Golomb-Rice code: the value's upper part as so many ones and a zero, then its lowest `low` bits.
  @inline(__always)
  mutating func write(_ value: UInt32, low: Int) {
    var upper = value &>> UInt32(low)
    while upper >= 16 {
      write(0xFFFF, count: 16)
      upper &-= 16
    }
    write((1 &<< (upper &+ 1)) &- 2, count: Int(upper) &+ 1)
    write(value, count: low)
  }

  /// How many low bits suit the gaps between `count` numbers of `total`.
  static func lowBits(of count: Int, in total: Int) -> Int {
    guard count > 0 else { return 0 }
    // ln 2 times the mean gap.
    let mean = (total - count) * 45_426 / (count * 65_536)
    return mean > 0 ? Int.bitWidth - 1 - mean.leadingZeroBitCount : 0
  }

  /// A set of numbers below `total`, in ascending order; where it has more than half, those that are not in it.
  mutating func write(set: borrowing Span<UInt32>, of total: Int) {
    write(number: UInt32(set.count))
    if set.count * 2 <= total {
      let low = Self.lowBits(of: set.count, in: total)
      var next: UInt32 = 0
      for index in set.indices {
        write(set[index] - next, low: low)
        next = set[index] + 1
      }
    } else {
      let low = Self.lowBits(of: total - set.count, in: total)
      var (next, expected): (UInt32, UInt32) = (0, 0)
      for index in set.indices {
        while expected < set[index] {
          write(expected - next, low: low)
          next = expected + 1
          expected += 1
        }
        expected = set[index] + 1
      }
      while expected < total {
        write(expected - next, low: low)
        next = expected + 1
        expected += 1
      }
    }
  }

  /// Fills the last byte up with zeros and gives all bytes.
  consuming func finish() -> [UInt8] {
    let rest = (pendingCount + 7) / 8
    write(0, count: (32 - pendingCount) % 32)
    let count = words.count * 4 - (rest == 0 ? 0 : 4 - rest)
    return [UInt8](unsafeUninitializedCapacity: count) { bytes, written in
      for index in 0..<count {
        bytes[index] = UInt8(truncatingIfNeeded: words[index / 4] >> UInt32(24 - index % 4 * 8))
      }
      written = count
    }
  }
}
