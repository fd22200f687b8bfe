import Foundation
import Testing

/// The program as users and CI jobs run it: what it prints, and its exit status.
@Suite struct CommandTests {
  private static let help = "办法：运行 fuwen help 或 fuwen help 命令名，看怎样用\n"

  @Test(arguments: [
    (["bild"], "没有“bild”这个命令，是不是“build”？"),
    (["公开"], "没有“公开”这个命令，可以写：build、check、stats、verify、new、serve、import、render"),
    (["help", "bild"], "没有“bild”这个命令，是不是“build”？"),
    (["help", "new", "sit"], "没有“new sit”这个命令，是不是“new site”？"),
    (["new", "repoert"], "没有“new repoert”这个命令，是不是“new report”？"),
    (["new", "站点"], "没有“new 站点”这个命令，可以写：new site、new reply、new report、new bulletin"),
    (["--versoin"], "没有“--versoin”这个选项，是不是“--version”？"),
    (["build", "--outptu", "x"], "没有“--outptu”这个选项，是不是“--output”？"),
    (["check", "--dry-run"], "没有“--dry-run”这个选项"),
    (["build", "-x"], "没有“-x”这个选项"),
    (["build", "extra"], "多出了“extra”"),
    (["build", "--format", "xml"], "“--format <格式>”的值“xml”不对，可以写：text、json、github、sarif、junit"),
    (["check", "--format", "jsno"], "“--format <格式>”的值“jsno”不对，是不是“json”？可以写：text、json、github、sarif、junit"),
    (["stats", "--kind", "提安"], "“--kind <类型>”的值“提安”不对，是不是“提案”？可以写：建议、提案、议案转建议"),
    (["build", "--strict=yes"], "“--strict”后面不写值，却写了“yes”"),
    (["--generate-completion-script", "xsh"], "没有“xsh”的补全脚本，是不是“zsh”？可以写：zsh、bash、fish"),
    (["build", "--all", ""], "“--all”的值是空的"),
    (["build", "--all="], "“--all”的值是空的"),
    (["stats", "--unit", ""], "“--unit”的值是空的"),
    (["new", "site", ""], "有一个参数是空的"),
    (["build", "--approval", "x"], "--approval 和 --dry-run 一起用"),
    (["build", "--as-of", "2024-02-30"], "“--as-of <日期>”的值“2024-02-30”不对"),
    (["build", "--jobs", "zwei"], "“--jobs <数>”的值“zwei”不对"),
    (["build", "--jobs", "0"], "--jobs 要在 1 到 256 之间"),
    (["build", "--site"], "“--site <文件夹>”后面缺少它的值"),
    (["render"], "缺少“<模板>”"),
    (["render", "a.html"], "缺少“--data <文件>”"),
  ])
  func wrongUsage(_ arguments: [String], _ message: String) throws {
    let command = try Command(arguments)
    #expect(command.error == "用法不对：\(message)\n" + Self.help)
    #expect(command.output == "")
    #expect(command.status == 2)
  }

  @Test(arguments: [
    (["--version"], "0.1.0"), (["--help"], "退出状态："), (["help"], "命令："), ([], "用法：fuwen"),
    (["help", "build"], "--dry-run"),
    (["help", "stats"], "--unit <承办单位>"), (["check", "-h"], "--strict"), (["render", "--help"], "--data <文件>"),
  ])
  func help(_ arguments: [String], _ part: String) throws {
    let command = try Command(arguments)
    #expect(command.output.contains(part))
    #expect(!command.output.contains(#/[A-Z]{2,}: |Show |default:/#))
    #expect(command.error == "")
    #expect(command.status == 0)
  }

  // MARK: - build

  @Test func build() throws {
    let site = try LittleSite()
    let command = try Command(["build"], in: site.path)
    #expect(command.status == 0)
    #expect(command.error == "")
    #expect(command.output.hasPrefix("读入 1 件，公开 1 件，未公开 0 件\n页面：新增 "))
    #expect(command.output.contains(#/用时 \d+ 毫秒\n$/#))
    #expect(command.output.contains("\n公开历史：新增 1 条\n"))
    #expect(site.exists("public/index.html"))

    let again = try Command(["build", "--quiet"], in: site.path)
    #expect(again.output == "" && again.error == "" && again.status == 0)
  }

  @Test func buildElsewhere() throws {
    let site = try LittleSite()
    let command = try Command(["build", "--site", site.path, "--output", site.path + "/成品", "--jobs", "1"])
    #expect(command.status == 0)
    #expect(site.exists("成品/index.html") && !site.exists("public"))
  }

  @Test(arguments: [
    (replyBody("13800138000"), Int32(1), "content/replies/0216.md:12:1"), ([settingsFile: nil], 1, "这里没有站点"),
    (["public": "x"], 3, "输出位置是文件"),
  ])
  func buildWithErrors(_ wrong: [String: String?], _ status: Int32, _ message: String) throws {
    let site = try LittleSite(wrong)
    let command = try Command(["build"], in: site.path)
    #expect(command.status == status)
    #expect(command.error.contains(message) && command.error.contains("办法："))
    #expect(command.output.contains(status == 3 ? "没有生成完，请先排除上面的故障\n" : "什么也没写，请先改正上面的错误\n"))
    #expect(!site.exists("public/index.html"))
  }

