import Diagnostics

/// The text of one document and where it stands in its file.
struct Source {
  /// UTF-8 with `\n` as the only line end and without the byte that is used as the mark.
  let bytes: [UInt8]
  /// The file, and the number of the line in it with which the text begins.
  private let start: Place

  init(_ text: [UInt8], at place: Place) {
    start = place
    let isNormal = text.withUnsafeBufferPointer { bytes in
      bytes.firstOffset(of: UInt8(ascii: "\r")) == bytes.count
        && bytes.firstOffset(of: EmphasisMark.byte) == bytes.count
    }
    bytes = isNormal ? text : Self.normalized(text)
  }

  private static func normalized(_ original: [UInt8]) -> [UInt8] {
    var result: [UInt8] = []
    result.reserveCapacity(original.count)
    var previous: UInt8 = 0
    for byte in original {
      switch byte {
      case UInt8(ascii: "\r"): result.append(UInt8(ascii: "\n"))
      case UInt8(ascii: "\n") where previous == UInt8(ascii: "\r"), EmphasisMark.byte: break
      default: result.append(byte)
      }
      previous = byte
    }
    return result
  }

  /// The first reference to a control character, as `&#11;` is, whether it is read as one or not.
  var controlReference: (character: ControlCharacter, offset: Int)? {
    let first = bytes.withUnsafeBufferPointer { $0.firstOffset(of: UInt8(ascii: "&")) }
    guard first < bytes.count else { return nil }
    let text = String(decoding: bytes[first...], as: UTF8.self)
    for reference in text.matches(of: /&#(?:[xX](?<hex>[0-9a-fA-F]{1,6})|(?<decimal>[0-9]{1,7}));/) {
      let number = reference.hex.map { UInt32($0, radix: 16) } ?? reference.decimal.map { UInt32($0) }
      guard let code = number ?? nil, let scalar = Unicode.Scalar(code), let character = ControlCharacter(scalar) else {
        continue
      }
      return (character, first + text.utf8.distance(from: text.startIndex, to: reference.range.lowerBound))
    }
    return nil
  }

  /// The place of a line of the text, counted from 1.
  func place(line: Int, column: Int? = nil) -> Place {
    var place = start
    place.line = (start.line ?? 1) + line - 1
    place.column = column
    return place
  }

  /// The place of the line that holds the byte at `offset`.
  func place(offset: Int) -> Place {
    place(line: bytes[..<offset].count { $0 == UInt8(ascii: "\n") } + 1)
  }

  /// The place of `quotation`, which stands in one line, looked for where the parser says that `node` begins.
  ///
  /// The parser counts bytes with marks, forgets what stands before the text in a block quote from its second line on,
  /// and does not count the definitions of links above a paragraph: so what it says is only where to begin.
  func place(of quotation: String, near node: Node) -> Place {
    let quotation = Array(quotation.utf8)
    let lines = bytes.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
    let first = max(node.firstLine, 1)
    for (number, line) in zip(first..., lines.dropFirst(first - 1)) {
      let guess = number == first ? unmarkedOffset(of: Int(node.pointee.start_column), in: line) : 0
      if let index = line.dropFirst(guess).firstIndex(of: quotation) ?? line.firstIndex(of: quotation) {
        let before = String(decoding: line[..<index], as: UTF8.self)
        return place(line: number, column: before.unicodeScalars.count + 1)
      }
    }
    return place(line: first)
  }

  /// Turns a column of a line with marks, counted from 1 in bytes, into an offset in the line without them.
  private func unmarkedOffset(of column: Int, in line: ArraySlice<UInt8>) -> Int {
    line.withUnsafeBufferPointer { text in
      var finder = EmphasisMarkFinder(text)
      var offset = max(column - 1, 0)
      var mark = finder.next()
      var passed = 0
      while mark < text.count, mark + passed < column - 1 {
        offset -= 1
        passed += 1
        mark = finder.next()
      }
      return offset
    }
  }
}

/// Gives lines of a text by their numbers, of which each is greater than the one before: a table may have thousands.
struct LineFinder {
  private var number = 1
  private var start = 0

  /// Counted from 1, without its end.
  mutating func line(_ wanted: Int, of text: [UInt8]) -> ArraySlice<UInt8> {
    while number < wanted, let end = text[start...].firstIndex(of: UInt8(ascii: "\n")) {
      start = end + 1
      number += 1
    }
    return text[start...].prefix { $0 != UInt8(ascii: "\n") }
  }
}

extension ArraySlice<UInt8> {
  fileprivate func firstIndex(of quotation: [UInt8]) -> Int? {
    quotation.isEmpty ? nil : indices.first { self[$0...].starts(with: quotation) }
  }
}
