// What a paper says of itself.
extension PersonalData {
  private static let secrecyWords = ["绝", "机", "秘"]

  /// 绝密★, 机密★1年, 秘密, 【秘密】 or 秘密 1年 alone on a line (GB/T 9704: the mark at the head of the page), 密级：机密;
  /// `offset` is that of 密.
  static func secrecyMark(in text: [UInt8], at offset: Int) -> Range<Int>? {
    let stem = text.skipping(isBlank, backFrom: offset)
    guard secrecyWords.contains(where: { text.holds($0, before: stem) }) else { return nil }
    let start = text.scalarStart(before: stem)
    let end = offset + "密".utf8.count
    let next = text.scalar(at: text.skipping(isLayout, from: end))
    if next == "★" || next == "☆" { return start..<end }
    let ahead = text.skipping(isFrame, backFrom: start)
    guard ahead == 0 || text[ahead - 1] == 0x0A || followsSecrecyLabel(text, ahead) else { return nil }
    let behind = text.scalar(at: endOfTerm(in: text, from: end))
    return behind == nil || behind == "\n" ? start..<end : nil
  }

  /// 密级, 密　级
  private static func followsSecrecyLabel(_ text: [UInt8], _ end: Int) -> Bool {
    text.holds("级", before: end) && text.holds("密", before: text.skipping(isBlank, backFrom: end - "级".utf8.count))
  }

  /// Behind a term such as 1年 or 6个月, if there is one, and behind what frames it.
  private static func endOfTerm(in text: [UInt8], from start: Int) -> Int {
    let number = text.skipping({ isBlank($0) || $0 == "*" }, from: start)
    let digits = text.skipping({ ("0"..."9").contains($0) || ("０"..."９").contains($0) }, from: number)
    guard digits > number, let unit = ["年", "个月", "月"].first(where: { text[digits...].starts(with: $0.utf8) }) else {
      return text.skipping(isFrame, from: start)
    }
    return text.skipping(isFrame, from: digits + unit.utf8.count)
  }

  private static func isFrame(_ scalar: Unicode.Scalar) -> Bool {
    isLayout(scalar) || "【】（）()[]［］〔〕".unicodeScalars.contains(scalar)
  }

  private static let closedWords = ["依申请公开", "不予公开", "暂不公开", "免予公开", "不宜公开", "不公开"]
  private static let openWords = ["主动公开", "全文公开", "摘要公开", "予以公开", "公开"]
  private static let publicStem = Array("公".utf8)
  /// What says by itself of what the disclosure is told, and what does so only before a word.
  private static let formLabels = ["公开方式", "公开属性", "公开类别", "公开选项", "公开性质"]
  private static let labelPrefixes = ["是否同意", "是否", "政府信息", "信息"]
  private static let disclosureLabels = formLabels + ["此件", "本件"]

  /// Lines such as 公开方式：依申请公开, （此件不予公开） or （依申请公开） at the foot of a letter, and those whose label
  /// is followed by anything but 主动公开.
  static func closedMarks(in text: [UInt8]) -> [Finding] {
    var findings: [Finding] = []
    var start = 0
    // All the words end in 公开, whose last byte is in every second character, but that of 公 is not.
    while let stem = text.range(of: publicStem, from: start) {
      start = stem.upperBound
      if let form = form(in: text, at: stem.lowerBound) {
        if !form.isOpen { findings.append(Finding(.disclosureMark, form.range, of: text)) }
        start = form.range.upperBound
        continue
      }
      let end = start + "开".utf8.count
      guard end <= text.count, let word = closedWords.first(where: { text.holds($0, before: end) }) else { continue }
      let beginning = end - word.utf8.count
      let ahead = text.skipping(isLayout, backFrom: beginning)
      if let label = disclosureLabels.first(where: { text.holds($0, before: ahead) }) {
        findings.append(Finding(.disclosureMark, (ahead - label.utf8.count)..<end, of: text))
      } else if standsAlone(beginning..<end, in: text) {
        findings.append(Finding(.disclosureMark, beginning..<end, of: text))
      }
    }
    return findings
  }

