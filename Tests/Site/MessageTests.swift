import Diagnostics
import Foundation
import Site
import Testing

/// One wrong input, and the message that a person gets for it.
struct MessageCase: Sendable, CustomTestStringConvertible {
  let name: String
  let files: [String: String?]
  let rule: String
  /// As the message shows it.
  let place: String
  let message: String
  let hint: String
  var status: Int32 = 1

  init(
    _ name: String, _ files: [String: String?], _ rule: String, at place: String, _ message: String, hint: String,
    status: Int32 = 1
  ) {
    self.name = name
    self.files = files
    self.rule = rule
    self.place = place
    self.message = message
    self.hint = hint
    self.status = status
  }

  var testDescription: String { name }
}

private let ledger = "content/records/2024.csv"
private let settings = "content/site.yaml"
private let reply = "content/replies/0216.md"

/// The standard row with some of its cells changed.
private func rows(_ changes: [String: String]..., header: String = LittleSite.header) -> [String: String?] {
  let names = header.split(separator: ",", omittingEmptySubsequences: false).map(String.init)
  let lines = changes.map { changes in
    zip(names, LittleSite.row.split(separator: ",", omittingEmptySubsequences: false)).map { changes[$0] ?? String($1) }
      .joined(separator: ",")
  }
  return [ledger: ([header] + lines).joined(separator: "\n") + "\n"]
}

private func replyWith(_ old: String, _ new: String) -> [String: String?] {
  [reply: LittleSite.reply.replacing(old, with: new)]
}

private func settingsWith(_ old: String, _ new: String) -> [String: String?] {
  [settings: LittleSite.settings.replacing(old, with: new)]
}

