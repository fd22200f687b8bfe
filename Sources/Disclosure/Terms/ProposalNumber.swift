/// 编号 as a key: `第1772号`, ` 1772 ` and `１７７２` are one number; leading zeros stay.
package enum ProposalNumber {
  /// The normalised number, or `nil` when it holds anything but ASCII letters, digits and inner hyphens, since it
  /// becomes part of an address.
  package static func normalise(_ text: String) -> String? {
    var number = text.halfWidth.filter { !$0.isWhitespace && $0 != "第" && $0 != "号" }
    for suffix in ["建议", "提案", "重点"] where number.hasSuffix(suffix) { number.removeLast(suffix.count) }
    guard !number.isEmpty, number.utf8.count <= 40, !number.hasPrefix("-"), !number.hasSuffix("-"),
      number.utf8.allSatisfy({ $0 == 0x2D || isLetterOrDigit($0) })
    else { return nil }
    return number
  }

  /// So that 9 stands before 10, 12-2 before 12-10 and letters do not matter: by the numbers in it, then by the text.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let numbers = (numbers(in: left), numbers(in: right))
    for (left, right) in zip(numbers.0, numbers.1) where !left.elementsEqual(right) {
      return left.count == right.count ? left.lexicographicallyPrecedes(right) : left.count < right.count
    }
    return numbers.0.count == numbers.1.count ? left < right : numbers.0.count < numbers.1.count
  }

  /// Without leading zeros, so that longer is greater.
  private static func numbers(in text: String) -> [Substring.UTF8View] {
    text.utf8.split { !isDigit($0) }.map { $0.drop { $0 == 0x30 } }
  }

  private static func isDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    isDigit(byte) || 0x41...0x5A ~= byte || 0x61...0x7A ~= byte
  }
}
