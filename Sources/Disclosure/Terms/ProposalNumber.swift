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
    for (leftNumber, rightNumber) in zip(numbers(in: left), numbers(in: right)) where leftNumber != rightNumber {
      return (leftNumber.count, leftNumber) < (rightNumber.count, rightNumber)
    }
    let counts = (numbers(in: left).count, numbers(in: right).count)
    return counts.0 == counts.1 ? left < right : counts.0 < counts.1
  }

  /// Without leading zeros, so that longer is greater.
  private static func numbers(in text: String) -> [String] {
    text.split { !$0.isNumber }.map { String($0.drop { $0 == "0" }) }
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
