import Diagnostics
import Disclosure
import Testing

@testable import Loader

@Suite struct NarrativeFileTests {
  private func file(_ head: String) throws -> NarrativeFile {
    try NarrativeFile(path: "content/replies/a/0216.x.md", bytes: Array("---\n\(head)\n---\n\n正文".utf8))
  }

  @Test func replyHasAllItSays() throws {
    var diagnostics = Diagnostics()
    let reply = try ReplyFile(
      file(
        """
        编号: 第0216号
        标题: 甲
        主送: 赵甲代表
        署名: 乙
        成文日期: 2024-05-20
        联系人: 丙
        联系电话: 0999-1
        附件: [a/表.pdf, {名称: 名单, 文件: b.xlsx}]
        抄送: [丁, 戊]
        答复序次: 再次
        更正: [{日期: 2024-07-01, 说明: 后}, {日期: 2024-06-01, 说明: 前}]
        解读: https://a.cn
        已核: [{规则: 手机号, 内容: "13800138000", 理由: 公布的热线}]
        旧网址: /old/a.html
        发文字号: 〔2024〕1号
        答复日期: 2024年6月1日
        公开方式: 主动公开
        公开日期: 2024-06-03
        """), reporting: &diagnostics
    ).reply
    #expect(diagnostics.list == [])
    #expect(
      [reply.title, reply.addressee, reply.signature, reply.contact, reply.phone] == ["甲", "赵甲代表", "乙", "丙", "0999-1"])
    #expect(reply.copies == "丁，戊" && reply.sequence == .again && reply.interpretation == "https://a.cn")
    #expect(
      reply.attachments.map(\.name) == ["表.pdf", "名单"] && reply.attachments.map(\.file) == ["a/表.pdf", "b.xlsx"])
    #expect(reply.corrections.map(\.note) == ["前", "后"])
    #expect(reply.excuses.map(\.rule) == ["手机号"] && reply.formerAddresses == ["old/a.html"])
    #expect(reply.documentNumber == "〔2024〕1号" && reply.disclosure == .open)
    #expect(
      [reply.writtenOn, reply.repliedOn, reply.publishedOn].map { $0?.description } == [
        "2024-05-20", "2024-06-01", "2024-06-03",
      ])
    #expect(reply.source.line == 21)
  }

  @Test func stemIsTheNameBeforeTheFirstPoint() throws {
    #expect(try file("编号: 1").stem == "0216")
  }

  @Test(arguments: [
    ("附件: 表.pdf", ["表.pdf"]), ("附件: [表.pdf]", ["表.pdf"]), ("附件: {名称: 甲, 文件: 表.pdf}", ["表.pdf"]), ("附件:", []),
    ("编号: 1", []),
  ])
  func attachments(_ head: String, _ files: [String]) throws {
    var diagnostics = Diagnostics()
    #expect(try file(head).attachments(reporting: &diagnostics).map(\.file) == files)
    #expect(diagnostics.list.isEmpty)
  }

  @Test(arguments: [
    ("附件: [{名称: 甲}]", "key/missing 2:6 缺少“文件”"), ("更正: 改了", "value/type 2:5 “更正”应是列表"),
    ("更正: [{日期: 昨天, 说明: 甲}]", "value/type 2:11 “日期”应是日期"),
    ("已核: [{规则: 电话, 内容: 甲, 理由: 乙}]", "value/choice 2:11 不认识的规则“电话”"),
    ("已核: [{规则: 手机号, 内容: 甲}]", "key/missing 2:6 缺少“理由”"),
    ("答复日期: 2024-02-30", "value/type 2:7 “答复日期”应是日期"), ("公开方式: 公开", "value/choice 2:7 不认识的公开方式“公开”"),
    ("编号: a b/", "record/proposal-number 2:5 编号“a b/”"),
    ("届次: 二次", "record/session 2:5 看不懂的届次“二次”"), ("主送: [甲]", "value/type 2:5 “主送”应是文字"),
    ("旧网址: old", "page/former-address 2:6 旧网址“old”不能用"),
  ])
  func mistakes(_ head: String, _ message: String) throws {
    let narrative = try file(head)
    var diagnostics = Diagnostics()
    let found = fault { () throws(Diagnostic) in try ReplyFile(narrative, reporting: &diagnostics) }
    #expect(found?.hasPrefix(message) == true, "\(found ?? "")")
  }

  @Test(
    arguments: [
      ("old/a.html", "old/a.html"), ("/old/a.HTM", "old/a.HTM"), ("a.shtml", "a.shtml"), ("", nil), ("/", nil),
      ("a", nil), ("a.php", nil), ("../a.html", nil),
      ("a/./b.html", nil), ("a//b.html", nil), (".a.html", nil), ("a/.b/c.html", nil), ("a?b.html", nil),
      ("a b.html", nil), ("甲.html", nil),
      ("a%2e.html", nil), ("https://a.cn/a.html", nil), ("a\\b.html", nil), ("\"a.html", nil),
    ] as [(String, String?)])
  func formerAddresses(_ text: String, _ path: String?) {
    var found: String?
    let fault = fault { () throws(Diagnostic) in found = try FormerAddress.path(text, at: Place("a.md")) }
    #expect(found == path)
    #expect((fault == nil) == (path != nil))
  }
}
