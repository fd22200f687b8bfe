import Glibc

/// What a page says: the text of `<main>` without what leads elsewhere or is marked as not to be reviewed.
package struct PageText: Sendable {
  /// UTF-8: the first `<h1>`.
  package private(set) var title: [UInt8] = []
  /// UTF-8: all of it, with a separator where an element begins or ends that is not part of a line.
  package private(set) var text: [UInt8] = []

  private let separator: UInt8
  private var isInTitle = false

  /// - Parameter separator: an ASCII character that no text has.
  package init(separator: UInt8) { self.separator = separator }

  /// Takes the text of another page, which is well-formed, in place of the one before.
  package mutating func read(_ page: [UInt8]) {
    title.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    isInTitle = false
    // Each look at a global asks first whether it is there.
    let (main, heading, skippedNames, inlineNames) = (Self.main, Self.heading, Self.skippedNames, Self.inlineNames)
    page.withUnsafeBufferPointer { page in
      var index = 0
      // Behind the start tag of an element that is left out: its name, and how many of them are open.
      var skipped: (name: UInt64, depth: Int)?
      var isInMain = false
      while index < page.count {
        let start = index
        index = page.first(UInt8(ascii: "<"), in: start..<page.count)
        if isInMain, skipped == nil { append(page, start..<index) }
        guard index < page.count else { return }
        let tag = Tag(page, &index)
        if !isInMain {
          isInMain = !tag.isEnd && tag.name == main
        } else if let element = skipped {
          guard tag.name == element.name else { continue }
          let depth = element.depth + (tag.isEnd ? -1 : 1)
          skipped = depth > 0 ? (element.name, depth) : nil
        } else if tag.name == main {
          return
        } else if !tag.isEnd, tag.isMarked || skippedNames.contains(tag.name) {
          text.append(separator)
          skipped = (tag.name, 1)
        } else if !inlineNames.contains(tag.name) {
          text.append(separator)
          if tag.name == heading { isInTitle = !tag.isEnd && title.isEmpty }
        }
      }
    }
  }

  private static let main = Tag.packed("main")
  private static let heading = Tag.packed("h1")
  /// Elements that lead elsewhere or are no text.
  private static let skippedNames = ["nav", "aside", "form", "svg", "script", "style", "noscript"].map(Tag.packed)
  /// Elements within a line, the commonest first.
  private static let inlineNames = [
    "span", "a", "time", "strong", "em", "b", "abbr", "bdi", "bdo", "cite", "code", "data", "del", "dfn", "i", "ins",
    "kbd", "mark", "q", "s", "small", "sub", "sup", "u", "var", "wbr",
  ].map(Tag.packed)

  private mutating func append(_ page: UnsafeBufferPointer<UInt8>, _ range: Range<Int>) {
    let start = text.count
    var index = range.lowerBound
    while true {
      let ampersand = page.first(UInt8(ascii: "&"), in: index..<range.upperBound)
      text += page[index..<ampersand]
      guard ampersand < range.upperBound else { break }
      let bound = min(ampersand + 12, range.upperBound)
      let end = page.first(UInt8(ascii: ";"), in: ampersand..<bound)
      let name = String(decoding: page[ampersand + 1..<end], as: UTF8.self)
      if end < bound, let character = Self.character(of: name) {
        text += String(character).utf8
        index = end + 1
      } else {
        text.append(UInt8(ascii: "&"))
        index = ampersand + 1
      }
    }
    if isInTitle { title += text[start...] }
  }

  /// What a character reference means, of those that templates and Markdown write.
  ///
  /// - Parameter name: what stands between `&` and `;`.
  package static func character(of name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
    case "apos": "'"
    case "nbsp": "\u{A0}"
    default:
      name.hasPrefix("#x") || name.hasPrefix("#X")
        ? UInt32(name.dropFirst(2), radix: 16).flatMap(Unicode.Scalar.init)
        : name.hasPrefix("#") ? UInt32(name.dropFirst()).flatMap(Unicode.Scalar.init) : nil
    }
  }
}

/// A start or end tag, or a comment or declaration, which is a tag without a name.
private struct Tag {
  /// The first eight letters, which tell all elements apart that are asked for.
  private(set) var name: UInt64 = 0
  let isEnd: Bool
  /// Whether it has `data-review="skip"`.
  private(set) var isMarked = false

  /// The tag at an offset, which moves behind it.
  init(_ page: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    index += 1
    let first = index < page.count ? page[index] : 0
    isEnd = first == UInt8(ascii: "/")
    if isEnd { index += 1 }
    var length = 0
    while index < page.count, Self.isLetterOrDigit(page[index]) {
      if length < 8 { name = name << 8 | UInt64(page[index]) }
      length += 1
      index += 1
    }
    if first == UInt8(ascii: "!"), page[index...].starts(with: "!--".utf8) {
      repeat {
        index = page.first(UInt8(ascii: ">"), in: min(index + 1, page.count)..<page.count)
      } while index < page.count && !page[..<index].suffix(2).elementsEqual("--".utf8)
    } else {
      var quote: UInt8?
      // A value may hold the sign.
      while index < page.count, quote != nil || page[index] != UInt8(ascii: ">") {
        let byte = page[index]
        if byte == quote {
          quote = nil
        } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
          quote = byte
        } else if quote == nil, byte <= UInt8(ascii: " "), page.has("data-review=\"skip\"", at: index + 1) {
          isMarked = true
        }
        index += 1
      }
    }
    index = min(index + 1, page.count)
  }

  static func packed(_ name: String) -> UInt64 { name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the next such byte before the end of a range, or that end.
  fileprivate func first(_ byte: UInt8, in range: Range<Int>) -> Int {
    guard let base = baseAddress, let found = memchr(base + range.lowerBound, Int32(byte), range.count) else {
      return range.upperBound
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  fileprivate func has(_ word: StaticString, at index: Int) -> Bool {
    guard let base = baseAddress, count - index >= word.utf8CodeUnitCount else { return false }
    return memcmp(base + index, word.utf8Start, word.utf8CodeUnitCount) == 0
  }
}
