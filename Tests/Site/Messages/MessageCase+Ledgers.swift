import Foundation

extension MessageCase {
  static let ledgers: [MessageCase] = [
    MessageCase(
      "unknown format", "ledger/format", files: ["content/records/a.doc": "x"],
      says: """
        错误 content/records/a.doc：不认识的台账格式
          办法：台账用 .xlsx、.csv、.tsv、.yaml 或 .json；.xls、.et、.ods 等表格请用 Excel 或 WPS 另存为“Excel 工作簿（*.xlsx）”；其他文件不要放在这里
        """),
    MessageCase(
      "empty table", "ledger/empty", files: [ledgerFile: "\n,,\n"],
      says: """
        错误 content/records/2024.csv：台账是空的
          办法：请填写表头和内容，或删去这个文件
        """),
    MessageCase(
      "empty list", "ledger/empty", files: ["content/records/a.yaml": "# 空\n"],
      says: """
        错误 content/records/a.yaml：台账是空的
          办法：请填写记录，或删去这个文件
        """),
    MessageCase(
      "no header row", "ledger/no-header", files: [ledgerFile: "一,二,三\n1,2,3\n"],
      says: """
        错误 content/records/2024.csv 第 1 行：前 20 行里没有找到表头；这一行的内容是“一”“二”“三”
          办法：表头要有这些列：类型、届次、编号、标题、承办单位、承办方式、年份或交办日期或答复日期
        """),
    MessageCase(
      "missing columns", "ledger/missing-column",
      files: [
        ledgerFile: """
        2024年建议台账
        届次,案号,标题,承办部门,办理方式
        省十四届人大二次会议,0216,关于电梯的建议,省教育厅,主办
        省十四届人大二次会议,0217,关于水库的建议,省水利厅,主办

        """
      ],
      says: """
        错误 content/records/2024.csv 第 2 行：缺少必填的列“类型”“承办单位”“年份”，这份台账没有读取
          办法：请补上“类型”；请补上“承办单位”；请补上“年份”（有“交办日期”或“答复日期”也行）；没有认出的列有“承办部门”，内容就是它的，改列名就行
        """),
    MessageCase(
      "duplicate header", "ledger/duplicate-column",
      files: [ledgerFile: "\(LittleSite.header),案由\n\(LittleSite.row),甲\n"],
      says: """
        错误 content/records/2024.csv 第 1 行“案由”：O 列“案由”和 E 列“标题”是同一项内容
          办法：请只保留其中一列
        """),
    MessageCase(
      "two names for one field", "ledger/duplicate-column",
      files: ["content/records/a.yaml": "- 标题: 甲\n  案由: 乙\n"],
      says: """
        错误 content/records/a.yaml:2:3 第 1 条“案由”：“案由”和第 1 行的“标题”是同一项内容
          办法：请只保留其中一项
        """),
    MessageCase(
      "ragged row", "ledger/ragged-row", files: [ledgerFile: "\(LittleSite.header)\n\(LittleSite.row),多,余\n"],
      says: """
        错误 content/records/2024.csv 第 2 行：这一行比表头多出单元格：表头到 N 列为止，O 列还有内容
          办法：内容里有逗号时，请给整个单元格加半角双引号；若确实多一列，请补上表头
        """
    ),
    MessageCase(
      "record in a record", "ledger/nested", files: ["content/records/a.yaml": "- 编号: 1\n  标题: {主: 甲}\n"],
      says: """
        错误 content/records/a.yaml:2:7 第 1 条“标题”：这里应是文字、数字或它们的列表，不能再分层
          办法：请写成一项文字；有几项时写成列表：[甲, 乙]
        """),
    MessageCase(
      "text for a list", "value/type", files: ["content/records/a.yaml": "记录: 无\n"],
      says: """
        错误 content/records/a.yaml:1:5 “记录”：“记录”应是记录的列表（每条记录以“- ”开头，或放在“记录”之下），这里却是文字
        """),
    MessageCase(
      "total row", "ledger/total-row", status: 0,
      files: [ledgerFile: "\(LittleSite.header)\n\(LittleSite.row)\n合计,1\n"],
      says: """
        警告 content/records/2024.csv 第 3 行：这是合计行，没有当作办理件读取
          办法：请从台账中删去合计行
        """),
    MessageCase(
      "unknown column", "ledger/unknown-column", status: 0, files: rows(["采纳情形": "钱乙"]),
      says: """
        警告 content/records/2024.csv 第 1 行“采纳情形”：不认识的列“采纳情形”，没有读取
          办法：是不是要写“采纳情况”？
        """),
    MessageCase(
      "column without name", "ledger/unnamed-column", status: 0,
      files: [ledgerFile: "\(LittleSite.header),\n\(LittleSite.row),甲\n"],
      says: """
        警告 content/records/2024.csv 第 2 行：O 列有内容而没有列名，没有读取
          办法：请在表头补上列名，或删去这一列
        """),

    MessageCase(
      "unclosed quote", "csv/unclosed-quote", files: [ledgerFile: "\(LittleSite.header)\n\"建议,省十四届"],
      says: """
        错误 content/records/2024.csv:2:1：这个单元格开头的引号没有收尾
          办法：请在单元格末尾补上半角双引号；内容里的半角双引号要写两遍
        """),
    MessageCase(
      "text after a quote", "csv/after-quote", files: [ledgerFile: "\(LittleSite.header)\n\"建议\"和提案,省十四届\n"],
      says: """
        错误 content/records/2024.csv:2:5：引号已经收尾，后面却还有内容（单元格从第 2 行第 1 列开始）
          办法：内容里的半角双引号要写两遍，或改用中文引号；也请检查是否漏了逗号
        """),
    MessageCase(
      "blank before a quote", "csv/before-quote", files: [ledgerFile: "\(LittleSite.header)\n建议, \"省十四届\"\n"],
      says: """
        错误 content/records/2024.csv:2:5：引号前面有空格
          办法：请删去引号前面的空格
        """
    ),

    MessageCase(
      "full-width comma", "json/syntax", files: ["content/records/a.json": "[{\"编号\": \"1\"，\"标题\": \"甲\"}]"],
      says: """
        错误 content/records/a.json:1:12：这里应是半角逗号或 }，却是全角符号 ，
          办法：请改成半角符号
        """
    ),
    MessageCase(
      "nothing as a character", "ledger/control-character",
      files: ["content/records/a.json": "[{\"编号\": \"1\", \"标题\": \"甲\\u0000乙\"}]"],
      says: """
        错误 content/records/a.json:1:20 第 1 条“标题”：这里有一个看不见的控制字符（U+0000）
          办法：请删去反斜杠开头的写法
        """),
    MessageCase(
      "line that Word broke", "text/control-character",
      files: [ledgerFile: "\(LittleSite.header)\n建议,关于甲\u{B}的建议\n"],
      says: """
        错误 content/records/2024.csv:2:7：这里有一个看不见的控制字符（U+000B，Word 的手动换行）
          办法：请删去这个字符，或重新输入这一行
        """),
    MessageCase(
      "number with a zero in front", "json/syntax", files: ["content/records/a.json": "[{\"编号\": 0487}]"],
      says: """
        错误 content/records/a.json:1:10：数字写法不对
          办法：数字不能以 0 开头；编号请用半角双引号引起，例如 "0487"
        """),
    MessageCase(
      "brackets in brackets", "json/too-deep", files: ["content/records/a.json": String(repeating: "[", count: 300)],
      says: """
        错误 content/records/a.json:1:257：内容套得太深，超过 256 层
          办法：请检查括号
        """),

    MessageCase(
      "wrong byte in the middle", "text/encoding",
      run: { site in
        var bytes = Array(ledger([[:]]).utf8)
        bytes[bytes.count - 30] = 0xFF
        try site.write(Data(bytes), to: ledgerFile)
        return site.build()
      },
      says: """
        错误 content/records/2024.csv:2:74：这里的字节 E5 不是 UTF-8 编码的文字
          办法：请另存为 UTF-8 编码：Excel/WPS 表格选“另存为”，类型选“CSV UTF-8（逗号分隔）”；记事本选“另存为”，编码选“UTF-8”
        """),
    MessageCase(
      "wrong byte in GB 18030", "text/encoding",
      run: { site in
        var bytes = try inGB18030(ledger([[:]]))
        bytes[bytes.count - 30] = 0xFF
        try site.write(Data(bytes), to: ledgerFile)
        return site.build()
      },
      says: """
        错误 content/records/2024.csv:2:74：这里的字节 FF 不是 GB 18030 编码的文字
          办法：请另存为 UTF-8 编码：Excel/WPS 表格选“另存为”，类型选“CSV UTF-8（逗号分隔）”；记事本选“另存为”，编码选“UTF-8”
        """),
    MessageCase(
      "workbook with another suffix", "text/not-text", files: [ledgerFile: "PK\u{3}\u{4}\u{0}\u{0}"],
      says: """
        错误 content/records/2024.csv:1:5：这不是文本文件（含有空字节）
          办法：若是改了扩展名的 Excel 或 Word 文件，请另存为 UTF-8 编码：Excel/WPS 表格选“另存为”，类型选“CSV UTF-8（逗号分隔）”；记事本选“另存为”，编码选“UTF-8”
        """),
  ]
}

/// A text's bytes as Excel writes them on a Chinese Windows.
func inGB18030(_ text: String) throws -> [UInt8] {
  let encoding = String.Encoding(rawValue: 0x8000_0632)
  guard let data = text.data(using: encoding) else { throw CocoaError(.fileWriteInapplicableStringEncoding) }
  return Array(data)
}
