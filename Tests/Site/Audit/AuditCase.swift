import Audit
import Foundation
import Testing

/// A demand, a site that meets it, and one that does not.
struct AuditCase: Sendable, CustomTestStringConvertible {
  let rule: AuditRule
  /// What is otherwise than in `soundSite`.
  let sound: [String: String?]
  let faulty: [String: String?]
  /// Whether both are built before the fault is made.
  let isBuilt: Bool
  /// What the first finding says.
  let finding: String

  init(
    _ rule: AuditRule, sound: [String: String?] = [:], faulty: [String: String?], isBuilt: Bool = false,
    finds finding: String
  ) {
    self.rule = rule
    self.sound = sound
    self.faulty = faulty
    self.isBuilt = isBuilt
    self.finding = finding
  }

  var testDescription: String { rule.rawValue }

  static let all = tags + links + access + column + handling
}

/// A site that meets every demand that can be told from it.
let soundSite: [String: String?] = soundSettings() + rows(soundRow)

/// Its row.
let soundRow = ["办理时限": "2024-05-20", "沟通方式": "电话", "见面情况": "已见面"]

func soundSettings(until day: String = "2024-10-31", _ old: String = "", _ new: String = "") -> [String: String?] {
  let settings =
    LittleSite.settings.replacing("2024-12-31", with: day) + """
      联系方式: 0999-80000100
      ICP备案号: 示ICP备99000001号
      公安备案号: 示公网安备99010002000001号
      党政机关标识: https://bszs.conac.cn/sitename?method=show&id=0
      """ + "\n"
  return [settingsFile: settings.replacing(old, with: new)]
}

/// A template with one part of it written otherwise.
private func template(_ file: String, _ old: String, _ new: String) -> [String: String?] {
  let text = try? String(contentsOf: LittleSite.repository.appending(path: "templates/\(file)"), encoding: .utf8)
  return ["templates/\(file)": (text ?? "").replacing(old, with: new)]
}

/// All pages with something more behind their text.
private func pages(with markup: String) -> [String: String?] {
  template("base.html", "{% block 正文 %}{% endblock %}", "{% block 正文 %}{% endblock %}\(markup)")
}

extension AuditCase {
  private static let tags: [AuditCase] = [
    AuditCase(
      .siteTags, faulty: template("partials/meta.html", "SiteIDCode", "SiteCode"), finds: "没有 SiteIDCode"),
    AuditCase(
      .columnTags, faulty: template("partials/meta.html", "ColumnType", "Type"), finds: "没有 ColumnType"),
    AuditCase(
      .articleTags, faulty: template("partials/meta.html", "{{ 页面.来源 }}", "null"),
      finds: "jianyi/sheng-14-2/0216.html：没有 ContentSource"),
    AuditCase(.titles, faulty: pages(with: "<h1>二</h1>"), finds: ".html"),
    AuditCase(
      .trueDates, faulty: template("partials/meta.html", "{{ 页面.发布时间 }}", "2024-10-30 08:00"),
      finds: "0216.html：PubDate 是“2024-10-30 08:00”，记录是 2024-05-28"),
    AuditCase(
      .visibleDates,
      faulty: [
        "templates/proposal.html":
          "{% extends \"base.html\" %}{% block 正文 %}<h1>{{ 件.标题 }}</h1><p>这一页没有写日期，只有这一段文字。</p>{% endblock %}"
      ], finds: "0216.html"),
    AuditCase(
      .ownAddress, faulty: template("partials/meta.html", "rel=\"canonical\" href=\"", "rel=\"canonical\" href=\"x"),
      finds: "写的是 xhttps://www.example.gov.cn/zwgk/jyta/"),
    AuditCase(
      .footer, faulty: soundSettings("ICP备案号: 示ICP备99000001号\n", ""), finds: "没有ICP备案号"),
    AuditCase(
      .errorReport,
      faulty: template("partials/footer.html", "{{ 页面.找错网址 }}", "https://zfwzgl.www.gov.cn/exposure/jiucuo.html"),
      finds: "入口带的不是本页的网址和标识码"),
    AuditCase(
      .addresses, faulty: rows(soundRow.merging(["编号": "A16"]) { $1 }) + replyWith("\"0216\"", "A16"),
      finds: "jianyi/sheng-14-2/A16.html"),
    AuditCase(
      .domain, faulty: soundSettings("www.example.gov.cn", "www.example.com"), finds: "不在 .gov.cn 之下"),
  ]