  @Test func buildWithoutSite() throws {
    let command = try Command(["build", "--site", "/没有"])
    #expect(command.error == "错误 /没有：找不到这个文件或文件夹\n  办法：请检查路径和文件名是否写对\n\n")
    #expect(command.status == 1)
  }

  @Test func failedAuditSaysSoEvenWhenQuiet() throws {
    let site = try LittleSite()
    let run = try Command(["check", "--audit", "--strict", "--quiet"], in: site.path)
    #expect(run.status == 1 && run.output.isEmpty)
    #expect(run.error.hasPrefix("对照检查有 ") && run.error.hasSuffix(" 项不合格；不加 --quiet 就列出来\n"))
  }

  @Test func strict() throws {
    let site = try LittleSite(rows(["采纳情形": "钱乙"]))
    for command in ["check", "build"] {
      let strict = try Command([command, "--strict"], in: site.path)
      #expect(strict.status == 1)
      #expect(strict.error.hasPrefix("错误 content/records/2024.csv 第 1 行“采纳情形”"))
      #expect(!site.exists("public"))
    }
    #expect(try Command(["check"], in: site.path).status == 0)
    let lenient = try Command(["build"], in: site.path)
    #expect(lenient.status == 0)
    #expect(lenient.error.hasPrefix("警告 content/records/2024.csv 第 1 行“采纳情形”"))
    #expect(lenient.output.contains("错误 0 个，警告 1 个\n"))
  }

  @Test(arguments: ["--dry-run", "--verify"]) func comparingWritesNothing(_ option: String) throws {
    let site = try LittleSite()
    let fresh = try Command(["build", option], in: site.path)
    #expect(fresh.status == (option == "--verify" ? 1 : 0))
    #expect(fresh.output.contains("＋ jianyi/sheng-14-2/0216.html\n"))
    #expect(try FileManager.default.contentsOfDirectory(atPath: site.path).sorted() == ["content", "templates"])

    _ = try Command(["build"], in: site.path)
    let before = try Snapshot(of: site.path)
    let same = try Command(["build", option], in: site.path)
    #expect(same.status == 0)
    #expect(same.output.contains("新增 0，修改 0") && same.output.contains("删除 0"))
    #expect(try Snapshot(of: site.path) == before)

    try site.change(
      replyWith("办法", "细则") + replyHead("旧网址: old/a.html").mapValues { $0?.replacing("办法", with: "细则") })
    let edited = try Snapshot(of: site.path)
    let differing = try Command(["build", option], in: site.path)
    #expect(differing.status == (option == "--verify" ? 1 : 0))
    let changes = try #require(differing.output.firstMatch(of: #/＋ (?s:.*)如果生成：/#)).output.split(separator: "\n")
    // The index of the search is another one, in a folder of its own.
    #expect(
      changes.filter { $0.contains(#/^[＋～－] /#) && !$0.contains("search/") } == [
        "＋ old/a.html", "～ jianyi/sheng-14-2/0216.html", "～ jianyi/sheng-14-2/0216.json", "～ manifest.sha256",
      ])
    #expect(changes.contains("～ search/index.html"))
    #expect(try Snapshot(of: site.path) == edited)

    try site.change(replyBody("13800138000"))
    #expect(try Command(["build", option], in: site.path).status == 1)
  }

  // MARK: - check

