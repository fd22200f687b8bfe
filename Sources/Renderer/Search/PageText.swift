/// What a page says, as a search finds it: the text of `<main>` without what leads elsewhere.
///
/// `templates/assets/search.js` takes the same from a page when it checks a hit.
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
    page.withUnsafeBufferPointer { page in
      var index = 0
      // Behind the start tag of an element that is left out: its name, and how many of them are open.
      var skipped: (name: UInt64, depth: Int)?
      var isInMain = false
      while index < page.count {
        guard page[index] == UInt8(ascii: "<") else {
          let start = index
          while index < page.count, page[index] != UInt8(ascii: "<") { index += 1 }
          if isInMain, skipped == nil { append(page[start..<index]) }
          continue
        }
        let tag = Tag(page, &index)
        if !isInMain {
          isInMain = !tag.isEnd && tag.name == Self.main
        } else if let element = skipped {
          guard tag.name == element.name else { continue }
          let depth = element.depth + (tag.isEnd ? -1 : 1)
          skipped = depth > 0 ? (element.name, depth) : nil
        } else if tag.name == Self.main {
          return
        } else if !tag.isEnd, tag.isMarked || Self.skippedNames.contains(tag.name) {
          text.append(separator)
          skipped = (tag.name, 1)
        } else if !Self.inlineNames.contains(tag.name) {
          text.append(separator)
          if tag.name == Self.heading { isInTitle = !tag.isEnd && title.isEmpty }
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

  private mutating func append(_ piece: Slice<UnsafeBufferPointer<UInt8>>) {
    let start = text.count
    var rest = piece
    while let ampersand = rest.firstIndex(of: UInt8(ascii: "&")) {
      text += rest[..<ampersand]
      rest = rest[ampersand...]
      let end = rest.prefix(12).firstIndex(of: UInt8(ascii: ";")) ?? ampersand
      let name = String(decoding: rest[ampersand..<end].dropFirst(), as: UTF8.self)
      if let character = Self.character(of: name) {
        text += String(character).utf8
        rest = rest[(end + 1)...]
      } else {
        text.append(UInt8(ascii: "&"))
        rest = rest.dropFirst()
      }
    }
    text += rest
    if isInTitle { title += text[start...] }
  }

  /// What a character reference means, of those that templates and Markdown write.
  private static func character(of name: String) -> Unicode.Scalar? {
    switch name {
    case "amp": "&"
    case "lt": "<"
    case "gt": ">"
    case "quot": "\""
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
  private(set) var isEnd = false
  /// Whether it has `data-search="skip"`.
  private(set) var isMarked = false

  /// The tag at an offset, which moves behind it.
  init(_ page: UnsafeBufferPointer<UInt8>, _ index: inout Int) {
    if page[index...].starts(with: Self.commentStart) {
      while index < page.count, !page[index...].starts(with: Self.commentEnd) { index += 1 }
      index = min(index + Self.commentEnd.count, page.count)
      return
    }
    index += 1
    if index < page.count, page[index] == UInt8(ascii: "/") {
      isEnd = true
      index += 1
    }
    var length = 0
    while index < page.count, Self.isLetterOrDigit(page[index]) {
      if length < 8 { name = name << 8 | UInt64(page[index]) }
      length += 1
      index += 1
    }
    var quote: UInt8?
    while index < page.count {
      let byte = page[index]
      if byte == quote {
        quote = nil
      } else if quote == nil, byte == UInt8(ascii: "\"") || byte == UInt8(ascii: "'") {
        quote = byte
      } else if quote == nil, byte == UInt8(ascii: ">") {
        index += 1
        return
      } else if quote == nil, byte == UInt8(ascii: "d"), page[index...].starts(with: Self.mark) {
        isMarked = true
      }
      index += 1
    }
  }

  static func packed(_ name: String) -> UInt64 { name.utf8.reduce(0) { $0 << 8 | UInt64($1) } }

  private static let commentStart = Array("<!--".utf8)
  private static let commentEnd = Array("-->".utf8)
  private static let mark = Array("data-search=\"skip\"".utf8)

  private static func isLetterOrDigit(_ byte: UInt8) -> Bool { 0x30...0x39 ~= byte || 0x61...0x7A ~= byte | 0x20 }
}
