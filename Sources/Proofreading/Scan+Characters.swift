extension Scan {
  /// Goes through a part of a line. Most characters are Han and of no interest.
  mutating func scan(_ start: Int, _ end: Int) {
    var index = max(start, resume)
    while index < end {
      while index + 8 <= end, text.hasTwoCommonHan(at: index) { index += 6 }
      guard index < end else { return }
      let byte = text[index]
      if byte >= 0xE4 {
        if byte == 0xE5, text[index + 1] == 0xB9, text[index + 2] == 0xB4 {  // 年
          checkYear(at: index)
        } else if byte == 0xEF {
          takeWideForm(at: index)
        }
        index += byte < 0xF0 ? 3 : 4
      } else if byte < 0x80 {
        index =
          byte <= 0x20 ? takeBlank(at: index) : byte.isASCIIWord ? takeWord(at: index, end) : takeSign(at: index, end)
      } else if byte == 0xE3 {
        takeChineseSign(at: index)
        index += 3
      } else if byte == 0xE2 {
        if text[index + 1] == 0x80 {
          if text[index + 2] == 0x9C { open(.quotes, at: index) }
          if text[index + 2] == 0x9D { close(.quotes, at: index) }
        }
        index += 3
      } else {
        index += byte < 0xE0 ? 2 : 3
      }
    }
  }

  private mutating func takeChineseSign(at index: Int) {
    guard text[index + 1] == 0x80 else { return }
    switch text[index + 2] {
    case 0x80: unit?.hasWideBlank = true
    case 0x82: unit?.hasStop = true
    case 0x88: open(.innerTitle, at: index)
    case 0x89: close(.innerTitle, at: index)
    case 0x8A: open(.title, at: index)
    case 0x8B: close(.title, at: index)
    case 0x8C: open(.corner, at: index)
    case 0x8D: close(.corner, at: index)
    case 0x90:
      open(.lenticular, at: index)
      checkNumber(at: index)
    case 0x91: close(.lenticular, at: index)
    case 0x94:
      open(.tortoise, at: index)
      checkNumber(at: index)
    case 0x95: close(.tortoise, at: index)
    default: break
    }
  }

  private mutating func takeWideForm(at index: Int) {
    switch (text[index + 1], text[index + 2]) {
    case (0xBC, 0x8C): unit?.hasComma = true
    case (0xBC, 0x81), (0xBC, 0x9F): unit?.hasStop = true
    case (0xBC, 0x88):
      open(.round, at: index)
      checkNumber(at: index)
    case (0xBC, 0x89): close(.round, at: index)
    case (0xBC, 0xBB), (0xB9, 0x9D): checkNumber(at: index)
    default: break
    }
  }

  private mutating func takeBlank(at index: Int) -> Int {
    if text[index] == 0x09 { unit?.hasTab = true }
    if unit?.hasWideBlank == false, !text.isASCIIWord(at: index + 1), !text.isASCIIWord(at: index - 1) {
      unit?.hasWideBlank = true
    }
    return index + 1
  }

  mutating func checkNumber(at bracket: Int) {
    if let (detail, _) = DocumentNumber.fault(in: text, at: bracket) {
      note(.documentNumber, at: bracket, detail: detail)
    }
  }

  // MARK: - Years

  private mutating func checkYear(at index: Int) {
    let word = text.three(at: index - 3)
    let before = text.three(at: index - 6)
    let after = text.three(at: index + 3)
    let isRelative =
      switch word {
      case 0xE4BB8A: before != 0xE5A682 && !Self.notAfterThisYear.contains(after)  // 今, not 如今年轻
      case 0xE58EBB: before != 0xE8BF87 && before != 0xE5A4B1  // 去, not 过去, 失去
      case 0xE6988E: !Self.notBeforeNextYear.contains(before)  // 明, not 说明
      case 0xE5898D: !Self.notBeforeYearBeforeLast.contains(before)  // 前, not 以前年度
      default: false
      }
    if isRelative, index >= 3 { noteYear(at: index - 3) }
  }

  private static let notAfterThisYear = characters("轻龄幼迈")
  private static let notBeforeNextYear = characters("说证表注标声查阐写文光分发透申指载列")
  private static let notBeforeYearBeforeLast = characters("以目当提此之先日从事跟面眼超生空史午往")

  private static func characters(_ text: String) -> Set<UInt32> {
    Set(text.unicodeScalars.map { $0.utf8.reduce(0) { $0 << 8 | UInt32($1) } })
  }
}

extension Unicode.Scalar {
  fileprivate var utf8: [UInt8] { Array(UTF8.encode(self) ?? UTF8.encodedReplacementCharacter) }
}
