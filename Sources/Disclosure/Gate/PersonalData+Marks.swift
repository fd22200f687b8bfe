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
    guard ahead == 0 || text[ahead - 1] == 0x0A || text.holds("密级", before: ahead) else { return nil }
    let behind = text.scalar(at: endOfTerm(in: text, from: end))
    return behind == nil || behind == "\n" ? start..<end : nil
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
    isLayout(scalar) || ["【", "】", "（", "）", "(", ")", "[", "]"].contains(scalar)
  }

  private static let closedWords = ["依申请公开", "不予公开", "不公开"]
  private static let publicStem = Array("公".utf8)
  private static let disclosureLabels = ["公开方式", "公开属性", "公开类别", "公开选项", "此件", "本件"]

  /// Lines such as 公开方式：依申请公开 or （此件不予公开） at the foot of a letter.
  static func closedMarks(in text: [UInt8]) -> [Finding] {
    var findings: [Finding] = []
    var start = 0
    // All the words end in 公开, whose last byte is in every second character, but that of 公 is not.
    while let stem = text.range(of: publicStem, from: start) {
      start = stem.upperBound
      let end = start + "开".utf8.count
      guard end <= text.count, let word = closedWords.first(where: { text.holds($0, before: end) }) else { continue }
      let ahead = text.skipping(isLayout, backFrom: end - word.utf8.count)
      if let label = disclosureLabels.first(where: { text.holds($0, before: ahead) }) {
        findings.append(Finding(.disclosureMark, (ahead - label.utf8.count)..<end, of: text))
      }
    }
    return findings
  }

  private static func isBlank(_ scalar: Unicode.Scalar) -> Bool { scalar == " " || scalar == "\u{3000}" }

  private static func isLayout(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case " ", "\u{3000}", "*", "#", ">", "-", "_", "|", ":", "：", "\t", "\r": true
    default: false
    }
  }
}
