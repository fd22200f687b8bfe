/// The pairs of symbols that many texts have, by the upper bits of their hashes: what one side holds to be common the
/// other must too, so a pair that only shares those bits with a common one is common.
package struct CommonPairs: Sendable {
  static let bits = 24

  /// How many of the texts have a common pair: one of twenty.
  private static let share = 20

  /// Open addressing over a power of two; 0 is free, so a value is stored plus 1.
  private let slots: [UInt32]
  private let mask: Int
  /// In ascending order.
  let values: [UInt32]

  package static let none = CommonPairs([])

  /// - Parameter counts: in how many of so many sampled texts a pair stands.
  init(_ counts: [UInt32: Int], of total: Int) {
    self.init(counts.filter { $0.value * Self.share >= total }.map { $0.key >> (32 - UInt32(Self.bits)) })
  }

  private init(_ found: [UInt32]) {
    values = Set(found).sorted()
    var size = 16
    while size < values.count * 4 { size *= 2 }
    mask = size - 1
    var slots = [UInt32](repeating: 0, count: size)
    for value in values {
      var slot = Int(value) & (size - 1)
      while slots[slot] != 0 { slot = (slot + 1) & (size - 1) }
      slots[slot] = value + 1
    }
    self.slots = slots
  }

  @inline(__always)
  func contains(_ hash: UInt32) -> Bool {
    let value = hash >> (32 - UInt32(Self.bits))
    var slot = Int(value) & mask
    while slots[slot] != 0 {
      if slots[slot] == value + 1 { return true }
      slot = (slot + 1) & mask
    }
    return false
  }
}
