import Disclosure
import Ladder

/// What a line of an official letter is by its form.
enum LetterLine {
  // MARK: Head

  /// `赵甲代表：`
  static func isAddressee(_ line: String) -> Bool {
    guard let last = line.last, last == "：" || last == ":", line.count <= 60, label(of: line) == nil else {
      return false
    }
    return !line.contains { "。；！？".contains($0) } && !line.hasPrefix("附件") && !line.contains("如下")
      && line.dropLast().contains(where: \.isHan)
  }

  static func isText(_ line: String) -> Bool {
    line.contains("。") || line.contains("收悉") || Array(line.utf8).withUnsafeBufferPointer { LadderLine($0) != nil }
  }

  /// Words that only a title has.
  static func speaksOfReply(_ line: String) -> Bool {
    ["关于", "答复", "建议", "提案", "复函", "意见"].contains { line.contains($0) }
  }

  /// `示例省教育厅`
  static func isAgency(_ line: String) -> Bool {
    let ends = ["厅", "局", "委", "会", "室", "院", "部", "署", "府", "司", "处", "社", "行", "中心", "公司", "检察院", "法院"]
    let bare = line.bare
    return bare.count <= 30 && ends.contains { bare.hasSuffix($0) } && !bare.contains { "，。：；、".contains($0) }
  }

  /// `机密★1年`
  static func secrecy(_ bare: String) -> String? {
    guard ["绝密", "机密", "秘密"].contains(where: bare.hasPrefix) else { return nil }
    return bare.count == 2 || bare.dropFirst(2).first == "★" ? bare : nil
  }

  /// `A`, `（B类）`, `答复类别：C`
  static func resultClass(_ bare: String) -> String? {
    var text = bare.halfWidth[...]
    for label in ["答复类别:", "办理类别:", "类别标记:", "答复类型:", "类别:", "类别"] where text.hasPrefix(label) {
      text = text.dropFirst(label.count)
      break
    }
    text = text.drop { "([【〔".contains($0) }
    while let last = text.last, ")]】〕类".contains(last) { text = text.dropLast() }
    guard text.count == 1, let code = text.first else { return nil }
    return "ABCDabcd".contains(code) ? code.uppercased() : "甲乙丙".contains(code) ? String(code) : nil
  }

  /// `粤质监函〔2018〕822号`, and what follows on the line.
  static func documentNumber(_ line: String) -> (number: String, rest: String)? {
    guard let end = line.firstIndex(of: "号") else { return nil }
    let number = String(line[...end]).bare
    let opening = number.firstIndex { "〔[［﹝（(【".contains($0) }
    guard let opening, opening != number.startIndex, number[..<opening].allSatisfy(\.isHan),
      number[opening...].dropFirst().prefix(4).allSatisfy({ $0.wholeNumberValue != nil }),
      number[opening...].count(where: { $0.wholeNumberValue != nil }) > 4,
      !number.contains("第") || !speaksOfReply(number)
    else { return nil }
    return (number, String(line[line.index(after: end)...]).trimmed)
  }

  // MARK: Labels

  enum Part { case disclosure, copies, contact, signer, printing, keywords }

  private static let labels: [(name: String, part: Part)] = [
    ("公开方式", .disclosure), ("公开属性", .disclosure), ("公开类别", .disclosure), ("公开形式", .disclosure), ("公开选项", .disclosure),
    ("信息公开选项", .disclosure), ("是否公开", .disclosure), ("抄送", .copies), ("抄报", .copies), ("联系人及联系电话", .contact),
    ("联系人及电话", .contact), ("联系人和电话", .contact), ("联系人、电话", .contact), ("联系人", .contact), ("联系单位及电话", .contact),
    ("联系单位", .contact),
    ("联系处室", .contact), ("联系电话", .contact), ("联系方式", .contact), ("经办人", .contact), ("承办人", .contact), ("电话", .contact),
    ("传真", .contact),
    ("签发人", .signer), ("主题词", .keywords),
  ]

