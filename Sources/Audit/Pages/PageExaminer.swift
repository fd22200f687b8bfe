import Disclosure
import Renderer

/// Holds single pages against the demands that each must meet. One serves all workers.
package struct PageExaminer: Sendable {
  let column: Column
  let asOf: CalendarDate
  /// All files of the column, in order.
  let files: [String]
  private let positions: [String: Int32]
  /// The titles that only withheld proposals have.
  let withheldTitles: Set<String>
  private let excuses: [Excuse]

  /// - Parameters:
  ///   - files: the addresses of everything that a build would publish.
  ///   - opening: what the gate let through, from `catalogue`.
  package init(files: Set<String>, opening: Gate.Result, of catalogue: Catalogue) {
    column = catalogue.column
    asOf = opening.column.asOf
    self.files = files.sorted()
    positions = Dictionary(uniqueKeysWithValues: zip(self.files, 0...))
    let shown = Set(
      opening.column.items.map(\.proposal.title) + opening.column.mentions.map(\.proposal.title)
        + opening.column.namedWithheld.map(\.title))
    withheldTitles = Set(catalogue.proposals.map(\.title)).subtracting(shown)
    excuses =
      catalogue.proposals.flatMap { $0.assignments.flatMap { $0.replies.flatMap(\.excuses) } }
      + catalogue.documents.flatMap(\.excuses)
  }

  func position(of file: String) -> Int32? { positions[file] }

  /// What there is to say of a page.
  package func examine(_ address: String, _ kind: PageKind, _ bytes: [UInt8]) -> PageRecord {
    let reading = PageReading(bytes)
    var record = PageRecord(address: address, kind: kind, size: bytes.count)
    record.ids = reading.ids
    follow(reading, &record)
    examineTags(reading, &record)
    examineFooter(reading, &record)
    examineAccess(reading, &record)
    examineContent(reading, &record)
    return record
  }

  // MARK: - Tags

  private func examineTags(_ page: PageReading, _ record: inout PageRecord) {
    func content(_ name: String) -> String {
      let contents = page.metas[name] ?? []
      let text = contents.first?.trimmingPrefix(" ") ?? ""
      return contents.count == 1 && text != "null" ? String(text) : ""
    }
    func require(_ names: [String], _ rule: AuditRule) {
      let missing = names.filter { content($0).isEmpty }
      if !missing.isEmpty { record.fault(rule, "没有 " + missing.joined(separator: "、")) }
    }
    require(["SiteName", "SiteDomain", "SiteIDCode"], .siteTags)
    let domain = content("SiteDomain")
    if !domain.isEmpty, domain != column.address.host { record.fault(.siteTags, "SiteDomain 是“\(domain)”") }
    if record.kind != .home {
      require(["ColumnName", "ColumnDescription", "ColumnKeywords", "ColumnType"], .columnTags)
    }
    if page.title.isEmpty || page.headings.filter({ $0 == 1 }).count != 1 { record.fault(.titles) }
    let own = column.address.text + record.address
    if let canonical = page.canonical, canonical != own { record.fault(.ownAddress, "写的是 \(canonical)") }
    let url = content("Url")
    if !url.isEmpty, url != own { record.fault(.ownAddress, "Url 是 \(url)") }
    record.judged[.ownAddress] = page.canonical != nil || !url.isEmpty ? 1 : 0
    guard case .article(let publishedOn) = record.kind else { return }
    require(["ArticleTitle", "PubDate", "ContentSource"], .articleTags)
    let stated = content("PubDate")
    let isRight = publishedOn.map { stated.hasPrefix("\($0) ") && stated.count == 16 && $0 <= asOf } ?? false
    if !isRight { record.fault(.trueDates, "PubDate 是“\(stated)”，记录是 \(publishedOn?.description ?? "空的")") }
    if let publishedOn, !page.days.contains(publishedOn.description) { record.fault(.visibleDates) }
  }

  // MARK: - Footer

  private func examineFooter(_ page: PageReading, _ record: inout PageRecord) {
    func hasLink(_ part: String) -> Bool { page.footerLinks.contains { $0.contains(part) } }
    let parts: [(String, Bool)] = [
      ("主办单位", page.footer.contains("主办单位")), ("联系方式", page.footer.contains("联系方式")),
      ("网站标识码", !column.siteCode.isEmpty && page.footer.contains(column.siteCode)),
      ("ICP备案号", hasLink("beian.miit.gov.cn")), ("公安备案号", page.footer.contains("公网安备")),
      ("党政机关网站标识", hasLink("bszs.conac.cn")), ("站点地图", page.footer.contains("站点地图")),
    ]
    let missing = parts.filter { !$0.1 }.map(\.0)
    if !missing.isEmpty { record.fault(.footer, "没有" + missing.joined(separator: "、")) }
    let own = column.address.text + record.address
    let report = page.references.map(\.url).first { $0.contains(Self.errorReport) }
    guard let report else { return record.fault(.errorReport, "没有入口") }
    // Of the address no more than its signs is percent-encoded.
    let stated = report.replacing("%3A", with: ":").replacing("%2F", with: "/")
    let isOwn = report.contains("site_code=\(column.siteCode)&") && stated.hasSuffix("&url=\(own)")
    if !isOwn { record.fault(.errorReport, "入口带的不是本页的网址和标识码") }
  }

  // MARK: - Access

  private func examineAccess(_ page: PageReading, _ record: inout PageRecord) {
    if !page.language.hasPrefix("zh") { record.fault(.language, "lang 是“\(page.language)”") }
    for (before, after) in zip([0] + page.headings, page.headings) where after > before + 1 {
      record.fault(.headings, "h\(before) 后面是 h\(after)")
      break
    }
    record.judged[.images] = page.images
    record.judged[.labels] = page.inputs
    record.judged[.tables] = page.tables
    if let image = page.unnamedImages.first { record.fault(.images, image) }
    if let field = page.unlabelled.first { record.fault(.labels, field) }
    if page.tablesWithoutHeads > 0 { record.fault(.tables, "\(page.tablesWithoutHeads) 张表") }
    if !page.hasMain || !page.hasSkipLink { record.fault(.landmarks, page.hasMain ? "没有“跳到正文”" : "没有 main") }
    let viewport = page.metas["viewport"]?.first ?? ""
    if viewport.isEmpty || viewport.contains("user-scalable=no") || viewport.contains("maximum-scale") {
      record.fault(.zoom, viewport.isEmpty ? "没有 viewport" : viewport)
    }
    if !["大字", "长者", "适老", "关怀"].contains(where: page.controls.contains) { record.fault(.largeType) }
    if let part = page.scripted.first { record.fault(.withoutScript, part) }
  }

  // MARK: - Content

  /// A page about the column that lists nothing says at least so many characters.
  private static let leastText = 40

  private func examineContent(_ page: PageReading, _ record: inout PageRecord) {
    let isBare = page.entries == 0 && page.textLength < Self.leastText
    if page.textLength < 10 || record.kind == .column && isBare { record.fault(.emptyPages) }
    if !page.hasSearch, record.kind != .home || !page.references.contains(where: { $0.use == .form }) {
      let leads = page.references.contains { $0.url.contains("search/index.html") }
      if !leads { record.fault(.search) }
    }
    if let title = page.texts.first(where: withheldTitles.contains) { record.fault(.withheldTitles, "“\(title)”") }
    // Numbers of different cells are no number.
    let text = Array(page.texts.filter { !Self.isDigest($0) }.joined(separator: "。").utf8)
    for finding in PersonalData.findings(in: text) where !isExcused(finding) {
      record.fault(.privacy, "\(finding.rule.rawValue)“\(finding.content.prefix(3))…”")
    }
  }

  /// Whether a text is a checksum, or its begin: digits in it are nobody's.
  private static func isDigest(_ text: String) -> Bool {
    let bytes = text.utf8
    return (bytes.count == 12 || bytes.count == 64) && bytes.contains { (0x61...0x66).contains($0) }
      && bytes.allSatisfy { (0x30...0x39).contains($0) || (0x61...0x66).contains($0) }
  }

  private func isExcused(_ finding: PersonalData.Finding) -> Bool {
    excuses.contains { $0.rule == finding.rule.rawValue && $0.names(finding.content) }
  }
}
