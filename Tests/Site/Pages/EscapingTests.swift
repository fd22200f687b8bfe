import Foundation
import Testing

/// Text that would be markup stays text on every page and in every file.
@Suite struct EscapingTests {
  private static let hostile =
    "</title><script>alert(1)</script>\"'&amp;<img src=x onerror=alert(1)>\u{2028}--!>{{ 7*7 }}{% raw %}"

  @Test func noFieldBecomesMarkup() throws {
    let site = try LittleSite(try Self.files)
    let report = site.build()
    try #require(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    var shown = 0
    for (path, data) in try site.output() where !path.hasPrefix("assets/") {
      let text = String(decoding: data, as: UTF8.self)
        .replacing(#/<script src="[^"<]*assets\/(elder|search)\.js"( defer)?><\/script>/#, with: "")
        .replacing("<script type=\"application/ld+json\">", with: "")
      for part in ["<script", "<img", "onerror=alert(1)>", "\"'&amp;<", "49"] where path.hasSuffix(".html") {
        #expect(!text.contains(part), "\(path): \(part)")
      }
      if path.hasSuffix(".json") { #expect(!text.contains("<") && !text.contains("\u{2028}")) }
      shown += text.split(separator: "&lt;script&gt;alert(1)&lt;/script&gt;").count - 1
    }
    #expect(shown > 100)
  }

  /// The text comes back whole from the data file and from a page's title.
  @Test func textComesBackWhole() throws {
    let site = try LittleSite(try Self.files)
    _ = site.build()
    let json = try JSONSerialization.jsonObject(with: Data(site.page("data/records.json").utf8)) as? [[String: Any]]
    #expect(json?.first?["代表团"] as? String == Self.hostile)
    #expect(json?.first?["承办单位"] as? String == "甲厅" + Self.hostile)
    let page = try site.page("jianyi/sheng-14-2/0216.html")
    let title = try #require(page.firstMatch(of: #/<h1>(.*?)<\/h1>/#.dotMatchesNewlines()))
    // A title is one line.
    #expect(HTML.text(String(title.1)) == Self.hostile.replacing("\u{2028}", with: ""))
  }

  /// A class's code is part of its address only where it is made of letters and digits.
  @Test(arguments: [("A", "a"), ("甲", "1"), ("../A", "1"), ("a/b", "1"), ("A?", "1"), ("%41", "1"), ("\"><b>", "1")])
  func codesOfClassesInAddresses(_ code: String, _ folder: String) throws {
    let yaml = "'\(code)'"
    let site = try LittleSite(
      settingsWith("截至日期", "答复类别: [{方案: 甲, 类别: [{代码: \(yaml)}]}]\n截至日期")
        .merging(rows(["答复类别": "\"\(code.replacing("\"", with: "\"\""))\""])) { $1 })
    let report = site.build()
    #expect(report.exitStatus == 0, "\(report.diagnostics.list)")
    try site.expectSoundLinks()
    #expect(try site.output().keys.contains("jieguo/\(folder)/index.html"))
  }

  private static var files: [String: String?] {
    get throws {
      let cell = "\"" + hostile.replacing("\"", with: "\"\"") + "\""
      let fields = [
        "标题", "代表团", "界别", "类别", "建议内容", "责任处室", "领办领导", "重点类别", "沟通方式", "发文字号", "采纳情况", "转化形式", "转化成果", "跟踪结果",
      ]
      var row = Dictionary(uniqueKeysWithValues: fields.map { ($0, cell) })
      row["提出人"] = "\"民盟" + hostile.replacing("\"", with: "\"\"") + "委员会\""
      row["承办单位"] = "\"甲厅" + hostile.replacing("\"", with: "\"\"") + "\""
      row["主题"] = "\"题" + hostile.replacing("\"", with: "\"\"") + "\""
      let yaml = "'" + hostile.replacing("'", with: "''") + "'"
      let head = ["标题", "主送", "署名", "联系人", "联系电话", "抄送", "解读"].map { "\($0): \(yaml)" }.joined(separator: "\n")
      let more = "附件: [{名称: \(yaml), 文件: a.txt}]\n更正: [{日期: 2024-06-01, 说明: \(yaml)}]"
      let settings = """
        站点名称: \(yaml)
        网址: https://www.example.gov.cn/zwgk/jyta/
        网站标识码: \(yaml)
        专栏名称: \(yaml)
        专栏说明: \(yaml)
        专栏关键词: [\(yaml)]
        主办单位: \(yaml)
        联系方式: \(yaml)
        ICP备案号: \(yaml)
        公安备案号: \(yaml)
        党政机关标识: \(yaml)
        提出人显示: 全名
        截至日期: 2024-12-31
        答复类别: [{方案: \(yaml), 类别: [{代码: A, 名称: \(yaml), 含义: \(yaml)}]}]
        """
      let document = ["标题", "来源", "主送", "抄送", "编辑", "送", "发文字号"].map { "\($0): \(yaml)" }.joined(separator: "\n")
      return rows(row) + [
        settingsFile: settings, "content/files/a.txt": "甲",
        replyFile: letter(
          "编号: \"0216\"\n\(head)\n\(more)", "## \\<script>alert(1)\\</script>\n\n`\(hostile.replacing("`", with: ""))`"),
        "content/reports/2024.md": letter(
          "文种: 工作总结\n日期: 2024-12-01\n公开方式: 主动公开\n公开日期: 2024-12-02\n\(document)", "{{ 站点.名称 }}"),
      ]
    }
  }
}
