/// A character that nobody sees or means in a text, and that HTML and XML 1.0 do not allow: C0 but for tab and line
/// ends, DEL, and C1.
///
/// Word leaves U+000B in cells and letters, where a line was broken by hand.
package struct ControlCharacter: Equatable {
  package let scalar: Unicode.Scalar

  package init?(_ scalar: Unicode.Scalar) {
    switch scalar {
    case "\t", "\n", "\r": return nil
    case "\0"..<" ", "\u{7F}"..<"\u{A0}": self.scalar = scalar
    default: return nil
    }
  }

  /// The first in UTF-8, and its offset.
  package static func first(in text: some Sequence<UInt8>) -> (character: Self, offset: Int)? {
    var previous: UInt8 = 0
    for (offset, byte) in text.enumerated() {
      if previous == 0xC2, byte < 0xA0, let character = Self(Unicode.Scalar(byte)) { return (character, offset - 1) }
      if byte < 0x80, let character = Self(Unicode.Scalar(byte)) { return (character, offset) }
      previous = byte
    }
    return nil
  }

  /// `U+000B`.
  package var name: String {
    let code = String(scalar.value, radix: 16, uppercase: true)
    return "U+" + String(repeating: "0", count: 4 - code.count) + code
  }

  /// What is wrong with a text that has it.
  package func diagnostic(_ rule: String, at place: Place, hint: String = "请删去这个字符，或重新输入这一行") -> Diagnostic {
    Diagnostic(
      .error, rule, at: place, "这里有一个看不见的控制字符（\(name)\(scalar == "\u{B}" ? "，Word 的手动换行" : "")）", hint: hint)
  }
}
