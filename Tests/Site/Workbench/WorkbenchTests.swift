import Foundation
import Site
import Testing
import Workbench

/// The staff view: it tells what the column must not, and so stays out of it.
@Suite struct WorkbenchTests {
  private static let withheld = [
    "编号": "0217", "标题": "关于<b>某事</b>的建议", "公开方式": "不予公开", "联系电话": "0999-80000009", "备注": "内部说明",
  ]
  private static let files = rows(
    ["办理时限": "2024-05-20"], withheld,
    ["编号": "0218", "标题": "关于逾期的建议", "办理时限": "2024-12-01", "答复日期": "", "答复类别": "", "公开日期": ""],
    ["编号": "0219", "标题": "关于快到期的建议", "办理时限": "2025-01-20", "答复日期": "", "答复类别": "", "公开日期": ""],
    ["编号": "0220", "标题": "关于没有公开的建议", "公开日期": ""],
    ["编号": "0221", "标题": "关于新近答复的建议", "答复日期": "2024-12-10", "公开日期": ""])

  private func pages(of site: LittleSite) -> [String: String] {
    let pages = Site(site.path, options: Options(workers: 2)).workbench().pages
    return Dictionary(uniqueKeysWithValues: pages.map { ($0.path, String(decoding: $0.bytes, as: UTF8.self)) })
  }

  private static let names = [
    "audit.html", "deadlines.html", "diagnostics.html", "freshness.html", "index.html", "style.css", "withheld.html",
  ]

  /// Every variable that its own rules use is one of the column's.
  @Test func styleHasTheColoursOfColumns() throws {
    let style = try #require(pages(of: try LittleSite())["style.css"])
    let column = try String(
      contentsOf: LittleSite.repository.appending(path: "templates/assets/style.css"), encoding: .utf8)
    let variables = column[..<(try #require(column.firstRange(of: "/* 基础 */")).lowerBound)]
    #expect(style.hasPrefix(variables) && !variables.contains("body {"))
    for use in style.matches(of: #/var\((--[a-z0-9-]+)\)/#) {
      #expect(variables.contains("  \(use.1): "), "\(use.1)")
    }
  }

  @Test func showsWhatThereIsToDo() throws {
    let pages = pages(of: try LittleSite(Self.files))
    #expect(pages.keys.sorted() == Self.names)
    let overview = HTML.text(pages["index.html"] ?? "")
    for task in ["1 件逾期没有答复", "1 件在 30 天以内到期", "1 件答复以后二十个工作日还没有公开", "项对照检查不合格"] {
      #expect(overview.contains(task), "\(overview)")
    }
    let deadlines = pages["deadlines.html"] ?? ""
    let expected = [
      "逾期没有答复", "关于逾期的建议", "天以内到期", "关于快到期的建议", "会办意见", "没有。", "还没有公开", "关于没有公开的建议", "没有写办理时限",
    ]
    #expect(HTML.holds(deadlines, inOrder: expected))
    #expect(!deadlines.contains("关于新近答复的建议"))
    #expect(HTML.text(pages["freshness.html"] ?? "").contains("2024 年建议12024-05-28217"))
  }

  @Test func showsWithheldTitlesAsText() throws {
    let page = try #require(pages(of: try LittleSite(Self.files))["withheld.html"])
    #expect(page.contains("关于&lt;b&gt;某事&lt;/b&gt;的建议") && !page.contains("<b>某事"))
    #expect(HTML.text(page).contains("content/records/2024.csv 第 3 行"))
    #expect(HTML.holds(page, inOrder: ["尚未答复", "关于逾期的建议", "不予公开", "某事"]))
  }

  /// What the reader drops is nowhere, and a build publishes none of the staff view.
  @Test func keepsApart() throws {
    let site = try LittleSite(Self.files)
    for (path, page) in pages(of: site) {
      for word in ["80000009", "内部说明", "赵甲"] { #expect(!page.contains(word), "\(word) in \(path)") }
      #expect(!page.contains("<script"))
    }
    #expect(site.build().exitStatus == 0)
    for (path, data) in try site.output() {
      let text = String(decoding: data, as: UTF8.self)
      #expect(!path.contains("withheld") && !path.hasPrefix("_") && !text.contains("工作台"), "\(path)")
      for title in ["某事", "关于逾期的建议", "关于没有公开的建议"] { #expect(!text.contains(title), "\(title) in \(path)") }
    }
  }

  @Test func isThereInSpiteOfErrors() throws {
    let broken = pages(of: try LittleSite([settingsFile: nil]))
    #expect(broken.keys.sorted() == Self.names)
    #expect(broken["diagnostics.html"]?.contains("content/site.yaml") == true)
    #expect(broken["deadlines.html"]?.contains("内容读不出来") == true)
    let template = pages(of: try LittleSite(Self.files + ["templates/list.html": "{{ 无 }}"]))
    #expect(template["diagnostics.html"]?.contains("templates/list.html:1:4") == true)
    #expect(template["withheld.html"]?.contains("某事") == true)
    #expect(template["audit.html"]?.contains("没有对照检查") == true)
  }

  @Test func sameBytes() throws {
    let site = try LittleSite(Self.files)
    let first = pages(of: site)
    #expect(pages(of: site) == first)
  }

  @Test func linksAreSound() throws {
    let pages = pages(of: try LittleSite(Self.files))
    #expect(Links(of: pages.mapValues { Data($0.utf8) }).broken == [])
  }

  // MARK: - The folder

  @Test func isWrittenIntoItsOwnFolder() throws {
    let site = try LittleSite(Self.files)
    let arguments = ["check", "--audit", "--output", "工作台"]
    for _ in 1...2 {
      let command = try Command(arguments, in: site.path)
      #expect(command.status == 0)
      #expect(command.output.hasSuffix("工作台写好了：工作台/index.html\n"))
    }
    #expect(try site.text("工作台/withheld.html").contains("某事"))
    #expect(!site.exists("public"))
  }

  @Test(arguments: ["content", "content/x", "templates/x", "public", "public/x", "成品", "成品/x", "别的"])
  func isWrittenNowhereElse(_ folder: String) throws {
    let site = try LittleSite(Self.files + ["别的/a.txt": "a"])
    #expect(site.build().exitStatus == 0)
    #expect(site.build(into: "成品").exitStatus == 0)
    let before = try Snapshot(of: site.path)
    let command = try Command(["check", "--audit", "--output", folder], in: site.path)
    #expect(command.status == 3)
    #expect(command.error.contains("工作台") && command.error.contains("办法："))
    #expect(try Snapshot(of: site.path) == before)
  }

  @Test(arguments: [["--output", "x"], ["--audit", "--fix", "--output", "x"]])
  func needsTheAudit(_ options: [String]) throws {
    #expect(try Command(["check"] + options).status == 2)
  }
}
