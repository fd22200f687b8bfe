import Diagnostics
import OpenXML

/// Collects the text of a cell from its runs, without the phonetic ones.
struct CellString {
  private var isInText = false
  private var isPhonetic = false

  mutating func start(_ name: XMLName) {
    switch name {
    case "t": isInText = !isPhonetic
    case "rPh": isPhonetic = true
    default: break
    }
  }

  mutating func end(_ name: XMLName) {
    switch name {
    case "t": isInText = false
    case "rPh": isPhonetic = false
    default: break
    }
  }

  func take(_ text: UnsafeBufferPointer<UInt8>, into bytes: inout [UInt8]) {
    if isInText { bytes += text }
  }

  /// Decodes `_x000D_` and the like from an offset on (ECMA-376, part 1, section 22.9.2.19), and drops characters that
  /// nobody sees. U+000B, a line that Word broke by hand, becomes a line end.
  static func decodeEscapes(in bytes: inout [UInt8], from start: Int) {
    guard bytes[start...].contains(UInt8(ascii: "_")) else { return }
    var decoded: [UInt8] = []
    var index = start
    while index < bytes.count {
      if let unit = escape(bytes[index...]) {
        if let scalar = Unicode.Scalar(unit) {
          let meant = scalar == "\u{B}" ? "\n" : scalar
          if ControlCharacter(meant) == nil, meant != "\r" { decoded += Array(String(meant).utf8) }
          index += 7
          continue
        }
        if UTF16.isLeadSurrogate(unit), let next = escape(bytes[(index + 7)...]), UTF16.isTrailSurrogate(next) {
          decoded += Array(String(decoding: [unit, next], as: UTF16.self).utf8)
          index += 14
          continue
        }
      }
      decoded.append(bytes[index])
      index += 1
    }
    bytes.replaceSubrange(start..., with: decoded)
  }

  /// The code unit that `_xHHHH_` at the front stands for.
  private static func escape(_ bytes: ArraySlice<UInt8>) -> UInt16? {
    let mark = bytes.prefix(7)
    guard mark.count == 7, mark.starts(with: "_x".utf8), mark.last == UInt8(ascii: "_") else { return nil }
    let digits = mark.dropFirst(2).dropLast()
    guard digits.allSatisfy({ Character(Unicode.Scalar($0)).isHexDigit }) else { return nil }
    return UInt16(String(decoding: digits, as: UTF8.self), radix: 16)
  }
}
