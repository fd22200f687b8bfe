import Disclosure
import Renderer

/// The demands on the column as a whole.
struct ColumnAudit {
  private let material: AuditMaterial
  private let column: PublishedColumn

  init(_ material: AuditMaterial) {
    self.material = material
    column = material.opening.column
  }

  /// `nil` for a demand of another sort.
  func item(_ rule: AuditRule) -> AuditItem? {
    switch rule {
    case .addresses: addresses
    case .domain: domain
    case .print: print
    case .lasting: lasting
    case .integrity: integrity
    case .reproducible: reproducible
    case .freshness: freshness
    case .years: years
    case .slips: slips
    case .sitemap: sitemap
    case .overview: overview
    default: nil
    }
  }

  private var slips: AuditItem {
    let texts =
      column.documents.count + column.items.reduce(0) { $0 + $1.answers.reduce(0) { $0 + $1.replies.count } }
    return AuditItem(.slips, looked: "校对了 \(texts) 份文字", at: texts, found: warnings("text/"))
  }

  private var reproducible: AuditItem {
    guard let remade = material.remade else {
      return AuditItem(.reproducible, unchecked: "public/ 不是由眼前的内容生成的，先运行 fuwen build，再检查")
    }
    return AuditItem(
      .reproducible, looked: "又生成了 \(remade.count) 页，与 public/ 里的比", at: remade.count, found: remade.unstable)
  }

  private var lasting: AuditItem {
    let count = material.historyEntries
    return AuditItem(
      .lasting, looked: count == 0 ? "还没有公开历史" : "看了公开历史 \(count) 条", at: count,
      found: warnings("reply/silent-removal"))
  }

  private func warnings(_ rule: String) -> [String] {
    material.diagnostics.filter { $0.rule.hasPrefix(rule) }.map { "\($0.place)：\($0.message)" }.sorted()
  }

  // MARK: - Addresses

  private static let longestAddress = 120

  private var addresses: AuditItem {
    let found = material.pages.map(\.address).filter { address in
      address.utf8.count > Self.longestAddress
        || !address.utf8.allSatisfy {
          (0x61...0x7A).contains($0) || (0x30...0x39).contains($0) || "-_./".utf8.contains($0)
        }
    }
    return AuditItem(.addresses, looked: "看了 \(material.pages.count) 个网址", at: material.pages.count, found: found)
  }

  private var domain: AuditItem {
    let address = column.column.address
    var found: [String] = []
    if address.scheme != "https" { found.append("\(address.text)：不是 https") }
    if PageExaminer.isIPv4(address.host) || !PageExaminer.isGovernment(address.host) {
      found.append("\(address.text)：不在 .gov.cn 之下")
    }
    return AuditItem(.domain, looked: "看了 site.yaml 的网址", at: 1, found: found)
  }

  private var sitemap: AuditItem {
    let text = material.sitemaps.map { String(decoding: $0, as: UTF8.self) }.joined()
    let listed = Set(text.matches(of: #/<loc>([^<]*)<\/loc>/#).map { String($0.1) })
    let base = column.column.address.text
    // The page of the search has nothing to be found by itself.
    let pages = material.pages.filter {
      $0.kind != .redirect && $0.kind != .notFound && $0.address != "search/index.html"
    }
    let missing = pages.map(\.address).filter { address in
      !listed.contains(base + address)
        && !(address.hasSuffix("index.html") && listed.contains(base + address.dropLast(10)))
    }
    return AuditItem(.sitemap, looked: "sitemap.xml 列出 \(listed.count) 个网址", at: listed.count, found: missing)
  }

  // MARK: - Stylesheets and files

  private var print: AuditItem {
    let styles = material.styles.sorted { $0.key < $1.key }.map { ($0.key, String(decoding: $0.value, as: UTF8.self)) }
    var found = styles.filter { $0.1.contains(#/user-select:\s*none/#) }.map { "\($0.0)：禁止选取文字" }
    if !styles.isEmpty, !styles.contains(where: { $0.1.contains("@media print") && $0.1.contains("@page") }) {
      found.append("样式里没有打印的版式")
    }
    return AuditItem(.print, looked: styles.isEmpty ? "没有样式" : "看了 \(styles.count) 份样式", at: styles.count, found: found)
  }

  private var integrity: AuditItem {
    guard let publication = material.publication else {
      return AuditItem(.integrity, unchecked: "还没有成品；生成以后运行 fuwen verify")
    }
    return AuditItem(
      .integrity, looked: "核对了 public/ 的每个文件", at: 1, found: publication.map { "\($0.place)：\($0.message)" }.sorted())
  }

  // MARK: - Freshness

  /// 通知公告、政策文件: six months (国办秘函〔2019〕19号, 栏目不更新).
  private static let monthsToStale = 6

  private var freshness: AuditItem {
    guard let newest = Freshness(column).newest else { return AuditItem(.freshness, unchecked: "还没有公开的内容") }
    let isStale = newest.adding(months: Self.monthsToStale) < column.asOf
    let text = "最近一次公开是 \(newest.chinese)"
    return AuditItem(.freshness, looked: text, at: 1, found: isStale ? ["\(text)，截至日期是 \(column.asOf.chinese)"] : [])
  }

  /// Years with replies, the last first, and how many of each are public.
  private var repliedYears: [(year: Int, replied: Int, published: Int)] {
    let rows = Handling(material.catalogue, gate: material.gate).answered
    return Dictionary(grouping: rows, by: \.proposal.year).sorted { $0.key > $1.key }.map { year, rows in
      (year, rows.count, rows.count { $0.reason == nil })
    }
  }

  private var years: AuditItem {
    let years = repliedYears
    return AuditItem(
      .years, looked: years.isEmpty ? "台账里还没有已答复的件" : "看了 \(years.count) 个年份", at: years.count,
      found: years.filter { $0.published == 0 }.map { "\($0.year) 年：已答复 \($0.replied) 件，公开 0 件" })
  }

  private var overview: AuditItem {
    let years = repliedYears.map(\.year).filter { $0 < column.asOf.year }
    let told = Set(
      column.documents.filter { [.summary, .report].contains($0.form) }.map { $0.scope.year ?? $0.date.year })
    return AuditItem(
      .overview, looked: years.isEmpty ? "还没有过完的年份" : "看了 \(years.count) 个年份", at: years.count,
      found: years.filter { !told.contains($0) }.map { "\($0) 年：没有公开的工作总结或情况报告" })
  }
}
