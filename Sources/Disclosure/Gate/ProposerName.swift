/// 提出人 as the ledger has it, and as the site's policy lets it be shown.
package enum ProposerName {
  /// The persons and bodies in a cell such as `赵甲、钱 乙等12人`, `领衔：赵甲（教育局）` or `民盟示例省委员会`, without titles.
  package static func names(in cell: String) -> [String] {
    withoutRemarks(cell).split(whereSeparator: isSeparator).flatMap(joined).map(bare)
      .filter { !$0.isEmpty && !titles.contains($0) }
  }

  /// What a page shows for the cell: `赵甲`, `赵代表` or nothing; bodies always by their full name.
  package static func shown(_ cell: String, kind: Kind, policy: Column.ProposerDisplay) -> String {
    if policy == .fullName { return cell }
    let shown = names(in: cell).compactMap { name -> String? in
      guard isPerson(name) || name.count == 1 else { return name }
      return policy == .surname ? surname(of: name) + kind.proposerTitle : nil
    }
    let hasMore = cell.unicodeScalars.split(whereSeparator: isSeparator).contains { part in
      withoutRest(Substring(part)).endIndex < part.endIndex
    }
    return shown.joined(separator: "、") + (hasMore && !shown.isEmpty ? "等" : "")
  }

  /// The persons whom an addressee line names, as in `赵甲代表和钱乙委员（并转孙丙）：`.
  package static func persons(addressedIn line: String) -> [String] {
    var bytes = Array(line.utf8)
    for body in ["委员会", "代表团", "代表大会"] { bytes.replace(body, with: "会、") }
    for title in titles { bytes.replace(title, with: "\(titleSign)、") }
    let parts = String(decoding: bytes, as: UTF8.self).unicodeScalars.split { isSeparator($0) || isFrame($0) }
    return parts.flatMap { part in
      let isTitled = part.last == titleSign
      // Behind what a title follows: 赵甲和文强代表.
      func isName(_ text: String) -> Bool { beginsWithSurname(text) || isTitled && beginsWithRareSurname(text) }
      return joined(isTitled ? part.dropLast() : part).flatMap { linked($0, where: isName) }.filter { name in
        isPerson(name) && (hasDot(name) || name.count <= 4 && isName(name))
      }
    }
  }

  /// Stands where a title did.
  private static let titleSign: Unicode.Scalar = "\u{1}"

  /// The names that 和, 并转 and the like link; a given name may hold such a character.
  private static func linked(_ text: String, where beginsName: (String) -> Bool) -> [String] {
    let text = withoutRest(text[...])
    // Three characters at most are no two names.
    if text.utf8.count <= 9, beginsName(String(text)) { return [String(text)] }
    for link in links {
      guard let range = text.firstRange(of: link) else { continue }
      let (before, behind) = (String(text[..<range.lowerBound]), String(text[range.upperBound...]))
      let isName = isPerson(before) || before.count > 4
      if before.isEmpty || isName && beginsName(behind) {
        return linked(before, where: beginsName) + linked(behind, where: beginsName)
      }
    }
    return text.isEmpty ? [] : [String(text)]
  }

  private static let links = ["以及", "并转", "并", "转", "和", "及", "与", "暨", "尊敬的"]

  /// The addressee line of a letter with persons shown by the policy.
  package static func masked(
    _ line: String, persons: [String], kind: Kind, policy: Column.ProposerDisplay
  ) -> String {
    if policy == .fullName { return line }
    let title = kind.proposerTitle
    var bytes = Array(line.utf8)
    for name in persons.sorted(by: { $0.count > $1.count }) {
      let shown = policy == .surname ? surname(of: name) : ""
      for spelling in spellings(of: name) {
        bytes.replace(spelling, andBehind: titlesBehind) { tail in
          shown + (titles.first(where: tail.hasSuffix) ?? title)
        }
      }
    }
    bytes.replace("\(title)等\(title)", with: "\(title)等")
    bytes.replace(title + title, with: title)
    let list = "\(title)、\(title)"
    while bytes.range(of: Array(list.utf8)) != nil { bytes.replace(list, with: title) }
    countOnce(title, in: &bytes, isNamed: policy == .surname)
    return String(decoding: bytes, as: UTF8.self)
  }

  /// `李代表等5人代表` is 李代表等5人; where no name is left, `代表等5位代表` is 5位代表.
  private static func countOnce(_ title: String, in line: inout [UInt8], isNamed: Bool) {
    for opening in line.ranges(of: Array("\(title)等".utf8)).reversed() {
      let unit = line.skipping(isNumeral, from: opening.upperBound)
      guard unit > opening.upperBound, let scalar = line.scalar(at: unit) else { continue }
      let end = unit + UTF8.width(scalar)
      guard line[end...].starts(with: title.utf8) else { continue }
      if scalar == "人" { line.removeSubrange(end..<end + title.utf8.count) }
      if !isNamed, scalar == "位" || scalar == "名" { line.removeSubrange(opening) }
    }
  }

  private static func isNumeral(_ scalar: Unicode.Scalar) -> Bool {
    scalar.properties.numericType != nil || "两几数余多".unicodeScalars.contains(scalar)
  }

  /// How texts write a name: those of two characters often have a blank inside, so that they align with longer ones.
  private static func spellings(of name: String) -> [String] {
    guard name.count == 2, let first = name.first, let last = name.last else { return [name] }
    return ["", " ", "\u{3000}"].map { "\(first)\($0)\(last)" }
  }

  // MARK: - Reading a cell

  /// The cell without what stands in brackets, and without labels such as `领衔：`.
  private static func withoutRemarks(_ cell: String) -> Substring.UnicodeScalarView {
    var kept = Substring.UnicodeScalarView()
    var depth = 0
    for scalar in cell.unicodeScalars {
      switch scalar {
      case "（", "(", "[", "【": depth += 1
      case "）", ")", "]", "】": depth = max(0, depth - 1)
      case "：", ":":
        let start = kept.lastIndex(where: isSeparator).map { kept.index(after: $0) } ?? kept.startIndex
        kept.removeSubrange(start...)
      default: if depth == 0 { kept.append(scalar) }
      }
    }
    return kept
  }

  private static func isFrame(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "（", "）", "(", ")", "[", "]", "【", "】", "：", ":": true
    default: false
    }
  }

  /// The names that blanks part; a blank inside a name (`石 韧`, `欧阳 修`) parts nothing.
  private static func joined(_ part: Substring.UnicodeScalarView) -> [String] {
    var names: [String] = []
    for piece in part.split(whereSeparator: \.isBlank).map({ String($0) }) {
      if piece.count == 1, let last = names.last, last.count == 1 || compoundSurnames.contains(last) {
        names[names.count - 1] += piece
      } else {
        names.append(piece)
      }
    }
    return names
  }

  /// The name without `等12人`, `尊敬的` and titles before or behind it.
  private static func bare(_ text: String) -> String {
    var name = withoutRest(text[...])
    if name.utf8.starts(with: "尊敬的".utf8) { name = name.dropFirst(3) }
    for title in titles {
      if name.ends(in: title), name.count > 2 { name = name.dropLast(2) }
      // With what stands around it a title takes ten bytes, and most names are shorter.
      if name.utf8.count > 9, name.count > 3, let range = name.firstRange(of: title),
        beginsWithSurname(String(name[range.upperBound...]))
      {
        name = name[range.upperBound...]
      }
    }
    return String(name)
  }

  /// What stands before `等`, `等12人` or `等三位代表` at the end; 等 in 高等教育 is part of a name.
  private static func withoutRest(_ text: Substring) -> Substring {
    guard let rest = text.unicodeScalars.lastIndex(of: "等"),
      text[rest...].dropFirst().allSatisfy({ $0.isWholeNumber || "余多名位人大代表政协委员全国省市州县区同志".contains($0) })
    else { return text }
    return text[..<rest]
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", ",", "；", ";", "/", "／", "|", "\n": true
    default: false
    }
  }

  private static let titles = ["代表", "委员", "同志"]
  private static let titlesBehind = titles.flatMap { [$0, " " + $0, "\u{3000}" + $0] }
}

