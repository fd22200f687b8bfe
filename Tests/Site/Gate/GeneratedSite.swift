@testable import Renderer

/// A small site of proposals, replies, reports and bulletins in every state of disclosure, in which every text is a
/// mark that tells whether the column may show it.
///
/// What is open is decided here anew, and not by asking the program.
struct GeneratedSite {
  private(set) var files: [String: String?] = [:]
  var marks = Marks()
  /// Given names of proposers that the site's policy hides, and those that pages must show.
  private(set) var hiddenNames: Set<Character> = []
  private(set) var shownNames: Set<Character> = []
  private(set) var published = 0
  private(set) var withheld = 0

  var generator: Generator
  private let display: String
  private let namesWithheld: Bool
  private let declaresUnits: Bool
  private var rows: [[String: String]] = []

  init(seed: Int) {
    generator = Generator(seed: seed)
    display = generator.pick(["全名", "姓氏", "隐藏"])
    namesWithheld = generator.chance(40)
    declaresUnits = generator.chance(50)
    files[settingsFile] = settings
    for number in 0..<Int.random(in: 1...5, using: &generator) { addProposal(number) }
    for number in 0..<Int.random(in: 0...3, using: &generator) { addDocument(number) }
    files[replyFile] = String?.none
    files[ledgerFile] = table
  }

  mutating func setTemplate(_ name: String, _ text: String) { files["templates/\(name)"] = text }

  private var settings: String {
    let units = "承办单位:\n" + (0..<4).map { "  - {名称: 示例省第\($0)厅, 代码: ting\($0)}\n" }.joined()
    let head = LittleSite.settings.split(separator: "承办单位:").first ?? ""
    return head + (declaresUnits ? units : "")
      + "截至日期: 2024-12-31\n提出人显示: \(display)\n公开未公开件标题: \(namesWithheld ? "是" : "否")\n"
  }

