import Diagnostics
import Foundation
import Glibc

@testable import Loader
@testable import Site

extension MessageCase {
  /// What the proofreader finds: warnings, with which a build goes on.
  static let texts: [MessageCase] = [
    MessageCase(
      "half-width marks", "text/half-width", status: 0, files: replyBody("各县,各乡(镇)照办"),
      says: """
        警告 content/replies/0216.md:12:3：中文里有 3 处半角标点（, ( )）
          办法：改成全角标点，fuwen check --fix 可以代改（引号、书名号里的，两字之间的“.”除外）；确需保留的，在文件头写明：已核: [{规则: 半角标点, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "document number in the text", "text/document-number", status: 0, files: replyBody("见示政办函〔2022年〕23号。"),
      says: """
        警告 content/replies/0216.md:12:6：文号“〔2022年〕23号”：括号里不写“年”
          办法：照“机关代字〔2024〕15号”的样子改；确需保留的，在文件头写明：已核: [{规则: 文号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "document number in the ledger", "text/document-number", status: 0, files: rows(["发文字号": "示教函(2024)05号"]),
      says: """
        警告 content/records/2024.csv 第 2 行“发文字号”：文号“(2024)05号”：年份要用六角括号〔〕，序号前不补 0
          办法：照“机关代字〔2024〕15号”的样子改；确需保留的，在文件头写明：已核: [{规则: 文号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "document number in front matter", "text/document-number", status: 0, files: replyHead("发文字号: 示教函24-5"),
      says: """
        警告 content/replies/0216.md:4:7 “发文字号”：文号“示教函24-5”不完整
          办法：照“机关代字〔2024〕15号”的样子改；确需保留的，在文件头写明：已核: [{规则: 文号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "blank in the ledger's title", "text/title-blank", status: 0, files: rows(["标题": "关于代表 建议办理的建议"]),
      says: """
        警告 content/records/2024.csv 第 2 行“标题”：标题里的空格像是排版留下的：“关于代表 建议办理的建…”
          办法：删去空格；确需保留的，在文件头写明：已核: [{规则: 标题空格, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "blank in a report's title", "text/title-blank", status: 0, files: reportWith("标题: 总结", "标题: 办理 工作总结"),
      says: """
        警告 content/reports/2024.md:2:5 “标题”：标题里的空格像是排版留下的：“办理 工作总结”
          办法：删去空格；确需保留的，在文件头写明：已核: [{规则: 标题空格, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "title without its second mark", "text/unpaired", status: 0, files: replyBody("印发《示例省办法。"),
      says: """
        警告 content/replies/0216.md:12:3：“《”没有配对
          办法：补上另一半，或删去这一半；确需保留的，在文件头写明：已核: [{规则: 标点配对, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "English between Chinese", "text/english-word", status: 0, files: replyBody("问题 and 对策。"),
      says: """
        警告 content/replies/0216.md:12:4：中文之间夹着英文连词“and”
          办法：改为“和”“与”或“或者”；确需保留的，在文件头写明：已核: [{规则: 英文连词, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "relative years", "text/relative-year", status: 0,
      files: reportWith("正文", "去年印发。\n\n今年落实。").merging(replyBody("今年落实。")) { $1 },
      says: """
        警告 content/reports/2024.md:8:1：全文有 2 处“去年”这样的说法，以后读的人看不出是哪一年
          办法：写明年份，例如 2024 年；确需保留的，在文件头写明：已核: [{规则: 相对年份, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "commercial mailbox", "text/commercial-mail", status: 0, files: replyBody("请发到 example@163.com。"),
      says: """
        警告 content/replies/0216.md:12:12：用了商业邮箱（163.com）
          办法：换成单位的政务邮箱；确需保留的，在文件头写明：已核: [{规则: 商业邮箱, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "link without encryption", "text/plain-http", status: 0, files: replyBody("[办法](http://www.example.gov.cn/)"),
      says: """
        警告 content/replies/0216.md:12:6：链接不加密（http://）
          办法：改为 https:// 开头的地址；确需保留的，在文件头写明：已核: [{规则: 不加密链接, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "torn paragraph", "text/broken-paragraph", status: 0, files: replyBody("我厅认真办理。要求明确\n\n时限，按时答复。"),
      says: """
        警告 content/replies/0216.md:12:11：这一段没有写完，下一段又接着写，像是换页时断开的
          办法：把两段接起来，中间不留空行；本来是两段的，在段末补上标点；确需保留的，在文件头写明：已核: [{规则: 断开的段落, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "heading in a paragraph", "text/glued-heading", status: 0, files: replyBody("已经办结。\n二、下一步打算\n\n继续办理。"),
      says: """
        警告 content/replies/0216.md:13:1：标题和正文连成了一段：“二、下一步打算”
          办法：在标题的前后各空一行；确需保留的，在文件头写明：已核: [{规则: 粘连的标题, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "letter pasted without blank lines", "text/joined-paragraphs", status: 0,
      files: replyBody("现答复如下：\n我局已经办结。\n感谢您的支持。"),
      says: """
        警告 content/replies/0216.md:13:1：这一行和上一行之间没有空行，在页面上会连成一段，共 2 处
          办法：段与段之间空一行（处处如此的，把每个换行都替换成两个）；本是一段的，写在一行里；确需保留的，在文件头写明：已核: [{规则: 连成的段落, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "mending a file of another encoding", "file/not-mended", "text/half-width", status: 0,
      run: { site in
        try site.write(Data(inGB18030(LittleSite.reply + "\n各县,各乡。\n")), to: replyFile)
        return site.check(isMending: true)
      },
      says: """
        警告 content/replies/0216.md：文件是 GB 18030 编码，没有代改其中的 1 处标点
          办法：另存为 UTF-8 编码以后再运行 fuwen check --fix
        警告 content/replies/0216.md:12:3：中文里有 1 处半角标点（,）
          办法：改成全角标点，fuwen check --fix 可以代改（引号、书名号里的，两字之间的“.”除外）；确需保留的，在文件头写明：已核: [{规则: 半角标点, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "mending a file that may not be written", "system/unwritable", status: 3,
      run: { site in
        chmod(site.path + "/" + replyFile, 0o444)
        return asNobody {
          Report { () throws(Diagnostic) in try ContentFolder(site: site.path).replaceFile(replyFile, with: []) }
        }
      },
      says: """
        错误 content/replies/0216.md：不能改写这个文件，系统提示：Permission denied
          办法：请让运行程序的用户可以写这个文件和它所在的文件夹，并检查磁盘空间
        """),
  ]
}
