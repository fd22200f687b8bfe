import Foundation
import OfficeSamples
import Testing

@testable import Site

extension MessageCase {
  static let imports: [MessageCase] = [
    importing(
      "unknown kind", "import/format", file: "信.wps", bytes: Array("x".utf8),
      says: """
        错误 站点/信.wps：导入不了这种文件
          办法：答复文件用 .docx，台账用 .xlsx 或 .csv；.doc、.wps、.rtf、.xls、.et 请用 Word、Excel 或 WPS 另存
        """),
    importing(
      "macros by name", "import/macros", file: "信.docm", bytes: letter.bytes,
      says: """
        错误 站点/信.docm：文件带有宏（可以自动运行的程序），不予导入
          办法：请用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”；来历不明的文件不要使用
        """),
    importing(
      "macros", "import/macros", bytes: with([("word/vbaProject.bin", "x")]),
      says: """
        错误 站点/信.docx：文件带有宏（可以自动运行的程序），不予导入
          办法：请用 Word 或 WPS 打开它，另存为“Word 文档（*.docx）”；来历不明的文件不要使用
        """),
    importing(
      "letter without text", "import/empty", bytes: SampleLetter([]).bytes,
      says: """
        错误 站点/信.docx：文件里没有文字
          办法：请检查是不是选错了文件
        """),
    importing(
      "scan", "import/empty", bytes: scan.bytes,
      says: """
        错误 站点/信.docx：文件里没有文字，只有图片
          办法：扫描件要先识别成文字（OCR），核对以后再导入
        """),
    importing(
      "secret letter", "import/secret", bytes: SampleLetter(["机密★1年"] + lines).bytes,
      says: """
        错误 站点/信.docx：文件标有密级（机密★1年），不予导入
          办法：涉密文件不能放到连着互联网的机器上；已经解密的，删去密级标志再导入
        """),
    importing(
      "what pandoc cannot read", "import/unreadable",
      bytes: SampleArchive.of([
        ("_rels/.rels", rels), ("word/document.xml", "<w:document xmlns:w=\"w\"><w:p/></w:document>"),
      ]),
      says: """
        错误 站点/信.docx：pandoc 读不了这个文件：couldn't parse docx file: DocxError
          办法：请用 Word 或 WPS 打开它，另存为一个新的 .docx
        """),
    importing(
      "workbook as a letter", "office/wrong-kind", bytes: SampleWorkbook([["甲"]]).bytes,
      says: """
        错误 站点/信.docx：扩展名说这是 Word 文档（.docx），内容却是 Excel 工作簿
          办法：请用原来的程序打开它，另存为 Word 文档（.docx）；只改扩展名不行
        """),
    importing(
      "damaged letter", "office/damaged", bytes: Array(letter.bytes.dropLast(30)),
      says: """
        错误 站点/信.docx：文件损坏，读不下去：压缩包不完整
          办法：请重新取一份完整的文件；若能打开，请用 Excel、Word 或 WPS 打开它，另存为一个新文件
        """),
    importing(
      "XML bomb in a letter", "office/entities",
      bytes: SampleArchive.of([
        ("_rels/.rels", rels), ("word/document.xml", "<!DOCTYPE a [<!ENTITY b \"b\">]><a>&b;</a>"),
      ]),
      says: """
        错误 站点/信.docx：里面的 word/document.xml 有文档类型定义（DTD），Office 文件不会有，可能是恶意文件
          办法：来历不明的文件不要使用；若是自己的文件，请用 Excel、Word 或 WPS 打开它，另存为一个新文件
        """),
    MessageCase(
      "reply that is there", "import/exists",
      run: { site in
        try site.write(Data(letter.bytes), to: "信.docx")
        return importing(["信.docx"], of: site)
      },
      says: """
        错误 站点/信.docx：要写的 content/replies/0216.md 已经有了，没有改动它
          办法：原来的不要了，先把它移走；两件都要的，给其中一个改名，再导入
        """),
    importing(
      "file that is not there", "file/missing", file: "信.docx", bytes: nil,
      says: """
        错误 站点/信.docx：找不到这个文件或文件夹
          办法：请检查路径和文件名是否写对
        """),
    importing(
      "parts that are missing", "import/missing", status: 0, bytes: SampleLetter(["关于第9号建议的答复", "甲代表：", "收悉。"]).bytes,
      says: """
        警告 站点/信.docx：没有认出：届次、署名、成文日期、发文字号、公开方式
          办法：信里有的，请补在文件头里；台账里有的可以不补
        """),
    importing(
      "number that is missing", "import/missing", status: 0, bytes: SampleLetter(["关于公交的建议的答复", "甲代表：", "收悉。"]).bytes,
      says: """
        警告 站点/信.docx：没有认出：编号、届次、署名、成文日期、发文字号、公开方式
          办法：编号一定要补，程序凭它找台账里的那一行；其余的，信里有的，请补在文件头里；台账里有的可以不补
        """),
    importing(
      "parts that are left out", "import/dropped", status: 0,
      bytes: SampleLetter(lines + ["（联系人及电话：钱乙，0999-80000001）"]).bytes,
      says: """
        警告 站点/信.docx：没有导入：联系人和电话
          办法：要公开的，请手工补上；联系方式只写办公电话
        """),
    importing(
      "folder without letters", "import/format", file: "答复", bytes: nil,
      prepare: { try $0.write("x", to: "答复/答复.doc") },
      says: """
        错误 站点/答复：这个文件夹里没有 Word 文件（.docx）
          办法：写文件所在的文件夹，不看里面的文件夹；.doc、.wps、.rtf 先用 Word 或 WPS 另存为 .docx；台账写明文件名
        """),
    importing(
      "folder with other files", "import/dropped", status: 0, file: "答复", bytes: nil,
      prepare: { site in
        for name in ["答复/信.docx", "答复/更早的/信.docx"] { try site.write(Data(letter.bytes), to: name) }
        for name in ["答复/旧.doc", "答复/~$信.docx", "答复/台账.xlsx"] { try site.write("x", to: name) }
      },
      says: """
        警告 站点/答复：没有导入：台账.xlsx、旧.doc
          办法：文件夹里只导入 .docx；.doc、.wps、.rtf 先用 Word 或 WPS 另存为 .docx；台账写明文件名再导入
        """),
    importing(
      "letter to several proposals", "import/remark", status: 0,
      bytes: SampleLetter(lines.map { $0.replacing("第0216号建议", with: "第0216、0301号建议") }).bytes,
      says: """
        警告 站点/信.docx：这封信答复的不止一件（第0216号、第0301号），只按第0216号写了文件
          办法：每一件都要有复文：把写好的文件复制成另外几件的，改文件名和文件头的“编号”；届次、类型不同的也要改
        """),
    importing(
      "letter with a merged cell", "import/remark", status: 0,
      bytes: {
        var table = SampleLetter(Array(lines.prefix(4)))
        let grid = "<w:tblGrid><w:gridCol w:w=\"100\"/><w:gridCol w:w=\"100\"/></w:tblGrid>"
        let cells = ["市州", "件数"].map { "<w:tc>\(SampleLetter.paragraph($0))</w:tc>" }.joined()
        let wide = "<w:tc><w:tcPr><w:gridSpan w:val=\"2\"/></w:tcPr>\(SampleLetter.paragraph("合计 12 件"))</w:tc>"
        table.body += "<w:tbl>\(grid)<w:tr>\(cells)</w:tr><w:tr>\(wide)</w:tr></w:tbl>"
        table.body += lines.dropFirst(4).map(SampleLetter.paragraph).joined()
        return table.bytes
      }(),
      says: """
        警告 站点/信.docx：第 1 张表里有合并的单元格，内容在占到的每一格都写了一遍：“合计 12 件”（2 列）
          办法：请对照原文核对；不该重复的（例如合计数），把多的那格清空
        """),
    importing(
      "pages of a scan", "import/remark", status: 0,
      bytes: SampleLetter(lines.flatMap { $0.hasSuffix("收悉。") ? [$0, "- 2 -", "完成3座。", "第 3 页", "2024"] : [$0] }).bytes,
      says: """
        警告 站点/信.docx：正文里有 2 段像是页码（“- 2 -”）
          办法：扫描留下的请删去；断开的段落，可以用 fuwen import --suggest 看怎样接上
        """),
    MessageCase(
      "import: day that a scan has spoilt", "import/missing", "import/remark", status: 0, files: [replyFile: nil],
      run: { site in
        let lines = lines.map { $0.replacing("5月20日", with: "5月2O日") }
        try site.write(Data(SampleLetter(lines).bytes), to: "信.docx")
        return importing(["信.docx"], of: site)
      },
      says: """
        警告 站点/信.docx：没有认出：署名、成文日期
          办法：信里有的，请补在文件头里；台账里有的可以不补
        警告 站点/信.docx：“2024年5月2O日”像是成文日期，没有看懂，和署名一起留在了正文里
          办法：把署名、成文日期写到文件头，正文里的删去
        """),
    importing(
      "head of another agency", "import/dropped", status: 0, bytes: SampleLetter(["示例省人民政府"] + lines).bytes,
      says: """
        警告 站点/信.docx：没有导入：发文机关标志（示例省人民政府）
          办法：要公开的，请手工补上；联系方式只写办公电话
        """),
    importing(
      "text below the signature", "import/remark", status: 0, bytes: SampleLetter(lines + ["附件1", "电梯清单"]).bytes,
      says: """
        警告 站点/信.docx：落款以后还有文字（“附件1”等），放在了正文末尾，请核对
        """),
    importing(
      "hidden text", "import/hidden", status: 0,
      bytes: {
        var hidden = letter
        hidden.body += "<w:p><w:r><w:rPr><w:vanish w:val=\"1\"/></w:rPr></w:r></w:p>"
        return hidden.bytes
      }(),
      says: """
        警告 站点/信.docx：信里有设为“隐藏”的文字，一并导入了
          办法：请核对导入的正文，删去不该公开的文字
        """),
    importing(
      "text that pandoc passes over", "import/lost", status: 0,
      bytes: {
        var odd = letter
        odd.body += "<w:unknown>" + SampleLetter.paragraph("别处没有的一段话。") + "</w:unknown>"
        return odd.bytes
      }(),
      says: """
        警告 站点/信.docx：有 1 段文字没有导入：“别处没有的一段话。”
          办法：请对照原文，把它们补到正文里
        """),
    importing(
      "private columns", "import/dropped", status: 0, file: "台账.csv",
      bytes: Array("序号,\(LittleSite.header),联系电话\n1,\(LittleSite.row),0999-80000001\n".utf8),
      says: """
        警告 站点/台账.csv：没有导入：序号、联系电话
          办法：这些是内部栏目，不会公开；原来的台账请留在单位里
        """),
    importing(
      "ledger that cannot be read", "ledger/missing-column", file: "台账.csv",
      bytes: Array("类型,届次,编号,标题,单位,交办日期\n建议,省十四届人大二次会议,0216,甲,省教育厅,2024-02-20\n".utf8),
      says: """
        错误 站点/台账.csv 第 1 行：缺少必填的列“承办单位”“承办方式”，这份台账没有读取
          办法：“承办单位”是不是写成了“单位”？是就改列名；请补上“承办方式”（也可以叫办理方式）
        """),
  ]