private let cases: [MessageCase] = [
  // MARK: site.yaml
  MessageCase(
    "unknown key", settingsWith("主办单位", "主办单未"), "key/unknown", at: "content/site.yaml:7:1", "不认识的键“主办单未”",
    hint: "主办单位"),
  MessageCase("missing key", settingsWith("站点名称: 示例省人民政府\n", ""), "key/missing", at: "站点名称", "缺少“站点名称”", hint: "请补上"),
  MessageCase(
    "bad address", settingsWith("https://www.example.gov.cn/zwgk/jyta/", "www.example.gov.cn"), "site/address",
    at: ":2:", "不是完整的网址", hint: "https://"),
  MessageCase("full-width colon", settingsWith("网站标识码: ", "网站标识码："), "yaml/", at: "content/site.yaml:", "", hint: "："),
  MessageCase(
    "tab", settingsWith("  - {名称: 示例省教育厅", "\t- {名称: 示例省教育厅"), "yaml/", at: "content/site.yaml:9", "", hint: "空格"),
  MessageCase("missing settings", [settings: nil], "file/missing", at: "content/site.yaml", "找不到", hint: "路径"),

  // MARK: ledger
  MessageCase("no header row", [ledger: "一,二,三\n1,2,3\n"], "ledger/", at: ledger, "表头", hint: "编号"),
  MessageCase(
    "unclosed quote", [ledger: LittleSite.header + "\n\"建议,省十四届"], "csv/", at: "content/records/2024.csv:2:1", "引号",
    hint: "引号"),
  MessageCase(
    "ragged row", [ledger: LittleSite.header + "\n" + LittleSite.row + ",多,余\n"], "ledger/", at: ledger, "", hint: ""),
  MessageCase(
    "duplicate header", [ledger: LittleSite.header + ",案由\n" + LittleSite.row + ",甲\n"], "ledger/", at: ledger, "",
    hint: ""),
  MessageCase(
    "unknown format", ["content/records/a.doc": "x"], "ledger/format", at: "content/records/a.doc", "不认识的台账格式",
    hint: "CSV UTF-8"),
  MessageCase("duplicate row", rows([:], [:]), "record/duplicate", at: "第 3 行“编号”", "有两行", hint: "删去"),
  MessageCase(
    "rows disagree", rows([:], ["承办单位": "示例省水利厅", "标题": "另一个标题"]), "record/disagreement", at: "第 3 行“标题”",
    "“标题”不一致", hint: "写得一样"),
  MessageCase(
    "unknown unit", rows(["承办单位": "示例省教育局"]), "record/unit", at: "第 2 行“承办单位”", "不认识的承办单位“示例省教育局”", hint: "示例省教育厅"),
  MessageCase("unknown role", rows(["承办方式": "主力"]), "record/role", at: "第 2 行“承办方式”", "不认识的承办方式", hint: "主办"),
  MessageCase("unknown class", rows(["答复类别": "E"]), "record/class", at: "第 2 行“答复类别”", "不认识的答复类别“E”", hint: "A、"),
  MessageCase("unknown kind", rows(["类型": "意见"]), "record/choice", at: "第 2 行“类型”", "不认识的类型", hint: "建议"),
  MessageCase("unknown disclosure", rows(["公开方式": "公开"]), "record/choice", at: "第 2 行“公开方式”", "不认识的公开方式", hint: "主动公开"),
  MessageCase(
    "impossible date", rows(["答复日期": "2024-02-30"]), "record/date", at: "第 2 行“答复日期”", "2024-02-30", hint: "2024-05-20"),
  MessageCase(
    "reply before assignment", rows(["答复日期": "2024-01-20"]), "record/date-order", at: "第 2 行“答复日期”", "早于交办日期",
    hint: "核对"),
  MessageCase(
    "published before reply", rows(["公开日期": "2024-05-01"]), "record/date-order", at: "第 2 行“公开日期”", "早于答复日期", hint: "核对"
  ),
  MessageCase(
    "number with path", rows(["编号": "../../etc"]), "record/proposal-number", at: "第 2 行“编号”", "不能用的字符", hint: "数字、字母"),
  MessageCase(
    "unreadable session", rows(["届次": "上次会议"]), "record/session", at: "第 2 行“届次”", "看不懂的届次", hint: "省十四届人大二次会议"),
  MessageCase("missing title", rows(["标题": ""]), "record/missing", at: "第 2 行“标题”", "缺少“标题”", hint: "填写"),
  MessageCase(
    "phone in title", rows(["标题": "请拨打13800138000"]), "gate/personal-data", at: "第 2 行“标题”", "手机号", hint: "已核"),
  MessageCase(
    "row says file that is not there", [ledger: LittleSite.header + ",复文\n" + LittleSite.row + ",无此文件.md\n"],
    "reply/file-missing", at: "第 2 行“复文”", "不存在", hint: "replies"),

  // MARK: replies
  MessageCase(
    "reply without row", ["content/replies/0999.md": "正文"], "reply/without-row", at: "content/replies/0999.md",
    "没有这份复文对应的行", hint: "核对"),
  MessageCase("row without reply", [reply: nil], "reply/missing", at: "第 2 行", "却没有复文", hint: "content/replies/"),
  MessageCase(
    "two replies", ["content/replies/again.md": LittleSite.reply], "reply/duplicate", at: "content/replies/again.md",
    "已经有了", hint: "答复序次"),
  MessageCase(
    "broken front matter", replyWith("主送: 赵甲代表", "主送: [赵甲"), "yaml/", at: "content/replies/0216.md:", "", hint: ""),
  MessageCase(
    "unclosed front matter", [reply: "---\n编号: \"0216\"\n正文\n"], "front-matter/unclosed",
    at: "content/replies/0216.md:1", "没有收尾", hint: "---"),
  MessageCase(
    "unknown front matter key", replyWith("主送:", "主 送:"), "key/unknown", at: "content/replies/0216.md:3", "不认识的键",
    hint: "主送"),
  MessageCase("no text", [reply: "---\n编号: \"0216\"\n---\n\n"], "text/empty", at: reply, "没有正文", hint: "写正文"),
  MessageCase(
    "raw HTML", replyWith("现答复如下：", "<b>现答复</b>"), "markdown/", at: "content/replies/0216.md:6", "<b>", hint: ""),
  MessageCase(
    "mobile number", replyWith("现答复如下：", "电话13800138000。"), "gate/personal-data", at: "content/replies/0216.md:6:",
    "手机号", hint: "已核"),
  MessageCase(
    "contradiction", replyWith("制定了办法。", "制定了办法。\n\n公开方式：依申请公开"), "gate/contradiction",
    at: "content/replies/0216.md:12", "依申请公开", hint: "台账"),
  MessageCase(
    "full name", replyWith("您提出的", "赵甲代表提出的"), "gate/proposer-name", at: "content/replies/0216.md:6:1", "全名",
    hint: "提出人显示"),
  MessageCase(
    "dead link", replyWith("办法。", "[办法](../files/没有.pdf)。"), "link/missing", at: "content/replies/0216.md:10", "不存在",
    hint: "content/files/"),
  MessageCase(
    "link to nothing published", replyWith("办法。", "[办法](0999.md)。"), "link/not-published",
    at: "content/replies/0216.md:10", "没有公开", hint: ""),
  MessageCase(
    "script link", replyWith("办法。", "[办法](javascript:alert(1))。"), "markdown/", at: "content/replies/0216.md:10", "",
    hint: ""),
  MessageCase(
    "missing attachment", replyWith("主送: 赵甲代表", "附件: 表.pdf"), "reply/attachment", at: "content/replies/0216.md:3",
    "找不到附件", hint: "content/files/"),
  MessageCase(
    "former address with ..", replyWith("主送: 赵甲代表", "旧网址: ../a.html"), "page/former-address",
    at: "content/replies/0216.md:3", "不能用", hint: ".html"),
  MessageCase(
    "former address taken", replyWith("主送: 赵甲代表", "旧网址: index.html"), "page/address-collision", at: reply, "已经由另一页使用",
    hint: "网址"),

  // MARK: templates
  MessageCase(
    "unknown template name",
    ["templates/404.html": "{% extends \"base.html\" %}\n{% block 正文 %}{{ 站点.名秤 }}{% endblock %}"], "template/",
    at: "templates/404.html:2:", "名秤", hint: "名称"),
  MessageCase("missing template", ["templates/404.html": nil], "template/", at: "404.html", "404.html", hint: ""),
  MessageCase(
    "unknown filter", ["templates/404.html": "{{ 站点.名称|大写 }}"], "template/", at: "templates/404.html:1:", "大写", hint: ""
  ),
]

@Suite struct MessageTests {
  @Test(arguments: cases) func message(_ wrong: MessageCase) async throws {
    let site = try LittleSite(wrong.files)
    let report = await site.build()
    let found = report.diagnostics.list.first {
      $0.rule.hasPrefix(wrong.rule) && $0.place.description.contains(wrong.place) && $0.message.contains(wrong.message)
        && ($0.hint ?? "").contains(wrong.hint)
    }
    let all = report.diagnostics.list.map { DiagnosticText.text(of: $0, inColor: false) }.joined()
    #expect(found != nil, "\(all)")
    #expect(report.exitStatus == wrong.status, "\(all)")
    #expect(report.changes == nil)
    #expect(!FileManager.default.fileExists(atPath: site.path + "/public"))
  }

  @Test func standardSiteIsWithoutFault() async throws {
    let site = try LittleSite()
    let report = await site.build()
    #expect(report.diagnostics.list.isEmpty)
    #expect(report.exitStatus == 0)
    #expect(report.changes?.added.contains("jianyi/sheng-14-2/0216.html") == true)
  }
}
