import Audit
import Foundation
import Integrity
import Site
import Testing

/// `check --audit`: each demand with a site that meets it and one that does not.
@Suite struct AuditTests {
  private static func audit(of site: LittleSite) throws -> Audit {
    let report = Site(site.path, options: Options(workers: 2)).check(isAuditing: true)
    return try #require(report.audit, "\(report.diagnostics.list)")
  }

  /// Of the site that most examples share.
  private static let soundAudit = Result { try audit(of: LittleSite(soundSite)) }

  @Test(arguments: AuditCase.all) func demand(_ example: AuditCase) throws {
    let faulty = try LittleSite(soundSite + (example.isBuilt ? example.sound : example.faulty))
    let sound: Audit
    if example.isBuilt {
      #expect(faulty.build().exitStatus == 0)
      sound = try Self.audit(of: faulty)
      try faulty.change(example.faulty)
    } else if example.sound.isEmpty {
      sound = try Self.soundAudit.get()
    } else {
      sound = try Self.audit(of: LittleSite(soundSite + example.sound))
    }
    let met = try #require(sound.items.first { $0.rule == example.rule })
    #expect(met.verdict == .passed, "\(met.looked) \(met.places)")
    #expect(met.places.isEmpty && met.count == 0)
    let missed = try #require(try Self.audit(of: faulty).items.first { $0.rule == example.rule })
    #expect(missed.verdict == .failed)
    #expect(missed.places.contains { $0.contains(example.finding) }, "\(missed.places)")
    #expect(missed.count >= missed.places.count)
  }

  /// What no site can bring about: the program makes the sitemap itself, and templates have neither clock nor chance.
  private static let metByConstruction: Set<AuditRule> = [.sitemap]
  private static let notToBeTold: Set<AuditRule> = [
    .contrast, .interpretation, .availability, .https, .ipv6, .externalLinks, .interaction,
  ]

  @Test func everyDemandHasAnExample() {
    let inTable = Set(AuditCase.all.map(\.rule) + [.reproducible]).union(Self.metByConstruction).union(Self.notToBeTold)
    #expect(Set(AuditRule.allCases).subtracting(inTable) == [])
  }

