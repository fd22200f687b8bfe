/// 编号 as a key: `第1772号`, ` 1772 ` and `１７７２` are one number; leading zeros stay.
package enum ProposalNumber {
  /// The normalised number, or `nil` when it holds anything but ASCII letters, digits and inner hyphens, since it
  /// becomes part of an address.
  package static func normalise(_ text: String) -> String? {
    var number = ""
    for scalar in text.unicodeScalars {
      switch scalar {
      case "第", "号", " ", "\t", "\u{3000}", "\u{A0}", "\n", "\r": continue
      case "０"..."９", "Ａ"..."Ｚ", "ａ"..."ｚ", "－":
        guard let half = Unicode.Scalar(scalar.value - 0xFEE0) else { return nil }
        number.unicodeScalars.append(half)
      default: number.unicodeScalars.append(scalar)
      }
    }
    for suffix in ["建议", "提案", "重点建议", "重点提案"] where number.hasSuffix(suffix) {
      number.removeLast(suffix.count)
    }
    guard !number.isEmpty, number.utf8.count <= 40, !number.hasPrefix("-"), !number.hasSuffix("-"),
      number.utf8.allSatisfy({ $0 == 0x2D || isLetterOrDigit($0) })
    else { return nil }
    return number
  }

  /// So that 9 stands before 10 and letters do not matter: the digits' value, then the text.
  package static func precedes(_ left: String, _ right: String) -> Bool {
    let values = (Int(left.filter(\.isNumber)) ?? 0, Int(right.filter(\.isNumber)) ?? 0)
    return values.0 == values.1 ? left < right : values.0 < values.1
  }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool {
    (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte) || (0x61...0x7A).contains(byte)
  }
}
