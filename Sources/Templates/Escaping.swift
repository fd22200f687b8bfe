import Diagnostics

/// What printing makes of text that a page's data holds.
package enum Escaping: Sendable {
  /// As Jinja does with `autoescape=True`.
  case html
  /// CommonMark that means just the text. HTML in it is kept apart; see ``TemplateOutput``.
  case markdown
}

extension [UInt8] {
  /// Appends `text` as HTML, with the five references that Jinja writes.
  mutating func append(escaping text: String) {
    var text = text
    text.withUTF8 { utf8 in
      var start = 0
      var next = Self.firstToEscape(in: utf8, from: 0)
      while next < utf8.count {
        let index = next
        append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start..<index]))
        switch utf8[index] {
        case UInt8(ascii: "<"): append(contentsOf: "&lt;".utf8)
        case UInt8(ascii: ">"): append(contentsOf: "&gt;".utf8)
        case UInt8(ascii: "&"): append(contentsOf: "&amp;".utf8)
        case UInt8(ascii: "\""): append(contentsOf: "&#34;".utf8)
        default: append(contentsOf: "&#39;".utf8)
        }
        start = index + 1
        next = Self.firstToEscape(in: utf8, from: start)
      }
      append(contentsOf: UnsafeBufferPointer(rebasing: utf8[start...]))
    }
  }

  private static func firstToEscape(in text: UnsafeBufferPointer<UInt8>, from start: Int) -> Int {
    var index = start
    while index + 8 <= text.count {
      let eight = EightBytes(in: text, at: index)
      if !eight.areBeyondASCII {
        // & and ', < and >.
        let marks =
          EightBytes.zeroes(in: eight.difference(from: UInt8(ascii: "\"")))
          | EightBytes.zeroes(in: eight.difference(from: UInt8(ascii: "&"), ignoring: 1))
          | EightBytes.zeroes(in: eight.difference(from: UInt8(ascii: "<"), ignoring: 2))
        if marks != 0 { return index + EightBytes.firstPlace(in: marks) }
      }
      index += 8
    }
    // A bit for each of the five.
    while index < text.count, text[index] >= 64 || 0x5000_00C4_0000_0000 >> UInt64(text[index]) & 1 == 0 { index += 1 }
    return index
  }

  /// Appends `text` so that CommonMark reads just this text, wherever in a paragraph, heading, list or table it stands.
  ///
  /// Blanks and line breaks in a row become one blank; U+FDD0 and U+FDD1, which mark fragments, are dropped.
  mutating func append(markdown text: String) {
    let start = count
    var isAfterBlank = false
    var isNumber = true
    for scalar in text.unicodeScalars where !scalar.isFragmentMark {
      let isBlank = " \n\r\t".unicodeScalars.contains(scalar)
      if isBlank, !isAfterBlank {
        // At the start of a line blanks make code.
        append(contentsOf: count == start ? Self.blankReference : [UInt8(ascii: " ")])
      } else if !isBlank {
        switch scalar {
        case "<": append(contentsOf: "&lt;".utf8)
        case "&": append(contentsOf: "&amp;".utf8)
        case "\\", "`", "*", "_", "[", "]", "(", ")", "{", "}", "#", "+", "-", "=", "!", "|", "~", ">", "\"", "'",
          "." where isNumber:
          append(contentsOf: [UInt8(ascii: "\\"), UInt8(ascii: scalar)])
        default: append(contentsOf: UTF8.encode(scalar) ?? UTF8.encodedReplacementCharacter)
        }
      }
      isAfterBlank = isBlank
      isNumber = isNumber && ("0"..."9").contains(scalar)
    }
    // At the end of a line they make a line break.
    if isAfterBlank, last == UInt8(ascii: " ") {
      removeLast()
      append(contentsOf: Self.blankReference)
    }
  }

  private static let blankReference = Array("&#32;".utf8)
}

/// The bytes of what was rendered; reuse one for many pages.
///
/// In Markdown, where HTML belongs the text has a token, U+FDD0, the decimal place of the HTML in `fragments`, and
/// U+FDD1: no data can forge it.
package struct TemplateOutput: Sendable {
  package var bytes: [UInt8] = []
  package var fragments: [String] = []

  package init() {}

  /// Moves the HTML from byte `start` on to the fragments, and leaves its token.
  mutating func makeFragment(from start: Int) {
    let html = String(decoding: bytes[start...], as: UTF8.self)
    bytes.removeSubrange(start...)
    // U+FDD0 and U+FDD1 in UTF-8.
    bytes += [0xEF, 0xB7, 0x90] + Array(String(fragments.count).utf8) + [0xEF, 0xB7, 0x91]
    fragments.append(html)
  }
}

extension Unicode.Scalar {
  var isFragmentMark: Bool { value == 0xFDD0 || value == 0xFDD1 }
}