  @Test func soundSitePasses() throws {
    let site = try LittleSite(soundSite)
    #expect(site.build().exitStatus == 0)
    let audit = try Self.audit(of: site)
    #expect(audit.items(failing: true).map { "\($0.rule) \($0.places)" } == [])
    for rule in Self.metByConstruction { #expect(audit.items.first { $0.rule == rule }?.verdict == .passed) }
    for rule in Self.notToBeTold { #expect(audit.items.first { $0.rule == rule }?.verdict == .unchecked) }
  }

  /// As if the run that published had made another home page of the same content.
  @Test func pagesThatCameOutDifferentlyAreFound() throws {
    func item(_ site: LittleSite) throws -> AuditItem {
      try #require(try Self.audit(of: site).items.first { $0.rule == .reproducible })
    }
    let site = try LittleSite(soundSite)
    #expect(try item(site).verdict == .unchecked)
    #expect(site.build().exitStatus == 0)
    #expect(try item(site).verdict == .passed)
    let address = "public/" + FileList.address
    let list = try FileList(reading: Array(try site.text(address).utf8), named: address)
    let others = list.entries.map {
      FileList.Entry(path: $0.path, digest: $0.path == "index.html" ? Digest(of: []) : $0.digest)
    }
    let forged = FileList(day: list.day, history: list.history, entries: others).text
    try site.change([address: String(decoding: forged, as: UTF8.self)])
    let seal = try site.text(".public.fuwen-seal").split(separator: "\n")
    try site.change([".public.fuwen-seal": "\(seal[0])\n\(Digest(of: forged))\n"])
    let found = try item(site)
    #expect(found.verdict == .failed && found.places == ["index.html"])
    try site.change(rows(["主题": "养老"]))
    #expect(try item(site).verdict == .unchecked)
  }

  /// Nothing passes that was not looked at.
  @Test func emptySitePassesNothingOfArticles() throws {
    let site = try LittleSite(soundSite + [ledgerFile: nil, replyFile: nil])
    let audit = try Self.audit(of: site)
    let unseen: [AuditRule] = [
      .articleTags, .trueDates, .visibleDates, .freshness, .years, .repliedInTime, .assistedInTime, .contacted,
      .decided,
      .disclosedInTime, .answeredAgain, .overview, .lasting, .slips, .integrity,
    ]
    for rule in unseen { #expect(audit.items.first { $0.rule == rule }?.verdict == .unchecked, "\(rule)") }
  }

  /// Nor does what no page has.
  @Test func barePagesPassNothingOfWhatTheyLack() throws {
    let bare = """
      <!doctype html><html lang="zh-CN"><head><title>专栏</title></head><body><main><h1>专栏</h1></main></body></html>
      {%- if 1 == 2 %}{% block 页头补充 %}{% endblock %}{% block 版式 %}{% endblock %}{% block 正文 %}{% endblock %}{% endif %}
      """
    let audit = try Self.audit(of: LittleSite(soundSite + ["templates/base.html": bare]))
    let unseen: [AuditRule] = [
      .ownAddress, .deadLinks, .images, .labels, .tables, .externalLinks, .withheldTitles, .lasting,
    ]
    for rule in unseen {
      let item = try #require(audit.items.first { $0.rule == rule })
      #expect(item.verdict == .unchecked && item.places.isEmpty, "\(rule) \(item.looked)")
    }
  }

  @Test func externalLinksAreListed() throws {
    let item = try #require(try Self.soundAudit.get().items.first { $0.rule == .externalLinks })
    #expect(item.places.contains { $0.hasPrefix("https://beian.miit.gov.cn/") })
  }

  /// A reply that has been found wanting of late is neither late nor done again.
  @Test func dissatisfactionOfLateIsNotYetJudged() throws {
    let row = soundRow.merging(["满意度": "不满意"]) { $1 }
    let audit = try Self.audit(of: LittleSite(soundSite + soundSettings(until: "2024-06-30") + rows(row)))
    #expect(audit.items.first { $0.rule == .answeredAgain }?.verdict == .unchecked)
  }

  @Test func unreadableSiteHasNoAudit() throws {
    let site = try LittleSite([settingsFile: nil])
    #expect(Site(site.path, options: Options(workers: 2)).check(isAuditing: true).audit == nil)
    let command = try Command(["check", "--audit"], in: site.path)
    #expect(command.status == 1)
    #expect(command.output.contains("没有对照检查"))
  }

  // MARK: - The command

  @Test func findingsAreNoErrors() throws {
    let site = try LittleSite(soundSite + soundSettings(until: "2024-12-31"))
    let command = try Command(["check", "--audit"], in: site.path)
    #expect(command.status == 0)
    #expect(command.output.contains("对照检查（截至2024年12月31日）：合格 "))
    #expect(command.output.contains("  不合格：最近六个月"))
    #expect(command.output.contains("    依据：单项否决：栏目不更新\n    办法："))
    #expect(try Command(["check", "--audit", "--strict"], in: site.path).status == 1)
    #expect(try Command(["check", "--strict"], in: site.path).status == 0)
    #expect(!site.exists("public"))
  }

  @Test func asJSON() throws {
    let site = try LittleSite(soundSite)
    let plain = try Command(["check", "--format", "json"], in: site.path).output
    #expect(!plain.contains("audit"))
    let command = try Command(["check", "--audit", "--format", "json"], in: site.path)
    let object = try #require(try JSONSerialization.jsonObject(with: Data(command.output.utf8)) as? [String: Any])
    #expect(Set(object.keys) == ["diagnostics", "summary", "audit"])
    let audit = try #require(object["audit"] as? [String: Any])
    let items = try #require(audit["items"] as? [[String: Any]])
    let counts = try #require(audit["summary"] as? [String: Int])
    #expect(items.map { $0["rule"] as? String } == AuditRule.allCases.map(\.rawValue))
    for verdict in ["pass", "fail", "unchecked"] {
      #expect(counts[verdict] == items.count { $0["verdict"] as? String == verdict })
    }
    for item in items {
      #expect(
        Set(item.keys) == ["rule", "basis", "clause", "demand", "verdict", "looked", "count", "found", "advice"])
      for key in ["clause", "demand", "looked"] { #expect((item[key] as? String)?.isEmpty == false, "\(item)") }
      #expect((item["advice"] as? String == nil) == (item["verdict"] as? String == "pass"))
    }
  }
}

extension Audit {
  fileprivate func items(failing: Bool) -> [AuditItem] { items.filter { ($0.verdict == .failed) == failing } }
}