  @Test func checkListsWhatIsWithheld() throws {
    let site = try LittleSite(rows([:], ["编号": "0217", "公开方式": "不予公开"]))
    let command = try Command(["check"], in: site.path)
    #expect(command.status == 0)
    #expect(
      command.output == """
        未公开 content/records/2024.csv 第 3 行：省十四届人大二次会议建议第0217号 示例省教育厅（不予公开）
        读入 2 件，公开 1 件，未公开 1 件（不予公开 1）

        """)
    #expect(!site.exists("public"))
  }

  /// One object, every key always there.
  @Test func checkAsJSON() throws {
    let site = try LittleSite(
      rows([:], ["编号": "0217", "答复日期": "2024-02-30"], ["编号": "0218", "公开方式": ""])
        + ["content/reports/2024.md": "正文"])
    let command = try Command(["check", "--format", "json"], in: site.path)
    #expect(command.status == 1)
    #expect(command.error == "")
    let object = try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? NSDictionary
    #expect(
      object == [
        "diagnostics": [
          [
            "rule": "record/date", "severity": "error", "file": "content/records/2024.csv", "line": 3, "column": 59,
            "sheet": NSNull(), "row": 3, "field": "答复日期", "message": "“2024-02-30”不是日期，或者没有这一天",
            "hint": "写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日",
          ],
          [
            "rule": "front-matter/missing", "severity": "error", "file": "content/reports/2024.md", "line": 1,
            "column": NSNull(), "sheet": NSNull(), "row": NSNull(), "field": NSNull(), "message": "没有文件头",
            "hint": "第一行写“---”，写明标题、文种、日期、公开方式和公开日期，再写一行“---”",
          ],
        ],
        "summary": ["read": 4, "published": 1, "withheld": 1, "rejected": 2, "errors": 2, "warnings": 0],
      ] as NSDictionary)
  }

  @Test func buildAsJSONTellsThePages() throws {
    let site = try LittleSite()
    let command = try Command(["build", "--format", "json", "--quiet"], in: site.path)
    let object = try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any]
    let pages = object?["pages"] as? [String: Any]
    #expect((pages?["added"] as? [String])?.contains("index.html") == true)
    #expect(pages?["unchanged"] as? Int == 0)
    #expect((object?["diagnostics"] as? [Any])?.isEmpty == true)
  }

  @Test func checkForGitHub() throws {
    let site = try LittleSite(
      rows([:], ["编号": "0217", "答复日期": "100%"], ["编号": "0218", "公开方式": "", "采纳情形": "钱乙"])
        + ["content/reports/2024,a:b.md": "正文"])
    let command = try Command(["check", "--format", "github", "--quiet"], in: site.path)
    #expect(command.status == 1)
    #expect(
      command.output == """
        ::warning file=content/records/2024.csv,line=1,col=60,title=ledger/unknown-column::“采纳情形”：不认识的列“采纳情形”，没有读取。\
        办法：是不是要写“采纳情况”？
        ::error file=content/records/2024.csv,line=3,col=59,title=record/date::“答复日期”：“100%25”不是日期，或者没有这一天。\
        办法：写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日
        ::error file=content/reports/2024%2Ca%3Ab.md,line=1,title=front-matter/missing::没有文件头。\
        办法：第一行写“---”，写明标题、文种、日期、公开方式和公开日期，再写一行“---”

        """)
  }

  // MARK: - render

  private func templates() throws -> LittleSite {
    try LittleSite([
      "a/page.html": "{% extends \"base.html\" %}{% block 正文 %}{% include \"parts/行.html\" %}{% endblock %}\n",
      "a/base.html": "<p>{% block 正文 %}{% endblock %}</p>", "a/parts/行.html": "{{ 名称 }} {{ 数 + 1 }}{{ 空 is none }}",
      "b/base.html": "B{% block 正文 %}{% endblock %}", "b/parts/行.html": "{{ 名称 }}",
      "c.html": "{% include \"a/bace.html\" %}", "data.json": "{\"名称\": \"甲<乙\", \"数\": 1, \"空\": null}",
    ])
  }

  @Test func render() throws {
    let site = try templates()
    let command = try Command(["render", "a/page.html", "--data", "data.json"], in: site.path)
    #expect(command.error == "")
    #expect(command.output == "<p>甲&lt;乙 2True</p>")
    #expect(command.status == 0)
    let elsewhere = try Command(["render", "a/page.html", "--data", "data.json", "--templates", "b"], in: site.path)
    #expect(elsewhere.output == "B甲&lt;乙")
  }

  @Test(arguments: [
    (["a/parts/行.html"], "{}", "错误 a/parts/行.html:1:4：没有变量“名称”\n"),
    (["a/page.html"], "{\"名称\": \"甲\"}", "错误 a/parts/行.html:1:13：没有变量“数”\n"),
    (["a/page.html"], "[1]", "错误 data.json:1:1：数据应是一个 JSON 对象\n"),
    (["a/page.html"], "{\"数\": 1,\n \"数\": 2}", "错误 data.json:2:2：键“数”重复：第 1 行第 2 列已经有了\n"),
    (["a/page.html"], "{\"数\": NaN}", "错误 data.json:1:7：这里应是内容，却是“N”\n"),
    (["a/page.html"], "{\"数\": -1e999}", "错误 data.json:1:7：数“-1e999”太大\n"),
    (["a/page.html"], "{\"名称\": }", "错误 data.json:1:8：这里应是内容，却是“}”\n"),
    (["a/无.html"], "{}", "错误 a/无.html：找不到这个文件或文件夹\n"),
    (["b.html"], "{}", "错误 b.html：找不到这个文件或文件夹\n"),
    (["a/page.html", "--templates", "content"], "{}", "错误 a/page.html:1:4：没有模板“base.html”\n"),
    (
      ["c.html"], "{}",
      "错误 c.html:1:4：没有模板“a/bace.html”\n    {% include \"a/bace.html\" %}\n       ^\n  办法：是不是“a/base.html”？\n"
    ),
    (["a/page.html", "--templates", "无"], "{}", "错误 无：找不到这个文件或文件夹\n"),
  ])
  func renderWithErrors(_ arguments: [String], _ data: String, _ message: String) throws {
    let site = try templates()
    try site.write(data, to: "data.json")
    let command = try Command(["render"] + arguments + ["--data", "data.json"], in: site.path)
    #expect(command.error.hasPrefix(message), "\(command.error)")
    #expect(command.output == "")
    #expect(command.status == 1)
  }
}
