import Diagnostics
import Disclosure
import Testing

@testable import Claims

/// What the check finds in sentences of the forms that DOMAIN.md §3 takes from real reports; figures in `ExampleLedger`.
@Suite("Claims")
struct ClaimTests {
  /// The quotation that begins a finding's message.
  private func quotes(_ diagnostics: [Diagnostic]) -> [String] {
    diagnostics.map { String($0.message.dropFirst().prefix { $0 != "”" }) }
  }

  @Test("finds no fault in what agrees with the ledger", arguments: right)
  func agrees(_ text: String) { #expect(quotes(ExampleLedger.check(text)) == []) }

  @Test("finds every number that does not", arguments: wrong)
  func differs(_ text: String, _ expected: [String]) { #expect(quotes(ExampleLedger.check(text)) == expected) }

  @Test("takes nothing else for a claim", arguments: other)
  func ignores(_ text: String) { #expect(quotes(ExampleLedger.check(text)) == []) }

  private static let right = [
    "2024年，我厅共办理人大建议 48 件，其中主办 20 件，会办 27 件，参阅1件。", "我厅共承办代表建议48件，其中主办件20件、会办件27件。",
    "**共办理代表建议48件**，其中主办答复20件（承办3件，主办12件，分办5件）。", "分派至我厅办理的代表建议（以下称“建议”）共４８件。", "共办理建议四十八件。",
    "我厅承办的48件代表建议中有6件转化为年度重点任务，17条建议措施写入有关文件。", "转化率12.5%，采纳17条。", "27件汇办件中，26件按时送达。",
    "会办意见按时送达率96.3%。", "主办的20件建议，除4件代表提出无需见面外，其余14件均与代表见面。", "见面率70%，沟通率90.0%。", "见面沟通率为90%。",
    "已答复19件，答复率95%。", "其余47件均已办结。", "尚未答复1件。", "按时办结18件，按时办结率94.7%，逾期1件。", "A类9件，占47.4%；B类6件，占31.6%；C类3件，占15.8%；D类1件，占5.3%。",
    "A类、B类、C类、D类分别为9件、6件、3件、1件。", "A、B、C、D类分别占47.4%、31.6%、15.8%、5.3%。",
    "所提问题已解决或基本解决的9件，占47.4%；正在解决或列入规划逐步解决的6件；因目前条件限制需待以后解决的3件；留作参考的1件。",
    "已解决或基本解决（A类）9件，解决率47.4%。", "已有15件获得领衔代表的满意评价。", "满意15件、基本满意2件、不满意1件、未反馈2件，满意率94.4%。",
    "代表满意率达到94.4%，其中满意83.3%。", "满意率94%。", "公开10件，公开率52.6%，其中全文公开8件、摘要公开2件。", "依申请公开3件，不予公开1件。",
    "主动公开答复10件。", "重点督办件5件，其中主办3件。", "主办的重点督办建议3件，会办的重点督办建议2件。", "连续多年提出的建议4件。",
    "我厅共办理代表建议48件，比上年增加8件，同比增长20%。", "与上年相比，主办件减少20件，下降50%。", "2023年，我厅共办理代表建议40件，满意30件。", "去年共办理代表建议40件。",
    "办理政协提案21件，其中主办8件、会办13件。", "主办占41.7%。", "满意率超过94%。", "满意率94%以上。", "公开十件。", "公开\n10\n件。", "答复率百分之九十五。",
    "答复率、公开率分别为95%、52.6%。", "主办、会办分别为20件、27件。", "共办理48件，{{ 统计.应答复 }}件由我厅主办，会办27件。",
    "会办的27件建议均已函复主办单位。", "省教育厅共办理代表建议48件；省水利厅共办理代表建议16件，其中主办11件。", "满意率比上年下降5.6个百分点。",
  ]

  private static let wrong: [(String, [String])] = [
    ("2024年，我厅共办理人大建议 49 件，其中主办 20 件，会办 27 件。", ["办理人大建议49件"]),
    ("共承办代表建议48件，其中主办件21件、会办件28件。", ["主办件21件", "会办件28件"]), ("**共办理代表建议47件**。", ["办理代表建议47件"]),
    ("主办答复的20件建议（承办4件，主办13件，分办6件）。", ["承办4件", "主办13件", "分办6件"]), ("代表建议（以下称“建议”）共办理 ４９ 件。", ["办理49件"]),
    ("共办理建议四十九件。", ["办理建议四十九件"]), ("主办二十二件。", ["主办二十二件"]), ("参阅0件。", ["参阅0件"]),
    ("我厅承办的84件代表建议中有7件转化为年度重点任务，18条建议措施写入有关文件。", ["承办的84件", "7件转化为", "18条建议措施写入"]),
    ("转化率12.6%，采纳16条。", ["转化率12.6%", "采纳16条"]), ("28件汇办件，27件按时送达。", ["28件汇办", "27件按时送达"]),
    ("除5件代表提出无需见面外，其余15件均与代表见面。", ["5件代表提出无需见面", "15件均与代表见面"]), ("见面率78.4%，沟通率100%。", ["见面率78.4%", "沟通率100%"]),
    ("已答复20件，答复率100%。", ["答复20件", "答复率100%"]), ("其余46件均已办结。", ["46件均已办结"]), ("尚未答复2件。", ["尚未答复2件"]),
    ("做到了按时办结率、见面率、代表满意率三个100%。", ["按时办结率、见面率、代表满意率三个100%", "见面率、代表满意率三个100%", "满意率三个100%"]),
    ("按时办结19件，逾期0件。", ["按时办结19件", "逾期0件"]), ("A类10件，占52.6%；B类6件，占31.5%。", ["A类10件", "占52.6%", "占31.5%"]),
    ("A类、B类分别为9件、7件。", ["7件"]), ("A、B、C、D类分别占47.4%、31.6%、15.7%、5.3%。", ["15.7%"]),
    ("所提问题得到解决或基本解决的占47.3%；留作参考的2件。", ["得到解决或基本解决的占47.3%", "留作参考的2件"]),
    ("正在解决或列入规划逐步解决的7件。", ["正在解决或列入规划逐步解决的7件"]), ("已有16件获得领衔代表的满意评价。", ["16件获得领衔代表的满意评价"]),
    ("满意14件、基本满意3件、不满意0件。", ["满意14件", "基本满意3件", "不满意0件"]), ("代表满意率达到94.5%。", ["满意率达到94.5%"]), ("满意率100%。", ["满意率100%"]),
    ("公开11件，公开率52.7%，全文公开9件。", ["公开11件", "公开率52.7%", "全文公开9件"]), ("依申请公开2件。", ["依申请公开2件"]),
    ("主办的20件建议答复均已全文公开。", ["20件建议答复均已全文公开"]), ("重点督办件4件。", ["重点督办件4件"]), ("主办的重点督办建议2件。", ["重点督办建议2件"]),
    ("连续多年提出的建议5件。", ["连续多年提出的建议5件"]), ("共办理代表建议48件，比上年增加9件，同比增长21.9%。", ["增加9件", "增长21.9%"]),
    ("共办理代表建议48件，同比减少8件。", ["减少8件"]), ("与上年相比，主办件减少19件。", ["减少19件"]), ("2023年，我厅共办理代表建议41件。", ["办理代表建议41件"]),
    ("去年共办理代表建议48件。", ["办理代表建议48件"]), ("办理政协提案22件，其中主办9件。", ["办理政协提案22件", "主办9件"]), ("主办占41.6%。", ["主办占41.6%"]),
    ("满意率超过95%。", ["满意率超过95%"]), ("公开十一件。", ["公开十一件"]), ("答复率百分之九十六。", ["答复率百分之九十六"]),
    ("共办理{{ 统计.总数 }}件，其中主办21件。", ["主办21件"]), ("省水利厅共办理代表建议17件，其中主办11件。", ["办理代表建议17件"]),
    ("满意率比上年提高5.6个百分点。", ["提高5.6个百分点"]), ("| 主办 | 会办26件 |", ["会办26件"]), ("## 全年主办19件", ["主办19件"]), ("- 会办28件；", ["会办28件"]),
    ("共办理代表建议1,048件。", ["办理代表建议1，048件"]),
  ]

  /// DOMAIN.md §3.1–3.5: what cannot be computed, other counts of the same kind, aims, idioms.
  private static let other = [
    "累计走访代表51次，召开座谈会21次，电话沟通116人次。", "至今已举办14期活动。", "组织40名代表评议。", "新增普惠性托位4.12万个。", "成立145个联合工作组。",
    "组建642支医疗队，争取资金3.5亿元。", "确保沟通、答复、满意率“三个100%”。", "提出答复率、满意率“双100%”的工作目标。", "力争满意率达到98%。", "《关于办理2件建议的通知》印发各处。",
    "示教函〔2024〕16号", "针对第20240505号重点提案，会同3家单位研究。", "主要领导每年至少领办1件建议。", "把每一件建议办好，办结一件、销号一件。", "办理提升基层服务能力类12件建议。",
    "在办理2件养老建议时，先后办理两件建议。", "养老托育方面，共办理建议7件，其中主办3件。", "涉及职业教育的共承办5件。", "群众满意率98%，企业满意率99%。", "社会满意率居全省前列。",
    "立案查处案件共200件，办结150件。", "受理信访120件，办结118件，满意率99%。", "发放书籍3件套，公开招聘教师20人。", "申请专利110件，转化科技成果12件。", "累计申请专利数量110件。",
    "2019年以来，我厅共办理建议300件，其中主办120件。", "近三年共办理代表建议150件。", "2021—2024年，共办理建议400件。", "截至6月底，已答复12件。", "上半年已答复10件。",
    "近50件建议已答复，约20件转化。", "二十多件建议转化为政策。", "3—5件建议由厅领导领办。", "省财政厅共办理代表建议33件，满意率97%。", "省教育厅、省水利厅共办理建议60件。",
    "省教育厅等12个部门共办理建议300件。", "办公室承办3件，基础教育处承办5件。", "养老类建议办理7件，其中主办2件，满意1件。", "A类9件，其中全文公开5件。", "承办养老托育建议7件（主办2件，会办5件）。",
    "公开了3件典型案例。", "2022年，我厅共办理代表建议99件。", "{% if 统计.总数 > 100 %}共办理建议100件。{% endif %}", "```\n共办理建议99件\n```",
    "邀请11位代表、9家省直单位座谈。", "3个承办单位受到表扬。", "人均办理2件。", "用户满意度99%。", "发明专利同比增加55件。", "电影票房占39.2%。", "培训教师3.2万名，占比39%。",
    "5月20日办理12件", "答复期限为3个月。", "[见答复（主办3件）](../replies/a-3件.md)".replacing("（主办3件）", with: ""),
  ]

  // MARK: - Places and messages

  @Test("points at the number in the file, and shows both values, the rows and the remedy")
  func message() {
    let found = ExampleLedger.check("第一段。\n\n我厅共承办**代表建议48件**，\n其中分办 6 件。")
    #expect(found.map(\.place) == [Place("content/reports/a.md", line: 13, column: 6)])
    #expect(found.map(\.rule) == ["claim/differs"])
    #expect(found.map(\.severity) == [.warning])
    #expect(
      found.map(\.message) == ["“分办6件”与台账不符：台账里2024年建议（示例省教育厅）分办 5 件（content/records/2024.csv 第 17、18、19、20、21 行）"])
    #expect(
      found.map(\.hint) == ["改正数字，或者改正台账；口径不同、数字确实无误的，在文件头写明：已核: [{规则: 统计数字, 内容: 分办6件, 理由: …}]"])
  }

  @Test(
    "explains",
    arguments: [
      ("会办28件。", "会办 27 件（content/records/2024.csv 第 22、23、24、25、26 行等 27 行）"),
      ("主办21件。", "主办 12 件（content/records/2024.csv 第 2、3、4、5、6 行等 12 行）；主办、单独办理和分办 20 件"),
      ("满意率100%。", "满意率 94.4%（17/18）（其余的在 content/records/2024.csv 第 19 行）；“满意”一项的比率 83.3%（15/18）"),
      (
        "A类占40%。",
        "A类（已解决或基本解决） 9 件，占 19 件的 47.4%（content/records/2024.csv 第 2、3、4、5、6 行等 9 行）"
      ),
      ("写入文件18条措施，采纳18条。", "采纳条数 17 条（content/records/2024.csv 第 2、3 行）"),
    ])
  func explanation(_ text: String, _ expected: String) {
    #expect(ExampleLedger.check(text).map(\.message).last?.components(separatedBy: "台账里2024年建议（示例省教育厅）").last == expected)
  }

  @Test("keeps silent on what a person vouches for")
  func excuse() {
    let excuse = Excuse(rule: Excuse.figureRule, content: "会办 28 件", place: Place("a.md"))
    #expect(quotes(ExampleLedger.check("会办28件，主办21件。") { $0.excuses = [excuse] }) == ["主办21件"])
    let foreign = Excuse(rule: "手机号", content: "会办28件", place: Place("a.md"))
    #expect(quotes(ExampleLedger.check("会办28件。") { $0.excuses = [foreign] }) == ["会办28件"])
  }

  // MARK: - Scopes

  private static let bulletin = """
    ## 省教育厅：

    ### 领导重视 精心组织

    2024年，我厅共承办建议提案69件，其中主办28件，会办40件。

    ## 省水利厅

    共承办代表建议16件，其中主办件12件、会办件5件。

    ## 省财政厅

    共承办代表建议99件，满意率97%。

    """

  @Test("each article of a bulletin is about its own unit")
  func articles() {
    let found = ExampleLedger.check(Self.bulletin) {
      $0.form = .bulletin
      $0.scope = Statistics.Scope(year: 2024)
    }
    #expect(quotes(found) == ["主办件12件"])
    let unscoped = ExampleLedger.check(Self.bulletin.replacing("共承办代表", with: "2024年共承办代表")) {
      $0.form = .bulletin
      $0.scope = Statistics.Scope()
    }
    #expect(quotes(unscoped) == ["主办件12件"])
  }

  @Test("in bulletins a line with nothing but a unit's name begins its article")
  func lines() {
    let text = "让建议落地\n\n省水利厅\n\n共承办代表建议17件。\n\n办好民生实事\n\n省教育厅\n\n共承办代表建议49件。\n"
    func check(_ form: Document.Form, _ text: String = text) -> [String] {
      quotes(
        ExampleLedger.check(text) {
          $0.form = form
          $0.scope = Statistics.Scope(year: 2024)
        })
    }
    #expect(check(.bulletin) == ["承办代表建议17件", "承办代表建议49件"])
    // Elsewhere it is an addressee.
    #expect(check(.summary, "省水利厅：\n\n共承办代表建议64件。") == [])
  }

  @Test("without a scope only a unit's article of a year can be compared")
  func noScope() {
    #expect(quotes(ExampleLedger.check("2024年，共承办代表建议1件。") { $0.scope = Statistics.Scope() }) == [])
    #expect(quotes(ExampleLedger.check("省教育厅共承办代表建议1件。") { $0.scope = Statistics.Scope() }) == [])
    #expect(quotes(ExampleLedger.check("2024年，省教育厅共承办代表建议1件。") { $0.scope = Statistics.Scope() }) == ["承办代表建议1件"])
  }

  @Test("the whole government's figures", arguments: [
    ("共承办建议提案85件，其中建议64件、提案21件，由2个承办单位办理。", []), ("共承办建议提案85件，其中建议65件、提案22件。", ["建议65件", "提案22件"]),
    ("涉及3个承办单位。", ["3个承办单位"]), ("我厅共承办建议99件。", []), ("省教育厅承办建议49件。", ["承办建议49件"]),
    ("省教育厅承办建议48件。满意率100%。", ["满意率100%"]), ("共收到建议六十四件，提案二十二件。", ["提案二十二件"]),
  ])
  func government(_ text: String, _ expected: [String]) {
    #expect(quotes(ExampleLedger.check(text) { $0.scope = Statistics.Scope(year: 2024) }) == expected)
  }

  @Test("what was true on the document's own day is no fault")
  func earlierDay() {
    func check(_ date: String) -> [String] {
      quotes(ExampleLedger.check("已答复18件，满意14件。") { $0.date = ExampleLedger.day(date) })
    }
    #expect(check("2024-08-01") == ["满意14件"])
    #expect(check("2024-12-01") == ["答复18件", "满意14件"])
  }
}