// MARK: - Persons and bodies

extension ProposerName {
  /// Whether a name is a person's, who may wish not to be named, and not a party's, committee's or group's. In doubt it
  /// is a person.
  package static func isPerson(_ name: String) -> Bool {
    if hasDot(name) { return true }
    let count = name.count
    if count < 2 || wholeNames.contains(name) { return false }
    if count == 2 { return true }
    if bodySuffixes.contains(where: name.ends) { return false }
    // 王建党, but 致公党.
    let isShortName = count <= 4 && beginsWithSurname(name)
    return isShortName || !ambiguousSuffixes.contains(where: name.ends)
  }

  private static func hasDot(_ name: String) -> Bool {
    name.unicodeScalars.contains { $0 == "·" || $0 == "•" || $0 == "・" }
  }

  private static func beginsWithSurname(_ name: String) -> Bool {
    guard name.count >= 2, let first = name.first else { return false }
    return surnames.contains(first) || compoundSurnames.contains(String(name.prefix(2)))
  }

  /// Only before a title; elsewhere they begin bodies' names and everyday words.
  private static func beginsWithRareSurname(_ name: String) -> Bool {
    name.first.map(rareSurnames.contains) == true && !titledWords.contains(String(name.prefix(2)))
  }

  private static func surname(of name: String) -> String {
    let double = String(name.prefix(2))
    return compoundSurnames.contains(double) && name.count > 2 ? double : String(name.prefix(1))
  }

