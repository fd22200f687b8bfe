import Disclosure

/// All words that the check knows, for one site: the table of figures, the site's roles, classes and units, and the
/// words around numbers.
struct Lexicon {
  let figures: [Figure]
  let classes: [AnswerScheme.ResultClass]
  /// Words by their first letter, the longest first.
  private let words: [Unicode.Scalar: [(word: [Unicode.Scalar], meaning: Token.Meaning)]]

  /// - Parameter units: the units of the ledger, known or not to `site.yaml`.
  init(_ column: Column, units: some Sequence<UnitDirectory.Unit>) {
    figures = Figure.table + Figure.roles(of: column)
    classes = column.schemes.flatMap(\.classes)
    var meanings: [String: Token.Meaning] = [:]
    for (meaning, words) in Self.common { for word in words { meanings[word] = meaning } }
    for (index, figure) in figures.enumerated() {
      for word in figure.words {
        if case .figures(let others) = meanings[word] {
          meanings[word] = .figures(others + [index])
        } else {
          meanings[word] = .figures([index])
        }
      }
    }
    for word in Figure.keyWords { meanings[word] = .keyItems(word) }
    for piece in ClassPiece.allCases { for word in piece.words { meanings[word] = .classPiece(piece) } }
    for result in classes where result.code != result.label {
      meanings[result.code.hasSuffix("类") ? result.code : result.code + "类"] = .classCode(result.code)
    }
    for unit in units { meanings[unit.name] = .unit(unit) }
    for name in column.units.names { meanings[name] = .unit(column.units.find(name)?.unit) }
    var words: [Unicode.Scalar: [(word: [Unicode.Scalar], meaning: Token.Meaning)]] = [:]
    for (word, meaning) in meanings {
      let scalars = word.unicodeScalars.map(\.canonical)
      if let first = scalars.first { words[first, default: []].append((scalars, meaning)) }
    }
    self.words = words.mapValues { $0.sorted { ($1.word.count, $0.word.text) < ($0.word.count, $1.word.text) } }
  }

  /// The longest word that begins at a letter.
  func word(_ letters: [Letter], at start: Int) -> (meaning: Token.Meaning, end: Int)? {
    for (word, meaning) in words[letters[start].scalar] ?? [] {
      let end = start + word.count
      if end <= letters.count, zip(word, letters[start..<end]).allSatisfy({ $0 == $1.scalar }) { return (meaning, end) }
    }
    return nil
  }

  // MARK: - The words around numbers