  /// The part that a line says that it is, and its value.
  static func label(of line: String) -> (part: Part, value: String)? {
    var text = line.trimmed
    if text.hasPrefix("（") || text.hasPrefix("("), text.hasSuffix("）") || text.hasSuffix(")") {
      text = String(text.dropFirst().dropLast()).trimmed
    }
    let bare = text.bare
    if bare.hasPrefix("此件") || bare.hasPrefix("本件"), bare.count <= 14 {
      return (.disclosure, String(bare.dropFirst(2)))
    }
    if bare.hasSuffix("印发"), bare.contains("年"), bare.contains("月"), bare.count <= 50 { return (.printing, bare) }
    if let cut = text.firstIndex(where: { $0 == "：" || $0 == ":" }) {
      let name = String(text[..<cut]).bare
      guard let label = labels.first(where: { $0.name == name }) else { return nil }
      return (label.part, String(text[text.index(after: cut)...]).trimmed)
    }
    return nil
  }

  /// The word of the front matter for what letters write.
  static func disclosure(_ value: String) -> String? {
    var bare = value.bare
    while let last = bare.last, "。；，".contains(last) { bare.removeLast() }
    switch bare {
    case "主动公开", "公开", "公开发布", "全文公开", "是", "同意公开": return "主动公开"
    case "依申请公开": return "依申请公开"
    case "不予公开", "不公开", "否": return "不予公开"
    default: return nil
    }
  }

  // MARK: Signature

  /// `示例省教育厅 2024年5月22日` or `2024.5.22`, the name left empty where there is none.
  static func signedDay(_ line: String) -> (name: String, date: CalendarDate)? {
    let bare = line.bare
    guard bare.count <= 60, let (start, date) = dayAtEnd(of: bare) else { return nil }
    let name = String(bare[..<start])
    if name.isEmpty { return ("", date) }
    return isSignature(name) ? withoutSeal(name).map { ($0, date) } : nil
  }

  private static func dayAtEnd(of bare: String) -> (start: String.Index, date: CalendarDate)? {
    guard bare.hasSuffix("日") else {
      let day = bare.reversed().prefix { $0.isASCII && $0.isWholeNumber || ".-/".contains($0) }.count
      let text = String(bare.suffix(day))
      guard text.contains(where: ".-/".contains), let date = CalendarDate(text: text) else { return nil }
      return (bare.index(bare.endIndex, offsetBy: -day), date)
    }
    guard let year = bare.lastIndex(of: "年"), bare[..<year].reversed().prefix(while: isYearDigit).count == 4 else {
      return nil
    }
    let start = bare.index(year, offsetBy: -4)
    return date(bare[start...]).map { (start, $0) }
  }

  /// `2024年5月2O日`, which no day is.
  static func resemblesDay(_ line: String) -> Bool {
    let bare = line.bare
    return bare.count <= 16 && bare.contains("年") && bare.contains("月") && bare.contains { $0.wholeNumberValue != nil }
  }

  /// `- 2 -`, `第2页`
  static func isPageNumber(_ line: String) -> Bool {
    let bare = line.bare
    let digits = bare.hasPrefix("第") && bare.hasSuffix("页") ? bare.dropFirst().dropLast() : bare[...].strippingDashes
    return digits.count < bare.count && (1...4).contains(digits.count)
      && digits.allSatisfy { $0.isASCII && $0.isNumber }
  }

  private static func isYearDigit(_ character: Character) -> Bool {
    character.wholeNumberValue.map { $0 < 10 } ?? "〇○Ｏ零O".contains(character)
  }

  /// `2024年5月22日`, `二〇二四年五月二十二日`
  private static func date(_ text: Substring) -> CalendarDate? {
    let parts = text.dropLast().split { $0 == "年" || $0 == "月" }
    guard parts.count == 3, let month = ChineseNumeral.value(of: parts[1]), let day = ChineseNumeral.value(of: parts[2])
    else { return nil }
    let year = parts[0].reduce(0) { $0 * 10 + ($1.wholeNumberValue ?? 0) }
    return CalendarDate(year: year, month: month, day: day)
  }