  private var table: String {
    let header = Set(rows.flatMap(\.keys)).sorted()
    let lines = rows.map { row in header.map { row[$0] ?? "" } }
    return ([header] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
  }

  // MARK: - Proposals

  /// What becomes of a row that owes a reply.
  private enum Fate: CaseIterable {
    case open, openAndMore, onRequest, closed, unreviewed, secret, refused, undated, notYet, unanswered
    case openWithClosedLetter, openWithLaterLetter, withdrawn

    var isOpen: Bool { self == .open || self == .openAndMore }
  }

  private mutating func addProposal(_ index: Int) {
    let answers = (0..<generator.pick([0, 1, 1, 1, 2, 3])).map { _ in
      generator.chance(40) ? generator.pick([Fate.open, .openAndMore]) : generator.pick(Fate.allCases)
    }
    let assists = (0..<generator.pick(answers.isEmpty ? [1, 2] : [0, 0, 1])).map { _ in generator.chance(50) }
    let hasOpenAnswer = answers.contains(where: \.isOpen)
    // An assistance tells nothing of a proposal whose replies are all held back.
    let openAssists = assists.map { $0 && (hasOpenAnswer || answers.isEmpty) }
    let isShown = hasOpenAnswer || openAssists.contains(true)
    let proposal = proposalFields(index, isShown: isShown, isWithdrawn: answers.contains(.withdrawn))

    for (position, fate) in answers.enumerated() { addAnswer(fate, at: position, to: proposal) }
    for (position, isOpen) in assists.enumerated() {
      var row = proposal.merging(rowFields(isShown: openAssists[position])) { $1 }
      row["承办单位"] = unit(answers.count + position, isShown: openAssists[position])
      row["承办方式"] = generator.pick(["会办", "参阅"])
      if isOpen {
        row["公开方式"] = "主动公开"
        row["公开日期"] = "2024-05-28"
      }
      add(row, isOpen: openAssists[position])
    }
  }

  private mutating func add(_ row: [String: String], isOpen: Bool) {
    rows.append(row)
    if isOpen { published += 1 } else { withheld += 1 }
  }

  private mutating func proposalFields(_ index: Int, isShown: Bool, isWithdrawn: Bool) -> [String: String] {
    let isProposal = generator.chance(50)
    // Number and title are what a site may choose to name; they are not texts of the withheld answer. Of what was
    // withdrawn, the page that says so keeps the number, and nothing the title.
    let fate = isShown ? Marks.Fate.shown : namesWithheld && !isWithdrawn ? .named : .hidden
    let hasPage = isShown || isWithdrawn
    var fields = [
      "类型": isProposal ? "提案" : generator.pick(["建议", "议案转建议"]),
      "届次": mark(hasPage) + (isProposal ? "省政协\(index + 1)届二次会议" : "省\(index + 1)届人大二次会议"),
      "年份": String(2020 + index), "编号": marks.word(hasPage ? .shown : fate), "标题": "关于\(marks.word(fate))的建议",
      "提出人": proposer(index, isShown: isShown),
    ]
    for field in ["代表团", "界别", "类别", "建议内容", "主题"] where generator.chance(60) { fields[field] = mark(isShown) }
    return fields
  }

  private mutating func proposer(_ index: Int, isShown: Bool) -> String {
    guard generator.chance(80) else { return "民盟" + mark(isShown) + "委员会" }
    // A character that no page has: from CJK Extension A.
    let name = Character(Unicode.Scalar(UInt32(0x3400 + index)) ?? "㐀")
    if isShown, display == "全名" { shownNames.insert(name) } else { hiddenNames.insert(name) }
    return "赵\(name)"
  }

  private mutating func addAnswer(_ fate: Fate, at position: Int, to proposal: [String: String]) {
    var row = proposal.merging(rowFields(isShown: fate.isOpen)) { $1 }
    let unit = unit(position, isShown: fate.isOpen)
    row["承办单位"] = unit
    row["承办方式"] = generator.pick(["单独办理", "主办", "分办"])
    row["答复日期"] = "2024-05-20"
    row["公开方式"] = "主动公开"
    row["公开日期"] = "2024-05-28"
    switch fate {
    case .open, .openAndMore, .openWithClosedLetter, .openWithLaterLetter: break
    case .withdrawn: row["公开方式"] = generator.pick(["主动公开", "不予公开", ""])
    case .onRequest: row["公开方式"] = "依申请公开"
    case .closed: row["公开方式"] = "不予公开"
    case .unreviewed: row["公开方式"] = ""
    case .secret: row["保密审查"] = "不通过"
    case .refused: row["公开审查"] = "不通过"
    case .undated: row["公开日期"] = ""
    case .notYet: row["公开日期"] = "2025-01-01"
    case .unanswered: row["答复日期"] = ""
    }
    add(row, isOpen: fate.isOpen)

    let key = [
      "编号: \(row["编号"] ?? "")", "届次: \(row["届次"] ?? "")", "类型: \(row["类型"] ?? "")", "承办单位: \(unit)",
    ]
    switch fate {
    case .openWithClosedLetter: addLetter(key + ["公开方式: 不予公开"], row, isShown: false)
    case .openWithLaterLetter: addLetter(key + ["公开日期: 2025-01-01"], row, isShown: false)
    case .withdrawn: addLetter(key, row, isShown: false, isWithdrawn: true)
    case .unanswered where generator.chance(50): break
    default: addLetter(key, row, isShown: fate.isOpen)
    }
    if fate == .openAndMore {
      addLetter(key + ["答复序次: 再次", "答复日期: 2024-07-01", "公开日期: 2024-07-05"], row, isShown: true)
      addLetter(key + ["答复序次: 补充", "答复日期: 2025-07-01"], row, isShown: false)
      addLetter(key + ["答复序次: 补充", "答复日期: 2024-08-01"], row, isShown: false, isWithdrawn: true)
      addLetter(key + ["答复序次: 阶段性", "公开方式: 依申请公开"], row, isShown: false)
    }
  }

  /// Fields of a row that are public with it, and fields that never are.
  private mutating func rowFields(isShown: Bool) -> [String: String] {
    var fields: [String: String] = [:]
    let open = ["责任处室", "领办领导", "重点类别", "会办单位", "沟通方式", "发文字号", "采纳情况", "转化形式", "转化成果", "跟踪结果"]
    for field in open where generator.chance(50) { fields[field] = mark(isShown) }
    for field in ["不公开理由", "不满意原因", "联系人", "联系电话", "手机", "住址", "备注", "承办人", "签发人", "随手记"] where generator.chance(40) {
      fields[field] = mark(false)
    }
    return fields
  }

  private mutating func unit(_ position: Int, isShown: Bool) -> String {
    declaresUnits ? "示例省第\(position % 4)厅" : "示例省\(mark(isShown))厅"
  }

  // MARK: - Texts

  private mutating func addLetter(
    _ key: [String], _ row: [String: String], isShown: Bool, isWithdrawn: Bool = false
  ) {
    let attachment = mark(isShown) + "/" + mark(isShown) + ".txt"
    files["content/files/" + attachment] = mark(isShown)
    files["content/files/" + mark(false) + ".txt"] = mark(false)
    let linked = mark(isShown) + ".txt"
    files["content/files/" + linked] = mark(isShown)
    let texts = ["标题", "署名", "联系人", "联系电话", "抄送", "解读"].map { "\($0): \(mark(isShown))" }
    let head =
      key + texts + [
        "主送: \(row["提出人"] ?? "")\(row["类型"] == "提案" ? "委员" : "代表")", "附件: [{名称: \(mark(isShown)), 文件: \(attachment)}]",
        "更正: [{日期: 2024-06-01, 说明: \(mark(isShown))}]", "旧网址: old/\(mark(isShown || isWithdrawn)).html",
        "已核: [{规则: 手机号, 内容: \(mark(false)), 理由: \(mark(false))}]",
      ] + (isWithdrawn ? ["撤回: {日期: 2024-09-01, 理由类别: 重新办理}"] : [])
    files["content/replies/\(mark(false)).md"] = """
      ---
      \(head.joined(separator: "\n"))
      ---
      \(mark(isShown))

      ## \(mark(isShown))

      | \(mark(isShown)) |
      | --- |
      | [\(mark(isShown))](../files/\(linked)) |

      """
  }

  private let scopes = ["{}", "{年份: 2021}", "{年份: 2020}", "{年份: 2021, 类型: 提案}", "{届次: 省1届人大二次会议}", "{类型: 建议}"]

  private mutating func addDocument(_ index: Int) {
    let disclosure = generator.pick(["主动公开", "主动公开", "依申请公开", "不予公开", ""])
    let day = generator.pick(["2024-12-31", "2024-12-31", "2025-01-01", ""])
    let isShown = disclosure == "主动公开" && day == "2024-12-31"
    if isShown { published += 1 } else { withheld += 1 }
    let isBulletin = generator.chance(50)
    var head = ["文种: \(isBulletin ? "联络动态" : "工作总结")", "日期: 2024-12-0\(index + 1)", "统计范围: \(generator.pick(scopes))"]
    if !disclosure.isEmpty { head.append("公开方式: \(disclosure)") }
    if !day.isEmpty { head.append("公开日期: \(day)") }
    head.append(isBulletin ? "期号: \(index + 1)" : "发文字号: \(mark(isShown))")
    for key in ["标题", "来源", "主送", "抄送", "编辑", "送"] { head.append("\(key): \(mark(isShown))") }
    head.append("旧网址: old/\(mark(isShown)).html")
    files["content/\(isBulletin ? "bulletins" : "reports")/\(mark(isShown)).md"] = """
      ---
      \(head.joined(separator: "\n"))
      ---
      \(mark(isShown))共{{ 统计.总数 }}件。

      \(Self.everything.joined(separator: "\n\n"))

      """
  }

  /// What documents may include.
  static let partials = ["统计表", "分类统计", "承办单位统计", "典型案例", "建议清单", "办理结果图"]

  /// All that a document's text can see, and all that it can include.
  private static let everything =
    NarrativeView.schema.shape.names.map { "{{ \($0)|tojson }}" }
    + partials.map { "{% include \"partials/\($0).html\" %}" }

  private mutating func mark(_ isShown: Bool) -> String { marks.word(Marks.Fate(shownIf: isShown)) }
}