  private static let common: [(Token.Meaning, [String])] = [
    (.kind(.suggestion), ["人大代表建议", "代表建议", "人大建议", "建议", "人大代表", "人大", "代表", "领衔代表", "建议件"]),
    (.kind(.proposal), ["政协提案", "提案", "政协委员", "政协", "委员", "领衔委员", "提案者", "委员提案", "提案件"]),
    (.kind(.motion), ["议案转建议"]),
    (
      .kind(nil),
      [
        "议案建议", "议案、建议", "建议提案", "建议和提案", "建议、提案", "建议与提案", "提案建议", "建议议案", "代表委员", "代表、委员", "代表和委员", "人大代表建议和政协提案",
        "人大代表建议、政协提案",
        "人大建议和政协提案", "人大建议、政协提案", "代表建议和政协提案", "代表建议、政协提案", "代表建议、委员提案", "代表建议和委员提案", "议案提案", "两会建议提案",
      ]
    ),
    (.level(.national), ["全国"]), (.level(.province), ["省"]), (.level(.city), ["市", "州"]),
    (.level(.county), ["县", "区"]),

    (
      .ourselves,
      [
        "我局", "我厅", "我委", "我办", "我院", "我部", "我单位", "我会", "我中心", "我集团", "我公司", "局机关", "厅机关", "委机关", "本局", "本厅", "本委",
        "本单位",
      ]
    ),
    (.thatUnit, ["该局", "该厅", "该委", "该办", "该单位", "该院", "该部门"]),
    (.thisYear, ["今年", "本年", "本年度", "今年以来"]), (.lastYear, ["去年", "上年", "上一年", "上年度", "去年同期"]),
    (
      .otherTime,
      [
        "以来", "历年", "近年", "近年来", "近两年", "近三年", "近四年", "近五年", "五年来", "三年来", "两年来", "届内", "本届", "任期内", "至今", "截至", "截止",
        "上半年",
        "下半年", "季度", "回头看", "跟踪办理", "二次办理", "月底", "月末", "月份", "历次", "往年",
        "十三五", "十四五", "十五五", "今后", "今后三年", "今后五年", "未来三年", "未来五年",
      ]
    ),

    (
      .comparison,
      [
        "同比", "比上年", "较上年", "比去年", "较去年", "比上一年", "较上一年", "与上年相比", "与去年相比", "与上一年相比", "相比上年", "相比去年", "相比上一年", "比上年同期",
        "较上年同期", "比去年同期", "较去年同期", "比上年度", "较上年度",
      ]
    ),
    (.direction(1), ["增加", "增长", "上升", "提高", "多", "增", "提升"]),
    (.direction(-1), ["减少", "下降", "降低", "少", "减", "回落"]),
    (
      .whole,
      [
        "省政府", "市政府", "县政府", "区政府", "州政府", "政府系统", "省政府系统", "市政府系统", "全省", "全市", "全县", "全区", "全州", "全系统", "各承办单位",
        "各单位",
        "各部门", "政府各部门",
      ]
    ),
    (.share, ["占", "占比", "占总数", "占全部", "占到"]),
    (.respectively, ["分别"]), (.each, ["均", "都", "均达", "双", "全部", "皆"]), (.among, ["其中"]),
    (.tally, ["共", "共计", "合计", "总计", "一共", "总共", "累计", "全年", "总数", "总量", "全年共"]),
    (
      .aim,
      [
        "确保", "力争", "目标", "争取", "应当", "要求", "努力", "不得", "希望", "计划完成", "预计", "如果", "下一步", "拟", "将达", "要达到", "须达", "比如",
        "例如", "如",
      ]
    ),
    (
      .part,
      [
        "关于", "有关", "围绕", "针对", "涉及", "群众", "企业", "公众", "市民", "服务对象", "社会满意", "用户", "居民", "处室", "科室", "各处", "办公室", "分局",
        "支队",
        "期间",
      ]
    ),
    (.field, ["方面", "领域"]),
    (
      .topic,
      [
        "类的", "类建议", "类提案", "类主办", "类会办", "类承办", "问题类", "等类", "信访", "投诉", "举报", "热线", "案件", "复议", "专利", "商标", "事项",
      ]
    ),

    (
      .filler,
      [
        "件", "的", "了", "有", "为", "是", "超过", "超", "逾", "不低于", "不少于", "高达", "达", "达到", "到", "数", "数量", "件数", "量", "各类",
        "各级", "案", "复文", "总体", "综合", "平均", "办理件", "意见", "意见建议", "答复件",
        "为零", "“", "”", "涉及问题", "涉及的问题", "所提问题", "反映的问题", "问题", "类", "共有", "比例", "比重", "全部建议", "全部提案", "所提建议", "所提意见",
        "工作", "情况",
        "会议", "会议以来", "次会议以来", "就同一内容提出", "代表提出", "委员提出", "提出", "我省", "我市", "我州",
        "我县", "我区", "我旗", "我镇", "我乡",
      ]
    ),
    (
      .link,
      [
        "目前", "截至目前", "已累计", "已", "已经", "全", "并", "在", "由", "按", "被", "获", "获得", "得到", "得", "经", "完成", "实现", "进行", "给予",
        "评价", "表示", "与", "向", "网站", "全文",
        "上", "门户网站", "官网", "政府网站", "部门网站", "通过", "属", "属于", "领衔", "即", "但", "还", "也", "其余", "另", "另有", "中", "中有", "以",
        "于", "措施", "法定", "按照", "除", "时限", "期限", "内", "规定", "后", "比", "较", "及时", "圆满", "顺利", "保持", "连续",
      ]
    ),
    (.join, ["、", "和", "及", "以及"]),
    (.open, ["（"]), (.close, ["）"]),
    (.boundary, ["，", "；", "：", "。", "！", "？", "|", "…", "《", "》"]),
    // Words with letters of others in them.
    (
      .other,
      [
        "满意度调查", "主办单位", "会办单位", "协办单位", "主办方", "承办人员", "承办方式", "主办处室", "人大常委会", "人大代表大会", "政协常委会", "公开审查", "公开属性",
        "公开方式", "公开招聘", "公开招标",
        "信息公开", "政务公开", "办理情况", "答复意见", "对策建议", "公开工作", "人大代表联络", "代表团", "委员会", "代表性", "代表作", "建议书", "有的", "在于", "厅内",
        "局内", "委内", "内部",
        "中国", "人民", "人员", "人次", "上述", "上门", "如期", "如下",
      ]
    ),
  ]
}

extension [Unicode.Scalar] {
  var text: String { String(String.UnicodeScalarView(self)) }
}
