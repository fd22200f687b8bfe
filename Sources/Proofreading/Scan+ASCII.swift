extension Scan {
  /// A word or number; answers where it ends.
  mutating func takeWord(at start: Int, _ end: Int) -> Int {
    var index = start + 1
    while index < end, text[index].isASCIIWord { index += 1 }
    if index - start <= 3, isConjunction(start..<index) {
      note(.englishWord, at: start, detail: text.string(start..<index))
    }
    return index
  }

  private func isConjunction(_ word: Range<Int>) -> Bool {
    switch word.count {
    case 2: guard letter(word.lowerBound) == 0x6F, letter(word.lowerBound + 1) == 0x72 else { return false }
    case 3:
      guard letter(word.lowerBound) == 0x61, letter(word.lowerBound + 1) == 0x6E, letter(word.lowerBound + 2) == 0x64
      else { return false }
    default: return false
    }
    var (before, after) = (word.lowerBound, word.upperBound)
    while before > 0, text[before - 1] == 0x20 { before -= 1 }
    while after < text.count, text[after] == 0x20 { after += 1 }
    return text.hasChinese(before: before) && text.hasChinese(from: after)
  }

  private func letter(_ offset: Int) -> UInt8 { text[offset] | 0x20 }

  /// A sign of ASCII; answers where to go on.
  mutating func takeSign(at index: Int, _ end: Int) -> Int {
    switch text[index] {
    case UInt8(ascii: ","):
      unit?.hasComma = true
      return takeMark(at: index)
    case UInt8(ascii: ";"), UInt8(ascii: "?"): return takeMark(at: index)
    case UInt8(ascii: "."): return takeStop(at: index, end)
    case UInt8(ascii: ":"):
      if isAddress(at: index) { return takeAddress(at: index, end) }
      return takeMark(at: index)
    case UInt8(ascii: "!"):
      // A picture.
      if index + 1 < end, text[index + 1] == UInt8(ascii: "[") { return index + 1 }
      return takeMark(at: index)
    case UInt8(ascii: "("):
      open(.round, at: index, isWide: false)
      checkNumber(at: index)
      return index + 1
    case UInt8(ascii: ")"):
      close(.round, at: index, isWide: false)
      return index + 1
    case UInt8(ascii: "["):
      checkNumber(at: index)
      return index + 1
    case UInt8(ascii: "]"):
      return index + 1 < end && text[index + 1] == UInt8(ascii: "(") ? takeTarget(at: index + 1, end) : index + 1
    case UInt8(ascii: "\""):
      quotations += isInStraightQuotes ? -1 : 1
      isInStraightQuotes.toggle()
      return index + 1
    case UInt8(ascii: "@"): return takeMail(at: index, end)
    case UInt8(ascii: "&"): return takeEntity(at: index, end)
    case UInt8(ascii: "`"): return takeCode(at: index)
    case UInt8(ascii: "{"): return takeTag(at: index)
    case UInt8(ascii: "\\"): return min(index + 2, end)
    default: return index + 1
    }
  }

  private mutating func takeMark(at index: Int) -> Int {
    if text.hasChinese(before: index) || text.hasChinese(from: index + 1) { noteHalfWidth(at: spot(index)) }
    return index + 1
  }

  // MARK: - Addresses

  private func isAddress(at colon: Int) -> Bool {
    colon + 2 < text.count && text[colon + 1] == UInt8(ascii: "/") && text[colon + 2] == UInt8(ascii: "/")
      && text.isASCIIWord(at: colon - 1)
  }

  /// Goes over an address on the web, from its `://` on.
  private mutating func takeAddress(at colon: Int, _ end: Int) -> Int {
    noteHTTP(before: colon)
    var index = colon + 3
    while index < end, 0x21...0x7E ~= text[index], !"<>\"`{}|\\^".utf8.contains(text[index]) { index += 1 }
    // Marks at its end belong to the sentence.
    while index > colon + 3, ",.:;?!)".utf8.contains(text[index - 1]) { index -= 1 }
    return index
  }

  private mutating func noteHTTP(before colon: Int) {
    let start = colon - 4
    guard start >= 0, text[start..<colon].elementsEqual("http".utf8, by: { $0 | 0x20 == $1 }),
      !text.isASCIIWord(at: start - 1)
    else { return }
    note(.plainHTTP, at: start)
  }

  /// The address of a link or picture, from its `(` on.
  private mutating func takeTarget(at bracket: Int, _ end: Int) -> Int {
    noteLink(at: bracket + 1)
    var depth = 0
    var index = bracket
    while index < end, index - bracket < Self.longestTarget {
      switch text[index] {
      case UInt8(ascii: "("): depth += 1
      case UInt8(ascii: ")"): depth -= 1
      case UInt8(ascii: "\\"): index += 1
      default: break
      }
      index += 1
      if depth == 0 { return index }
    }
    // No link after all.
    return bracket
  }

  mutating func noteLink(at start: Int) {
    let start = start < text.count && text[start] == UInt8(ascii: "<") ? start + 1 : start
    if start + 6 < text.count, isAddress(at: start + 4) { noteHTTP(before: start + 4) }
  }

  /// A mailbox, at its `@`.
  private mutating func takeMail(at sign: Int, _ end: Int) -> Int {
    guard text.isASCIIWord(at: sign - 1) else { return sign + 1 }
    var index = sign + 1
    while index < end, text[index].isASCIIWord || text[index] == UInt8(ascii: ".") || text[index] == UInt8(ascii: "-") {
      index += 1
    }
    let host = text.string(sign + 1..<index).lowercased()
    let labels = host.split(separator: ".")
    if labels.count > 1, labels.contains(where: { Self.providers.contains(String($0)) }) {
      note(.commercialMail, at: sign, detail: host)
    }
    return index
  }

  private static let providers: Set = [
    "163", "126", "yeah", "188", "qq", "foxmail", "sina", "sohu", "139", "189", "wo", "21cn", "tom", "aliyun", "gmail",
    "hotmail", "outlook", "live", "msn", "yahoo", "icloud", "263",
  ]

  // MARK: - What is no text

  /// `&lt;` or `&#8212;`: the mark at its end is no punctuation.
  private func takeEntity(at start: Int, _ end: Int) -> Int {
    var index = start + 1
    if index < end, text[index] == UInt8(ascii: "#") { index += 1 }
    let name = index
    while index < end, text[index].isASCIIWord { index += 1 }
    return index > name && index < end && text[index] == UInt8(ascii: ";") ? index + 1 : start + 1
  }

  /// Beyond so many bytes no end is looked for, so that the work stays proportional to the text.
  private static let longestTarget = 4096

  private mutating func takeCode(at start: Int) -> Int {
    let sign = UInt8(ascii: "`")
    var opening = start
    while opening < text.count, text[opening] == sign { opening += 1 }
    var index = opening
    while index < text.count, index - opening < Self.longestTarget {
      // A paragraph ends what its code has not.
      if text[index] == 0x0A, index + 1 < text.count, text[index + 1] == 0x0A || text[index + 1] == 0x0D { break }
      guard text[index] == sign else {
        index += 1
        continue
      }
      let run = index
      while index < text.count, text[index] == sign { index += 1 }
      if index - run == opening - start { return goOn(at: index) }
    }
    return opening
  }

  /// `{{ … }}`, `{% … %}` or `{# … #}`, also over several lines.
  private mutating func takeTag(at start: Int) -> Int {
    guard start + 1 < text.count else { return start + 1 }
    let closing: UInt8
    switch text[start + 1] {
    case UInt8(ascii: "{"): closing = UInt8(ascii: "}")
    case UInt8(ascii: "%"), UInt8(ascii: "#"): closing = text[start + 1]
    default: return start + 1
    }
    var index = start + 2
    while index + 1 < text.count, index - start < Self.longestTarget {
      if text[index] == closing, text[index + 1] == UInt8(ascii: "}") { return goOn(at: index + 2) }
      index += 1
    }
    return start + 2
  }

  private mutating func goOn(at index: Int) -> Int {
    resume = index
    return index
  }
}