  private static let links: [AuditCase] = [
    AuditCase(.deadLinks, faulty: pages(with: "<a href=\"meiyou.html\">没有</a>"), finds: "meiyou.html"),
    AuditCase(
      .deadLinks, faulty: pages(with: "<a href=\"{{ 页面.根 }}shuoming.html#meiyou\">没有</a>"), finds: "#meiyou"),
    AuditCase(
      .deadLinks,
      faulty: pages(with: "<a href=\"{{ 页面.根 }}files/a.pdf\">附件</a>") + ["content/files/a.pdf": "x"],
      finds: "files/a.pdf"),
    AuditCase(
      .reachable,
      faulty: [
        "templates/home.html": "{% extends \"base.html\" %}{% block 正文 %}<h1>首页</h1><p>这一页不通向别的页面。</p>{% endblock %}",
        "templates/partials/header.html": "<header></header>", "templates/partials/footer.html": "<footer></footer>",
      ], finds: "没有链接到它"),
    AuditCase(
      .foreignHosts, faulty: replyBody("见[网站](https://www.example.com/a)。"), finds: "https://www.example.com/a"),
    AuditCase(
      .plainHTTP, faulty: replyBody("见[网站](http://www.example.gov.cn/a)。"), finds: "http://www.example.gov.cn/a"),
    AuditCase(.numericHosts, faulty: replyBody("见[网站](http://192.0.2.1/a)。"), finds: "http://192.0.2.1/a"),
    AuditCase(
      .thirdParty, faulty: pages(with: "<img src=\"//cdn.example.com/a.png\" alt=\"图\">"),
      finds: "//cdn.example.com/a.png"),
    AuditCase(
      .thirdParty, faulty: template("assets/style.css", "/* 基础 */", "@import url(https://cdn.example.com/a.css);"),
      finds: "assets/style.css：https://cdn.example.com/a.css"),
    AuditCase(
      .weight,
      faulty: pages(with: "<img src=\"{{ 页面.根 }}assets/big.svg\" alt=\"图\">")
        + ["templates/assets/big.svg": String(repeating: " ", count: 1 << 20)], finds: "KB"),
    AuditCase(
      .search,
      faulty: template("partials/header.html", "role=\"search\" action=\"{{ 页面.根 }}search/index.html\"", "action=\"\""),
      finds: ".html"),
  ]

  private static let access: [AuditCase] = [
    AuditCase(.language, faulty: template("base.html", " lang=\"zh-CN\"", ""), finds: "lang 是“”"),
    AuditCase(.landmarks, faulty: template("base.html", "href=\"#main\"", "href=\"#\""), finds: "没有“跳到正文”"),
    AuditCase(.headings, faulty: pages(with: "<h6>小标题</h6>"), finds: "后面是 h6"),
    AuditCase(.images, faulty: pages(with: "<img src=\"{{ 页面.根 }}assets/icon.svg\">"), finds: "图片"),
    AuditCase(.images, faulty: pages(with: "<svg role=\"img\"></svg>"), finds: "没有名称的图"),
    AuditCase(.labels, faulty: pages(with: "<input name=\"x\">"), finds: "输入框 x"),
    AuditCase(.tables, faulty: pages(with: "<table><tr><td>1</td></tr></table>"), finds: "1 张表"),
    AuditCase(
      .zoom, faulty: template("base.html", "initial-scale=1", "initial-scale=1, user-scalable=no"),
      finds: "user-scalable=no"),
    AuditCase(.largeType, faulty: template("base.html", "大字版", "切换"), finds: ".html"),
    AuditCase(.withoutScript, faulty: pages(with: "<a href=\"javascript:a()\">点</a>"), finds: "<a href>"),
    AuditCase(.withoutScript, faulty: pages(with: "<p onclick=\"a()\">点</p>"), finds: "<p onclick>"),
    AuditCase(.print, faulty: ["templates/assets/style.css": "p { margin: 0 }"], finds: "没有打印的版式"),
    AuditCase(
      .print, faulty: template("assets/style.css", "/* 基础 */", "p { user-select: none }"), finds: "禁止选取文字"),
  ]

