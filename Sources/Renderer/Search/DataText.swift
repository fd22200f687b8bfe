import Glibc

/// What a data file says, as a search finds it: its strings, without what only leads elsewhere.
///
/// `templates/assets/search.js` takes the same from the file when it checks a hit.
package struct DataText: Sendable {
  /// UTF-8: the first `标题`.
  package private(set) var title: [UInt8] = []
  /// UTF-8: all strings, with a separator before each and in place of each line's end.
  package private(set) var text: [UInt8] = []

  private let separator: UInt8
  /// Addresses, names and digests, which nobody looks for.
  private static let skippedKeys = ["网址", "固定网址", "标识", "校验值"].map { Array($0.utf8) }
  private static let titleKey = Array("标题".utf8)

  /// - Parameter separator: an ASCII character that no text has.
  package init(separator: UInt8) { self.separator = separator }

  /// Takes the text of another file, which is well-formed JSON, in place of the one before.
  package mutating func read(_ file: [UInt8]) {
    title.removeAll(keepingCapacity: true)
    text.removeAll(keepingCapacity: true)
    // Each look at a global asks first whether it is there.
    let (skippedKeys, titleKey) = (Self.skippedKeys, Self.titleKey)
    file.withUnsafeBufferPointer { file in
      var (isSkipped, isTitle) = (false, false)
      var index = file.first(UInt8(ascii: "\""), from: 0)
      while index < file.count {
        let start = index + 1
        let end = file.endOfString(from: start)
        let string = file[start..<end]
        if end + 1 < file.count, file[end + 1] == UInt8(ascii: ":") {
          isSkipped = skippedKeys.contains { string.elementsEqual($0) }
          isTitle = title.isEmpty && string.elementsEqual(titleKey)
        } else if !isSkipped {
          text.append(separator)
          let place = text.count
          append(string)
          if isTitle { title += text[place...] }
        }
        index = file.first(UInt8(ascii: "\""), from: end + 1)
      }
    }
  }

  /// Appends what a string's source means.
  private mutating func append(_ source: Slice<UnsafeBufferPointer<UInt8>>) {
    let file = source.base
    var index = source.startIndex
    while index < source.endIndex {
      let escape = min(file.first(UInt8(ascii: "\\"), from: index), source.endIndex)
      text += file[index..<escape]
      guard escape + 1 < source.endIndex else { return }
      index = escape + 2
      switch file[escape + 1] {
      case UInt8(ascii: "n"): text.append(separator)
      case UInt8(ascii: "r"): text.append(UInt8(ascii: "\r"))
      case UInt8(ascii: "t"): text.append(UInt8(ascii: "\t"))
      case UInt8(ascii: "b"): text.append(0x08)
      case UInt8(ascii: "f"): text.append(0x0C)
      case UInt8(ascii: "u"):
        // What is written so is no surrogate (`JSONText`).
        index = min(index + 4, source.endIndex)
        let code = UInt32(String(decoding: file[escape + 2..<index], as: UTF8.self), radix: 16)
        if let character = code.flatMap(Unicode.Scalar.init) { text += String(Character(character)).utf8 }
      case let byte: text.append(byte)
      }
    }
  }
}

extension UnsafeBufferPointer<UInt8> {
  /// The offset of the next such byte, or the end.
  fileprivate func first(_ byte: UInt8, from index: Int) -> Int {
    guard index < count, let base = baseAddress, let found = memchr(base + index, Int32(byte), count - index) else {
      return count
    }
    return UnsafeRawPointer(found) - UnsafeRawPointer(base)
  }

  /// The offset of the quotation mark that ends the string which begins at an offset.
  fileprivate func endOfString(from start: Int) -> Int {
    var end = first(UInt8(ascii: "\""), from: start)
    // Escaped, where an odd number of backslashes stands before it.
    while end < count, !self[start..<end].reversed().prefix(while: { $0 == UInt8(ascii: "\\") }).count.isMultiple(of: 2)
    {
      end = first(UInt8(ascii: "\""), from: end + 1)
    }
    return end
  }
}
