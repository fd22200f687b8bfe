import Foundation
import Integrity
import Testing

/// A build that finds its output sealed does what one without a seal would do.
@Suite struct SealTests {
  private static let seal = ".public.fuwen-seal"
  private static let page = "public/jianyi/sheng-14-2/0216.html"
  private static let list = "public/manifest.sha256"

  private static func site() throws -> LittleSite {
    try LittleSite(
      replyWith("---\n", "---\n附件: a.txt\n").merging(["content/files/a.txt": "甲", "content/files/b.txt": "乙"]) { $1 })
  }

  /// What may happen between two builds.
  private static let happenings: [(String, @Sendable (LittleSite) throws -> Void)] = [
    ("nothing", { _ in }),
    ("reply edited", { try $0.change([replyFile: $0.text(replyFile) + "\n另行通知。\n"]) }),
    ("ledger edited", { try $0.change([ledgerFile: $0.text(ledgerFile).replacing("电梯", with: "扶梯")]) }),
    ("settings edited", { try $0.change([settingsFile: $0.text(settingsFile) + "\n联系方式: 0999-1\n"]) }),
    ("template edited", { try $0.change(["templates/404.html": $0.text("templates/404.html") + "<!-- -->"]) }),
    ("asset edited", { try $0.change(["templates/assets/icon.svg": $0.text("templates/assets/icon.svg") + " "]) }),
    ("asset added", { try $0.change(["templates/assets/a.svg": "<svg/>"]) }),
    ("attachment edited", { try $0.change(["content/files/a.txt": "丙"]) }),
    ("attachment grown", { try $0.change(["content/files/a.txt": "甲乙丙"]) }),
    ("other file gone", { try $0.change(["content/files/b.txt": nil]) }),
    ("page damaged", { try $0.change([page: $0.text(page) + " "]) }),
    ("page gone", { try $0.remove(page) }),
    ("list damaged", { try $0.change([list: $0.text(list) + " "]) }),
    ("list gone", { try $0.remove(list) }),
    ("seal damaged", { try $0.change([seal: "0"]) }),
    ("seal gone", { try $0.remove(seal) }),
    ("all gone", { try $0.remove("public") }),
  ]

  @Test(arguments: happenings.indices) func sealedAndUnsealedBuildsAgree(_ index: Int) throws {
    let (name, happen) = Self.happenings[index]
    let (sealed, unsealed) = (try Self.site(), try Self.site())
    for site in [sealed, unsealed] {
      _ = site.build()
      #expect(site.exists(Self.seal))
      try happen(site)
    }
    if unsealed.exists(Self.seal) { try unsealed.remove(Self.seal) }
    let (first, second) = (sealed.build(), unsealed.build())
    #expect(first.changes == second.changes, "\(name)")
    #expect(first.diagnostics.list.map(\.rule) == second.diagnostics.list.map(\.rule), "\(name)")
    #expect(first.published == second.published && first.read == second.read)
    #expect(try sealed.output() == unsealed.output(), "\(name)")
  }

  /// Warnings are said again without any page being made again.
  @Test func warningsOnContentKeepNoSealAway() throws {
    let report = """
      ---
      标题: 总结
      文种: 工作总结
      日期: 2024-12-20
      公开方式: 主动公开
      公开日期: 2024-12-20
      ---
      正文。

      """
    let site = try LittleSite([
      "content/reports/a.md": report,
      "content/reports/b.md": report.replacing("---\n正文", with: "附件: {名称: 总节, 文件: a.md}\n---\n正文"),
    ])
    for _ in 1...2 {
      #expect(site.build().diagnostics.list.map(\.rule) == ["document/attachment-title"])
      #expect(site.exists(Self.seal))
    }
    #expect(site.check().diagnostics.list.map(\.rule) == ["document/attachment-title"])
  }

  @Test func anotherDayIsAnotherMaterial() throws {
    let site = try Self.site()
    _ = site.build(asOf: "2025-01-01")
    _ = site.build(asOf: "2025-01-02")
    let output = try site.output()
    try site.remove("public")
    _ = site.build(asOf: "2025-01-02")
    #expect(try site.output() == output)
  }

  /// Who forges all digests is believed: so pages are not made again where they agree.
  @Test func agreeingDigestsSpareTheRendering() throws {
    let site = try Self.site()
    _ = site.build()
    let forged = try site.text(Self.page) + "<!-- forged -->"
    let page = String(Self.page.dropFirst("public/".count))
    var lines = try site.text(Self.list).split(separator: "\n", omittingEmptySubsequences: false).map(String.init)
    let index = try #require(lines.firstIndex { $0.hasSuffix("  " + page) })
    lines[index] = "\(Digest(of: Array(forged.utf8)))  \(page)"
    let entries = lines[4...].joined(separator: "\n")
    lines[3] = lines[3].prefix { $0 != "：" } + "：\(Digest(of: Array(entries.utf8)))"
    let list = lines.joined(separator: "\n")
    let seal = try site.text(Self.seal).split(separator: "\n")
    try site.change([
      Self.page: forged, Self.list: list, Self.seal: "\(seal[0])\n\(Digest(of: Array(list.utf8)))\n",
    ])
    let report = site.build()
    #expect(report.changes?.isEmpty == true)
    #expect(try site.text(Self.page) == forged)
    try site.remove(Self.seal)
    #expect(site.build().changes?.changed.contains(page) == true)
  }
}