  private static let column: [AuditCase] = [
    AuditCase(
      .withheldTitles, sound: withheldRow, faulty: withheldRow + pages(with: "<p>关于某事的建议</p>"),
      finds: "“关于某事的建议”"),
    AuditCase(.privacy, faulty: pages(with: "<p>电话 13800138000</p>"), finds: "手机号“138…”"),
    AuditCase(
      .emptyPages,
      faulty: ["templates/guide.html": "{% extends \"base.html\" %}{% block 正文 %}<h1>说明</h1>{% endblock %}"],
      finds: "shuoming.html"),
    AuditCase(.integrity, faulty: ["public/index.html": "改过"], isBuilt: true, finds: "public/index.html"),
    AuditCase(
      .lasting, faulty: [ledgerFile: ledger([soundRow.merging(["公开方式": "依申请公开"]) { $1 }])], isBuilt: true,
      finds: "公开过，现在不再公开"),
    AuditCase(.freshness, faulty: soundSettings(until: "2024-12-31"), finds: "最近一次公开是 2024年5月28日"),
    AuditCase(
      .years,
      faulty: rows(
        soundRow,
        soundRow.merging([
          "编号": "0217", "年份": "2023", "届次": "省十四届人大一次会议", "交办日期": "2023-02-20", "答复日期": "2023-05-20",
          "公开方式": "依申请公开", "公开日期": "",
        ]) { $1 }), finds: "2023 年：已答复 1 件，公开 0 件"),
    AuditCase(.slips, faulty: replyBody("已经办结,请审阅。"), finds: "content/replies/0216.md"),
    AuditCase(
      .overview,
      sound: soundSettings(until: "2025-02-01") + [
        "content/reports/2024.md": """
        ---
        标题: 2024年办理工作总结
        文种: 工作总结
        日期: 2025-01-10
        统计范围: {年份: 2024}
        公开方式: 主动公开
        公开日期: 2025-01-15
        ---

        2024年的办理工作已经完成，各单位都按时答复。

        """
      ], faulty: soundSettings(until: "2025-02-01"), finds: "2024 年：没有公开的工作总结"),
  ]

  private static let withheldRow = rows(
    soundRow, soundRow.merging(["编号": "0217", "标题": "关于某事的建议", "公开方式": "不予公开", "不公开理由": "涉及个人隐私"]) { $1 })

  private static let handling: [AuditCase] = [
    AuditCase(
      .repliedInTime, faulty: rows(soundRow.merging(["办理时限": "2024-05-19"]) { $1 }), finds: "2024-05-20 答复"),
    AuditCase(
      .repliedInTime,
      faulty: rows(soundRow, soundRow.merging(["编号": "0217", "答复日期": "", "答复类别": "", "公开日期": ""]) { $1 }),
      finds: "第0217号 示例省教育厅：时限 2024-05-20，没有答复"),
    AuditCase(
      .assistedInTime, sound: rows(soundRow, assistance(sentOn: "2024-03-20")),
      faulty: rows(soundRow, assistance(sentOn: "2024-03-21")), finds: "时限 2024-03-20，2024-03-21 送达"),
    AuditCase(
      .assistedInTime, sound: rows(soundRow, assistance(sentOn: "2024-03-20")),
      faulty: rows(soundRow, assistance(sentOn: "")), finds: "没有送达"),
    AuditCase(.contacted, faulty: rows(soundRow.merging(["沟通方式": "", "见面情况": ""]) { $1 }), finds: "没有写沟通方式"),
    AuditCase(
      .decided, faulty: rows(soundRow, soundRow.merging(["编号": "0217", "公开方式": ""]) { $1 }), finds: "没有公开方式"),
    AuditCase(
      .decided, faulty: rows(soundRow, soundRow.merging(["编号": "0217", "公开方式": "不予公开"]) { $1 }),
      finds: "没有写不公开理由"),
    // 2024-05-20 is a Monday; a public holiday falls on Monday 2024-06-10.
    AuditCase(
      .disclosedInTime, sound: rows(soundRow.merging(["公开日期": "2024-06-18"]) { $1 }),
      faulty: rows(soundRow.merging(["公开日期": "2024-06-19"]) { $1 }), finds: "2024-05-20 答复，2024-06-19 公开"),
    AuditCase(
      .disclosedInTime, faulty: rows(soundRow, soundRow.merging(["编号": "0217", "公开日期": ""]) { $1 }),
      finds: "个工作日还没有公开"),
    AuditCase(
      .answeredAgain,
      sound: rows(soundRow.merging(["满意度": "不满意"]) { $1 }) + [
        "content/replies/0216-2.md": letter("编号: \"0216\"\n答复序次: 再次\n成文日期: 2024-07-01\n公开日期: 2024-07-05")
      ], faulty: rows(soundRow.merging(["满意度": "不满意"]) { $1 }), finds: "没有再次答复"),
  ]

  private static func assistance(sentOn day: String) -> [String: String] {
    [
      "承办单位": "示例省水利厅", "承办方式": "会办", "答复日期": "", "答复类别": "", "公开方式": "", "公开日期": "", "会办意见送达日期": day,
    ]
  }
}