  /// Bodies, and words, that would else be taken for persons.
  private static let wholeNames: Set<String> = [
    "民革", "民盟", "民建", "民进", "农工", "致公", "九三", "台盟", "工会", "妇联", "科协", "侨联", "台联", "青联", "文联", "作协", "记协", "残联", "团委",
    "九三学社", "代表", "委员", "各位", "全体", "有关",
  ]

  private static let bodySuffixes = ["界", "组", "局", "厅", "院", "处", "所", "部", "委", "站", "司", "中心", "集团", "人士"]

  /// Ends of bodies' names and of given names.
  private static let ambiguousSuffixes = ["会", "团", "党", "盟", "社", "联", "协", "校", "办", "学", "室"]

  private static let compoundSurnames: Set<String> = [
    "欧阳", "司马", "上官", "诸葛", "东方", "皇甫", "尉迟", "公孙", "慕容", "令狐", "司徒", "司空", "长孙", "宇文", "轩辕", "端木", "夏侯", "南宫", "西门",
    "东郭", "呼延", "澹台", "公冶", "宗政", "濮阳", "淳于", "太史", "申屠", "独孤", "拓跋", "钟离", "赫连", "闻人", "鲜于", "纳兰", "完颜",
  ]

  /// Of 百家姓 and the censuses, without those that stand before a title in other words as well (全国, 党员, 居民…).
  private static let rareSurnames = Set(
    """
    文宗台佟敖岑冼那佘喻窦云奚郎昌凤花酆廉皮卞穆湛禹狄明伏茅麻娄危昝裘缪宣贲郁杭诸钮滑荣荀羊於惠封芮羿储汲邴糜松井富巫乌巴弓隗宓蓬郗班仰仲伊仇暴钭厉戎祖束幸司韶郜蓟印宿怀蒲邰鄂索咸籍蔺屠蒙阴鬱胥苍莘逄姬扶
    堵宰郦雍郤璩桑濮寿扈燕郏浦尚晏慕连茹习艾鱼慎戈庾终衡弘匡寇禄阙殳沃蔚夔巩厍晁融訾毋沙乜养鞠须竺权逯盖桓帅佴宦揭仝苟母粟隆冀阚库凡亓门德甯农
    """)

  /// What such a surname would else be seen in.
  private static let titledWords: Set<String> = [
    "文艺", "文化", "文史", "文教", "文体", "文旅", "宗教", "台胞", "台湾", "台商", "台属", "台联", "台盟", "农民", "农业", "农村", "农工", "农牧", "农科",
    "农林", "蒙古",
  ]

  /// The most common ones, by frequency, without those that begin names of bodies (文, 农, 台, 宗…).
  private static let surnames = Set(
    """
    王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎余潘杜戴夏钟汪田任姜范方石姚谭廖邹熊金陆郝孔白崔康毛邱秦江史顾侯邵孟龙万段雷钱汤尹黎易常武乔贺赖龚庞
    樊兰殷施陶洪翟安颜倪严牛温芦季俞章鲁葛伍韦申尤毕聂丛焦向柳邢路岳齐梅莫庄辛管祝左涂谷祁时舒耿牟卜詹关苗凌费纪靳盛童欧甄项曲游阳裴席卫查屈鲍覃霍翁隋植甘景薄单包柏宁柯阮桂闵解强柴华车冉房边辜吉饶刁瞿戚丘
    古米池滕晋苑邬臧畅宫嵇
    """)
}