  static func isSignature(_ line: String) -> Bool {
    let bare = line.bare
    guard let first = bare.first, bare.count <= 40, first.isHan || first == "（" else { return false }
    return !bare.contains { "。，：；！？、,:;".contains($0) } && !bare.hasPrefix("附件") && !bare.hasPrefix("此复")
      && !bare.hasPrefix("特此") && !bare.hasPrefix("专此") && numbers(in: bare).isEmpty
      && (isSeal(bare) || withoutSeal(bare).map(isAgency) ?? false)
  }

  private static func isSeal(_ bare: String) -> Bool { ["（盖章）", "（印章）", "（公章）", "(盖章)", "（印）"].contains(bare) }

  /// `nil` when there is nothing but the word for a seal.
  static func withoutSeal(_ line: String) -> String? {
    var bare = line.bare
    for seal in ["（盖章）", "（印章）", "（公章）", "(盖章)", "（印）"] where bare.hasSuffix(seal) { bare.removeLast(seal.count) }
    return bare.isEmpty ? nil : bare
  }

  // MARK: Reference

  /// The numbers of the proposals that a text names, as in `第0216号`, `第0123、0456号建议`; those of documents are none.
  static func numbers(in bare: String) -> [String] {
    let text = bare.halfWidth
    return text.indices.filter { text[$0] == "号" }.flatMap { mark in
      var rest = text[..<mark]
      var numbers: [String] = []
      var before: Character?
      repeat {
        let digits = String(rest.reversed().prefix { $0.isASCII && ($0.isNumber || $0 == "-") }.reversed())
        guard let number = ProposalNumber.normalise(digits) else { break }
        numbers.append(number)
        rest = rest.dropLast(digits.count)
        before = rest.last
        if before == "第" { rest = rest.dropLast() }
      } while rest.popLast().map { "、，,和及与至".contains($0) } ?? false
      let after = text[mark...].dropFirst()
      let isReference = before == "第" || ["建议", "提案", "重点", "议案"].contains { after.hasPrefix($0) }
      return isReference ? numbers.reversed() : []
    }
  }

  /// `省十四届人大二次会议` out of a sentence.
  static func session(in bare: String) -> String? {
    guard let end = bare.firstRange(of: "次会议") else { return nil }
    let before = bare[..<end.upperBound]
    guard let term = before.range(of: "届")?.lowerBound else { return nil }
    // The words in front of a session that are no part of its name.
    var start = before.startIndex
    for word in ["对", "于", "在", "您", "《", "（", "，", "。", "的", "至", "出席"] {
      var rest = before[start..<term]
      while let found = rest.firstRange(of: word) {
        start = found.upperBound
        rest = before[start..<term]
      }
    }
    let name = String(before[start...])
    return Session(name) == nil ? nil : name
  }

  static func kind(in bare: String) -> Kind? {
    if bare.contains("议案转建议") { return .motion }
    if let mark = bare.firstRange(of: "号") {
      let after = bare[mark.upperBound...].prefix(8)
      if after.hasPrefix("建议") { return .suggestion }
      if after.hasPrefix("提案") || after.hasPrefix("重点提案") { return .proposal }
    }
    let suggestion = bare.range(of: "建议》") ?? bare.range(of: "建议的")
    let proposal = bare.range(of: "提案》") ?? bare.range(of: "提案的")
    switch (suggestion, proposal) {
    case (_?, nil): return .suggestion
    case (nil, _?): return .proposal
    default: return nil
    }
  }
}

extension Substring {
  /// Without the dashes on both sides; empty where there are none.
  fileprivate var strippingDashes: Substring {
    guard let first, let last, "-－—–─".contains(first), "-－—–─".contains(last) else { return "" }
    return drop { "-－—–─".contains($0) }.prefix { !"-－—–─".contains($0) }
  }
}

extension StringProtocol {
  fileprivate func range(of text: String) -> Range<Index>? { firstRange(of: text) }
}