  /// A label at the beginning of a line, blanks in it or not, with a colon, and what it says: `公 开 方 式：主动公开`.
  private static func form(in text: [UInt8], at start: Int) -> (range: Range<Int>, isOpen: Bool)? {
    var (start, labels) = (start, formLabels)
    if let prefix = labelPrefixes.first(where: { text.holds($0, before: start) }) {
      start -= prefix.utf8.count
      // 是否公开：否
      if prefix.hasPrefix("是否") { labels = [prefix + "公开"] } else { labels = formLabels.map { prefix + $0 } }
    }
    let ahead = text.skipping(isFrame, backFrom: start)
    guard ahead == 0 || text[ahead - 1] == 0x0A else { return nil }
    guard let label = labels.lazy.compactMap({ endOfSpaced($0, in: text, from: start) }).first else { return nil }
    let colon = text.skipping({ isBlank($0) || $0 == "*" }, from: label)
    guard let sign = text.scalar(at: colon), sign == "：" || sign == ":" else { return nil }
    let value = text.skipping({ isLayout($0) || $0 == "\n" }, from: colon + UTF8.width(sign))
    var end = value
    while end < text.count, text[end] != 0x0A { end += 1 }
    let line = String(decoding: text[value..<end], as: UTF8.self)
    let said = chosen(of: line).filter { !$0.isWhitespace && $0 != "*" && $0 != "_" }
    // 公开（依申请）is not open, nor is a form with nothing ticked: 主动公开 不予公开.
    let words = labels == formLabels ? openWords : openWords + ["是", "同意"]
    let isOpen =
      words.contains(where: said.hasPrefix) && !(["依申请"] + closedWords).contains(where: { said.contains($0) })
    return (start..<end, isOpen)
  }

  /// Where a word ends between whose characters blanks may stand.
  private static func endOfSpaced(_ word: String, in text: [UInt8], from start: Int) -> Int? {
    var index = start
    for scalar in word.unicodeScalars {
      index = text.skipping({ isBlank($0) || $0 == "*" }, from: index)
      guard text.scalar(at: index) == scalar else { return nil }
      index += UTF8.width(scalar)
    }
    return index
  }

  private static let boxes: Set<Character> = ["□", "☐", "○", "◯"]
  private static let ticks: Set<Character> = ["☑", "☒", "√", "✓", "✔", "■", "●", "☆", "★"]

  /// Of a form with boxes, the words beside those that are ticked; else the line.
  private static func chosen(of line: String) -> String {
    let signs = boxes.union(ticks)
    guard let first = line.first(where: { !$0.isWhitespace }), line.contains(where: signs.contains) else { return line }
    let isAhead = signs.contains(first)
    var (words, word, isTicked) = ("", "", false)
    for character in line {
      guard signs.contains(character) else {
        word.append(character)
        continue
      }
      if isAhead ? isTicked : ticks.contains(character) { words += word }
      (word, isTicked) = ("", ticks.contains(character))
    }
    return isAhead && isTicked ? words + word : words
  }

  /// Whether a word is all that brackets on a line of their own hold.
  private static func standsAlone(_ word: Range<Int>, in text: [UInt8]) -> Bool {
    let (start, end) = (
      text.skipping(isFrame, backFrom: word.lowerBound), text.skipping(isFrame, from: word.upperBound)
    )
    guard start == 0 || text[start - 1] == 0x0A, end == text.count || text[end] == 0x0A else { return false }
    return ["（", "(", "【", "[", "［", "〔"].contains { bracket in
      String(decoding: text[start..<word.lowerBound], as: UTF8.self).contains(bracket)
    }
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{3000}", "*", "#", ">", "-", "_", "|", ":", "：", "\t", "\r": true
    default: false
    }
  }
}