  private static let lines = [
    "示教函〔2024〕12号", "关于省十四届人大二次会议第0216号建议的答复", "赵甲代表：", "您的建议收悉。", "示例省教育厅", "2024年5月20日", "公开方式：主动公开",
  ]
  private static var letter: SampleLetter { SampleLetter(lines) }
  private static var scan: SampleLetter {
    var scan = SampleLetter([])
    scan.body = "<w:p><w:r><w:pict><v:imagedata xmlns:v=\"v\"/></w:pict></w:r></w:p>"
    return scan
  }

  private static let rels =
    "<Relationships><Relationship Id=\"a\" Type=\"http://schemas.openxmlformats.org/officeDocument/2006/relationships/"
    + "officeDocument\" Target=\"word/document.xml\"/></Relationships>"

  private static func with(_ parts: [(name: String, text: String)]) -> [UInt8] {
    var letter = letter
    letter.others = parts
    return letter.bytes
  }

  private static func importing(_ files: [String], of site: LittleSite) -> Report {
    Site(site.path, options: Options(workers: 1)).importing(files.map { site.path + "/" + $0 }, isSuggesting: false)
  }

  private static func importing(
    _ name: String, _ rule: String, status: Int32 = 1, file: String = "信.docx", bytes: [UInt8]?,
    prepare: @escaping @Sendable (LittleSite) throws -> Void = { _ in }, says text: String
  ) -> MessageCase {
    MessageCase(
      "import: " + name, rule, status: status, files: [replyFile: nil],
      run: { site in
        if let bytes { try site.write(Data(bytes), to: file) }
        try prepare(site)
        let report = importing([file], of: site)
        let isLetter = ["信.docx", "答复"].contains(file) && rule != "import/missing"
        #expect(site.exists(replyFile) == (report.exitStatus == 0 && isLetter))
        return report
      }, says: text)
  }
}
