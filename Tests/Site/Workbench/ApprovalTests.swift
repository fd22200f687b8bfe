import Foundation
import Site
import Testing
import Workbench

/// `build --dry-run`: what the person who signs needs to know, and nothing that is withheld.
@Suite struct ApprovalTests {
  private func approval(of site: LittleSite) throws -> Approval {
    let report = Site(site.path, options: Options(workers: 2))
      .build(into: site.path + "/public", mode: .compare, isForApproval: true)
    return try #require(report.approval, "\(report.diagnostics.list)")
  }

  private static let address = "jianyi/sheng-14-2/0216.html"

  private func lines(_ page: Approval.Page) -> [String] { page.lines.map { $0.mark.rawValue + $0.text } }

  @Test func newReply() throws {
    let approval = try approval(of: try LittleSite())
    let page = try #require(approval.added.first { $0.address == Self.address })
    #expect(page.isArticle && page.title == "关于加装电梯的建议")
    #expect(lines(page).contains("＋抓制度完善。制定了办法。"))
    #expect(page.lines.allSatisfy { $0.mark == .added })
    #expect(approval.added.contains { !$0.isArticle && $0.lines.isEmpty })
    #expect(approval.otherFiles.added > 3 && approval.changed.isEmpty && approval.withdrawn.isEmpty)
  }

  @Test func changedReply() throws {
    let site = try LittleSite()
    _ = site.build()
    #expect(try approval(of: site).isEmpty)
    try site.change(replyWith("办法", "细则"))
    let approval = try approval(of: site)
    let page = try #require(approval.changed.first { $0.address == Self.address })
    let changes = lines(page).filter { !$0.hasPrefix("　") }
    #expect(changes == ["－抓制度完善。制定了办法。", "＋抓制度完善。制定了细则。"])
    #expect(lines(page).contains("　一、工作情况"))
    let html = String(decoding: try approval.page(), as: UTF8.self)
    #expect(html.contains("制定了<del>办法</del>。") && html.contains("制定了<ins>细则</ins>。"))
    #expect(approval.changed.filter { !$0.differs }.map(\.address) == ["search/index.html"])
  }

  /// Of what is no longer public, nothing but its address, number and class of reason.
  @Test(arguments: [
    rows(["公开方式": "依申请公开"]), rows(["保密审查": "不通过"]),
    replyHead("撤回: {日期: 2024-08-01, 理由类别: 涉及个人隐私}"),
    replyHead("撤回: {日期: 2024-08-01, 理由类别: 涉及个人隐私}") + ["content/history.tsv": nil],
  ])
  func withheldStaysWithheld(_ change: [String: String?]) throws {
    let site = try LittleSite()
    _ = site.build()
    try site.change(change)
    let approval = try approval(of: site)
    let (html, text) = (String(decoding: try approval.page(), as: UTF8.self), approval.text)
    for word in ["加装电梯", "收悉", "抓制度完善", "赵", "教育厅", "保密"] {
      #expect(!html.contains(word) && !text.contains(word), "\(word)")
    }
    #expect(html.contains("省十四届人大二次会议建议第0216号") && html.contains("不公开"))
    #expect(approval.decisions.map(\.withheld).allSatisfy { $0 != nil })
  }

  @Test func mendedPrivateDataIsNotRepeated() throws {
    let excuse = "已核: [{规则: 手机号, 内容: \"13800138000\", 理由: 误报}]"
    let site = try LittleSite([replyFile: letter("编号: \"0216\"\n\(excuse)", "请打 13800138000。\n\n第二段。")])
    #expect(site.build().exitStatus == 0)
    try site.change([replyFile: letter("编号: \"0216\"", "请打办公电话。\n\n第二段。")])
    let approval = try approval(of: site)
    let page = try #require(approval.changed.first { $0.address == Self.address })
    #expect(page.hidden == 1 && lines(page).contains("＋请打办公电话。"))
    #expect(!approval.text.contains("13800138000"))
  }

  @Test func longDifferencesAreCut() throws {
    let paragraphs = (1...300).map { "第\($0)段的文字。" }.joined(separator: "\n\n")
    let site = try LittleSite()
    _ = site.build()
    try site.change(replyBody(paragraphs))
    let approval = try approval(of: site)
    let page = try #require(approval.changed.first { $0.address == Self.address })
    #expect(page.lines.count == 200 && page.omitted > 100)
    #expect(approval.text.contains("还有 \(page.omitted) 行没有列出"))
    #expect(String(decoding: try approval.page(), as: UTF8.self).contains("还有 \(page.omitted) 行没有列出"))
  }

  // MARK: - The command

  @Test func command() throws {
    let site = try LittleSite(rows([:], ["编号": "0217", "标题": "关于某事的建议", "公开方式": "不予公开"]))
    _ = try Command(["build"], in: site.path)
    try site.change(replyWith("办法", "细则"))
    let before = try Snapshot(of: site.path)
    let text = try Command(["build", "--dry-run"], in: site.path)
    #expect(text.status == 0)
    #expect(
      HTML.holds(
        text.output,
        inOrder: [
          "～ \(Self.address)\n", "修改的答复和文件：\n  关于加装电梯的建议（\(Self.address)）\n", "    － 抓制度完善。制定了办法。\n",
          "    ＋ 抓制度完善。制定了细则。\n", "公开的决定：公开 1 件，不公开 1 件\n  不公开 省十四届人大二次会议建议第0217号（不予公开）\n", "如果生成：",
        ]))
    #expect(!text.output.contains("某事"))
    #expect(try Snapshot(of: site.path) == before)

    let json = try Command(["build", "--dry-run", "--format", "json"], in: site.path)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(json.output.utf8)) as? [String: Any])
    let approval = try #require(object["approval"] as? [String: Any])
    #expect(object["pages"] != nil && !json.output.contains("某事"))
    #expect(
      (approval["decisions"] as? [[String: Any]])?.compactMap { $0["published"] as? Bool } == [true, false])
    let changed = try #require(approval["changed"] as? [[String: Any]])
    #expect(changed.contains { $0["title"] as? String == "关于加装电梯的建议" })
  }

  @Test func page() throws {
    let site = try LittleSite(rows(["标题": "关于<i>加装</i>电梯的建议"]))
    let command = try Command(["build", "--dry-run", "--approval", "送审单.html"], in: site.path)
    #expect(command.status == 0 && command.output.contains("送审单写好了：送审单.html\n"))
    let page = try site.text("送审单.html")
    #expect(page.contains("关于&lt;i&gt;加装&lt;/i&gt;电梯的建议") && page.contains("size: A4"))
    #expect(!page.contains(#/(src|href)=|url\(|@import/#))
    #expect(!site.exists("public"))
    for path in ["public/a.html", "content/a.html", "templates/a.html"] {
      _ = try Command(["build", "--quiet"], in: site.path)
      #expect(try Command(["build", "--dry-run", "--approval", path], in: site.path).status == 3)
      #expect(!site.exists(path))
    }
    #expect(try Command(["build", "--approval", "a.html"], in: site.path).status == 2)
  }
}
