extension MessageCase {
  static let narratives: [MessageCase] = [
    MessageCase(
      "broken front matter", "yaml/syntax", files: replyWith("主送: 赵甲代表", "主送: [赵甲代表"),
      says: """
        错误 content/replies/0216.md:3:5：方括号“[”没有配对的“]”，或列表项之间缺少半角逗号
          办法：请写成：[甲, 乙]；内容以“[”开头时，请加半角引号
        """),
    MessageCase(
      "unclosed front matter", "front-matter/unclosed", files: [replyFile: "---\n编号: \"0216\"\n正文\n"],
      says: """
        错误 content/replies/0216.md:1:1：开头的“---”没有配对的“---”行，文件头没有收尾
          办法：请在文件头的最后一项之后另起一行写“---”；如果开头的是分隔线，请改成“***”
        """),
    MessageCase(
      "front matter between other dashes", "front-matter/fence",
      files: [replyFile: LittleSite.reply.replacingOccurrences(of: "---", with: "———")],
      says: """
        错误 content/replies/0216.md:1:1：这里像是文件头，却没有用“---”开头
          办法：文件头的前后各要单独一行三个半角减号“---”，行里不要有别的字符
        """),
    MessageCase(
      "front matter after a blank line", "front-matter/late", files: [replyFile: "\n" + LittleSite.reply],
      says: """
        错误 content/replies/0216.md:2:1：文件头的“---”不在第一行
          办法：请删去它前面的空行；如果这是分隔线，请改成“***”
        """),
    MessageCase(
      "report without front matter", "front-matter/missing", files: ["content/reports/a.md": "正文"],
      says: """
        错误 content/reports/a.md:1：没有文件头
          办法：第一行写“---”，写明标题、文种、日期、公开方式和公开日期，再写一行“---”
        """),
    MessageCase(
      "report without title", "key/missing", files: reportWith("标题: 总结\n", ""),
      says: """
        错误 content/reports/2024.md:2:1 “标题”：缺少“标题”
          办法：请补上：标题: 内容
        """),
    MessageCase(
      "text that is printed unescaped", "template/safe",
      files: reportWith("正文", "正文{{ \"<b>138</b>12345678\" | safe }}"),
      says: """
        错误 content/reports/2024.md:8:29：正文里不能用 safe：内容会不经检查直接成为网页代码
          办法：删去 | safe；要做的版式，用 Markdown 或 templates/partials/ 里的小块
        """),
    MessageCase(
      "unknown form", "value/choice", files: reportWith("工作总结", "工作小结"),
      says: """
        错误 content/reports/2024.md:3:5 “文种”：不认识的文种“工作小结”
          办法：是不是“工作总结”？可以写：工作总结、情况报告、报送函、联络动态、工作动态
        """),
    MessageCase(
      "figures of an unknown unit", "record/unit", files: reportWith("公开方式", "统计范围: {承办单位: 教育厅}\n公开方式"),
      says: """
        错误 content/reports/2024.md:5:14 “承办单位”：不认识的承办单位“教育厅”
          办法：是不是“省教育厅”？
        """),
    MessageCase(
      "figures of an impossible year", "record/year",
      files: reportWith("公开方式", "统计范围: {年份: -9223372036854775808}\n公开方式"),
      says: """
        错误 content/reports/2024.md:5:12 “年份”：年份“-9223372036854775808”不对
          办法：写四位年份，例如 2024
        """),
    MessageCase(
      "figures of nothing", "document/empty-scope", status: 0,
      files: reportWith("正文", "共{{ 统计.总数 }}件", head: "统计范围: {年份: 2042}"),
      says: """
        警告 content/reports/2024.md:5:7 “统计范围”：统计范围里一件也没有，文中的统计数都会是 0
          办法：核对年份、类型、届次和承办单位；台账还没有放进 content/records/ 的，先放进去
        """),
    MessageCase(
      "case that is not there", "document/case", files: reportWith("正文", "正文", head: "典型案例: [\"0261\"]"),
      says: """
        错误 content/reports/2024.md:5:8 “典型案例”：统计范围里没有第0261号
          办法：是不是第0216号？
        """),
    MessageCase(
      "withheld case", "document/case",
      files: rows([:], ["编号": "0217", "公开方式": "不予公开"]).merging(
        reportWith("正文", "正文", head: "典型案例: [{编号: \"0217\", 简介: 甲}]")
      ) { $1 },
      says: """
        错误 content/reports/2024.md:5:13 “编号”：第0217号的答复没有公开，不能写在这里
          办法：没有公开的件只能计入件数；换一件，或先公开它的答复
        """),
    MessageCase(
      "withheld item in the form", "document/case",
      files: rows([:], ["编号": "0217", "公开方式": "不予公开"]).merging(
        reportWith("正文", "正文", head: "统计表: {办理情况简介: {\"0217\": 甲}}")
      ) { $1 },
      says: """
        错误 content/reports/2024.md:5:24 “0217”：第0217号的答复没有公开，不能写在这里
          办法：没有公开的件只能计入件数；换一件，或先公开它的答复
        """),
    MessageCase(
      "case of two proposals", "document/case",
      files: rows([:], ["类型": "提案", "届次": "省政协十三届二次会议"]).merging(
        reportWith("正文", "正文", head: "典型案例: [\"0216\"]").merging(
          replyWith("编号: \"0216\"", "编号: \"0216\"\n类型: 建议")
        ) { $1 }
      ) { $1 }.merging(["content/replies/b.md": "---\n编号: \"0216\"\n类型: 提案\n---\n答复。\n"]) { $1 },
      says: """
        错误 content/reports/2024.md:5:8 “典型案例”：统计范围里有几件第0216号
          办法：写明类型或届次，例如：{编号: "0216", 类型: 建议}
        """),
    MessageCase(
      "withheld item in the text", "gate/withheld-item",
      files: rows([:], ["编号": "0217", "公开方式": "不予公开"]).merging(reportWith("正文", "见第0217号建议。")) { $1 },
      says: """
        错误 content/reports/2024.md:8:2：正文里的“第0217号”没有公开
          办法：没有公开的件，编号和标题都不能写出来，只能计入件数；说的不是这一件的，在文件头写明：已核: [{规则: 未公开件, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "withheld title in a letter", "gate/withheld-item",
      files: rows([:], ["编号": "0217", "标题": "关于停车的建议", "公开方式": "不予公开"]).merging([
        "content/replies/0216.md": LittleSite.reply + "\n另见《关于停车的建议》。\n"
      ]) { $1 },
      says: """
        错误 content/replies/0216.md:12:3：正文里的“《关于停车的建议》”没有公开
          办法：没有公开的件，编号和标题都不能写出来，只能计入件数；说的不是这一件的，在文件头写明：已核: [{规则: 未公开件, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "enclosure under another name", "document/attachment-title", status: 0,
      files: reportWith("正文", "正文").merging([
        "content/reports/han.md": standardReport.replacing(
          "公开方式", with: "附件: {名称: 总节, 文件: 2024.md}\n公开方式")
      ]) { $1 },
      says: """
        警告 content/reports/han.md:5:5 “附件”：附件名称“总节”与它的标题“总结”不同
          办法：附件名称应与附件的标题一致；不写名称，就用它的标题
        """),
    MessageCase(
      "enclosure that is not public", "link/not-published",
      files: reportWith("主动公开", "不予公开").merging([
        "content/reports/han.md": standardReport.replacing("公开方式", with: "附件: 2024.md\n公开方式")
      ]) { $1 },
      says: """
        错误 content/reports/han.md:5:5 “附件”：链接指向的“content/reports/2024.md”没有公开，或不存在
          办法：删去这个链接，或改为已公开的文件
        """),
    MessageCase(
      "Chinese file name", "file/name-address", files: ["content/reports/总结.md": standardReport],
      says: """
        错误 content/reports/总结.md：文件名会成为网址，只能用小写字母、数字和连字符
          办法：改名，例如 2024-gongzuo-zongjie.md
        """),
    MessageCase(
      "unknown figure", "template/unknown-name", files: reportWith("正文", "共{{ 统计.总合 }}件"),
      says: """
        错误 content/reports/2024.md:8:8：没有字段“总合”
            共{{ 统计.总合 }}件
                      ^
          办法：是不是“总数”？
        """),
    MessageCase(
      "figure that the ledger has not", "claim/differs", status: 0,
      files: reportWith(
        "公开方式: 主动公开\n公开日期: 2024-12-02\n---\n正文",
        "统计范围: {年份: 2024, 承办单位: 省教育厅}\n公开方式: 主动公开\n公开日期: 2024-12-02\n---\n我厅共办理建议{{ 统计.总数 }}件，其中主办2件，满意率100%。"),
      says: """
        警告 content/reports/2024.md:9:25：“主办2件”与台账不符：台账里2024年建议（示例省教育厅）主办 1 件（content/records/2024.csv 第 2 行）
          办法：改正数字，或者改正台账；口径不同、数字确实无误的，在文件头写明：已核: [{规则: 统计数字, 内容: 主办2件, 理由: …}]
        """),
    MessageCase(
      "unknown partial", "template/missing-file", files: reportWith("正文", "{% include \"partials/统计.html\" %}"),
      says: """
        错误 content/reports/2024.md:8:4：没有模板“partials/统计.html”
            {% include "partials/统计.html" %}
               ^
          办法：是不是“partials/统计表.html”？
        """),
    MessageCase(
      "partial in code", "markdown/fragment-in-code",
      files: reportWith("正文", "`{% include \"partials/统计.html\" %}`") + ["templates/partials/统计.html": "<b>一</b>"],
      says: """
        错误 content/reports/2024.md:8：代码、链接地址和图片说明里不能插入模板片段
          办法：请把模板语句移出来；行首缩进四格以上的文字会成为代码，请去掉缩进
        """),

    MessageCase(
      "raw HTML", "markdown/raw-html", "markdown/raw-html", files: replyBody("<b>现答复</b>"),
      says: """
        错误 content/replies/0216.md:12:1：正文里不能写 HTML：“<b>”
          办法：请改用 Markdown 写法；要显示尖括号本身，请写成 \\<
        错误 content/replies/0216.md:12:7：正文里不能写 HTML：“</b>”
          办法：请改用 Markdown 写法；要显示尖括号本身，请写成 \\<
        """),
    MessageCase(
      "comment", "markdown/raw-html", files: replyBody("<!-- 内部意见 -->"),
      says: """
        错误 content/replies/0216.md:12:1：正文里不能写 HTML：“<!-- 内部意见 -->”
          办法：请删去注释；不公开的说明不要写在正文里
        """),
    MessageCase(
      "picture without text", "markdown/image-without-text",
      files: replyBody("![](../files/a.png)") + ["content/files/a.png": ""],
      says: """
        错误 content/replies/0216.md:12:5：图片没有文字说明
          办法：请在方括号里写明图片的内容，读屏软件和看不到图片的人要用：![说明](图片地址)
        """),
    MessageCase(
      "footnote in a picture's text", "markdown/footnote-in-image",
      files: replyBody("![甲[^1]](../files/a.png)\n\n[^1]: 注。") + ["content/files/a.png": ""],
      says: """
        错误 content/replies/0216.md:12：图片的文字说明里不能有脚注
          办法：请把脚注移到图片后面
        """),
    MessageCase(
      "script link", "markdown/link-scheme", files: replyBody("[办法](javascript:alert(1))。"),
      says: """
        错误 content/replies/0216.md:12:6：链接地址不能以“javascript:”开头
          办法：只能链接到本站文件和 http:、https:、mailto:、tel: 开头的地址
        """),
    MessageCase(
      "reference to a control character", "markdown/control-character", files: replyBody("甲&amp;乙。\n\n丙&#x85;丁。"),
      says: """
        错误 content/replies/0216.md:14：这里有一个看不见的控制字符（U+0085）
          办法：请删去“&#”开头的写法
        """),
    MessageCase(
      "control character in a link", "markdown/link-control-character", files: replyBody("[办法](<a&#1;b.md>)。"),
      says: """
        错误 content/replies/0216.md:12：链接地址里有看不见的控制字符
          办法：请删去地址，重新输入
        """),
    MessageCase(
      "blank in an address", "markdown/broken-link", status: 0, files: replyBody("见[办法](../files/办法 1.pdf)。"),
      says: """
        警告 content/replies/0216.md:12:6：这里的链接或图片写得不对，会照原样显示：“(../files/办法 1.pdf)”
          办法：地址里不能有空格，请把文件名里的空格去掉；链接里不能再有链接
        """),
    MessageCase(
      "footnote without a text", "markdown/unknown-footnote", status: 0, files: replyBody("见注[^9]。"),
      says: """
        警告 content/replies/0216.md:12:3：脚注“[^9]”没有内容，会照原样显示
          办法：在文末另起一段写明内容，以“[^9]:”开头
        """),
    MessageCase(
      "indent of paper", "markdown/indented", status: 0, files: replyBody("现答复如下。\n\n    我厅高度重视。"),
      says: """
        警告 content/replies/0216.md:14：这一段开头有制表符或四个以上空格，会显示成代码
          办法：请删去段首的空白，页面会自动缩进两字；确是代码的，前后各用一行三个反引号“```”
        """),
    MessageCase(
      "cell without a column", "markdown/lost-cells", status: 0,
      files: replyBody("| 项目 | 数量 |\n| --- | --- |\n| 甲 | 1 | 丢失 |"),
      says: """
        警告 content/replies/0216.md:14：这一行有 3 格，表头只有 2 格，多出来的不会显示
          办法：请补上表头，或删去多余的竖线；内容里的竖线写成 \\|
        """),
    MessageCase(
      "table without a line below its head", "markdown/lost-table", status: 0,
      files: replyBody("| 项目 | 数量 |\n| 甲 | 1 |"),
      says: """
        警告 content/replies/0216.md:12：这几行像是表格，页面上却不会成为表格
          办法：各格之间写半角竖线“|”，表头下面加一行“| --- | --- |”，有几栏就写几个
        """),
    MessageCase(
      "asterisks between figures", "markdown/vanishing-signs", status: 0, files: replyBody("箱体长3*4*5米。"),
      says: """
        警告 content/replies/0216.md:12：“4”两边的星号会当作强调，不会显示
          办法：乘号请写成“×”；要显示星号，写成“\\*”
        """),
    MessageCase(
      "letter of nobody knows what", "reply/without-number", files: ["content/replies/说明.md": "现答复如下。"],
      says: """
        错误 content/replies/说明.md：不知道这份复文答复哪一件：文件头没有写编号，文件名也不是编号
          办法：在文件开头写“---”、“编号: "0487"”、“---”三行（编号改成这一件的），或把文件名改成编号
        """),
    MessageCase(
      "full-width braces", "template/full-width-brace", files: reportWith("正文", "共办理｛｛ 件数 ｝｝件。"),
      says: """
        错误 content/reports/2024.md:8：这里的花括号是全角的“｛｛”，数字不会填进去
          办法：请改成半角，例如 {{ 统计.件数 }}
        """),
    MessageCase(
      "footnote that nobody uses", "markdown/unused-footnote", files: replyBody("[^1]: 注。"),
      says: """
        错误 content/replies/0216.md:12：正文没有引用脚注“1”，它不会出现在页面上
          办法：请在正文里写 [^1]，或删去这条脚注；两条脚注不能同名
        """),
    MessageCase(
      "quotes in quotes", "markdown/too-deep", files: replyBody(String(repeating: "> ", count: 40) + "甲"),
      says: """
        错误 content/replies/0216.md:12：引用和列表嵌套超过 32 层
          办法：请减少嵌套，或改用标题分层
        """),
    MessageCase(
      "too many columns", "markdown/too-many-columns",
      files: replyBody(String(repeating: "|甲", count: 65) + "|\n" + String(repeating: "|-", count: 65) + "|"),
      says: """
        错误 content/replies/0216.md:13：表格超过 64 列
          办法：请把表格分成几个，或者把行和列对调
        """
    ),
    MessageCase(
      "huge table", "markdown/table-too-large",
      files: replyBody(
        String(repeating: "|甲", count: 60) + "|\n" + String(repeating: "|-", count: 60) + "|\n"
          + String(repeating: "|乙|\n", count: 1700)),
      says: """
        错误 content/replies/0216.md:1626：文档里的表格合计超过 100000 格
          办法：请把数据放进附件，文中只留主要的行
        """),
    MessageCase(
      "too much text before a table", "markdown/text-before-table",
      files: replyBody(String(repeating: "文字文字文字\n", count: 300) + "|甲|\n|-|"),
      says: """
        错误 content/replies/0216.md:313：表格紧接在一个很长的段落后面
          办法：请在表格前加一个空行，并使表头和分隔行的列数相同
        """),
    MessageCase(
      "too many pictures", "markdown/too-many-images",
      files: replyBody(String(repeating: "![甲](https://a.cn/a.png)\n", count: 1001)),
      says: """
        错误 content/replies/0216.md:1012：一篇文档里的图片超过 1000 张
          办法：请把文档分成几篇
        """),
    MessageCase(
      "one long address many times", "markdown/references-too-long",
      files: replyBody(
        String(repeating: "[甲]\n", count: 100) + "\n[甲]: https://a.cn/" + String(repeating: "a", count: 100_000)),
      says: """
        错误 content/replies/0216.md:6：文末定义的链接地址太长，引用又太多
          办法：请缩短地址，或把文档分成几篇
        """),
    MessageCase(
      "book for a letter", "markdown/too-large", files: replyBody(String(repeating: "文字", count: 180_000)),
      says: """
        错误 content/replies/0216.md:6：文档超过 1 MB
          办法：请把文档分成几篇，或把数据放进附件
        """),
  ]
}

let standardReport = """
  ---
  标题: 总结
  文种: 工作总结
  日期: 2024-12-01
  公开方式: 主动公开
  公开日期: 2024-12-02
  ---
  正文

  """

/// A report beside the standard site with one part of it written otherwise, and with further front matter from line 5 on.
func reportWith(_ old: String, _ new: String, head: String? = nil) -> [String: String?] {
  let text = head.map { standardReport.replacing("公开方式", with: $0 + "\n公开方式") } ?? standardReport
  return ["content/reports/2024.md": text.replacing(old, with: new)]
}
