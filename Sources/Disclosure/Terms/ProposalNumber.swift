/// 编号 as a key: `第1772号`, ` 1772 ` and `１７７２` are one number; leading zeros stay.
package enum ProposalNumber {
  /// The normalised number, or `nil` when it holds anything but ASCII letters, digits and inner hyphens, since it
  /// becomes part of an address.
  package static func normalise(_ text: String) -> String? {
    var number = text
    // Most numbers are digits already.
    if !text.utf8.allSatisfy(isLetterOrDigit) {
      number = text.halfWidth.filter { !$0.isWhitespace && $0 != "第" && $0 != "号" }
    }
    for suffix in ["建议", "提案", "重点"] where number.hasSuffix(suffix) { number.removeLast(suffix.count) }
    guard !number.isEmpty, number.utf8.count <= 40, !number.hasPrefix("-"), !number.hasSuffix("-"),
      number.utf8.allSatisfy({ $0 == 0x2D || isLetterOrDigit($0) })
    else { return nil }
    return number
  }

  /// So that 9 stands before 10, 12-2 before 12-10 and letters do not matter: by the numbers in it, then by the text.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    // Mostly they are digits, and as many.
    if left.utf8.count == right.utf8.count, left.utf8.allSatisfy(isDigit), right.utf8.allSatisfy(isDigit) {
      return left < right
    }
    var (leftRest, rightRest) = (left.utf8[...], right.utf8[...])
    while true {
      switch (nextNumber(in: &leftRest), nextNumber(in: &rightRest)) {
      case (let left?, let right?):
        if left.elementsEqual(right) { continue }
        return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
      case (nil, nil): return left < right
      case (let left, _): return left == nil
      }
    }
  }

  /// Without leading zeros, so that longer is greater.
  private static func nextNumber(in rest: inout Substring.UTF8View) -> Substring.UTF8View? {
    rest = rest.drop { !isDigit($0) }
    guard !rest.isEmpty else { return nil }
    let digits = rest.prefix(while: isDigit)
    rest = rest[digits.endIndex...]
    return digits.drop { $0 == 0x30 }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}
