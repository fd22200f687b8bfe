import Renderer

/// The demands that each page must meet by itself, and those on how pages lead to each other.
struct PageAudit {
  private let material: AuditMaterial
  private let faults: [AuditRule: [String]]
  private let files: [String]
  private let positions: [String: Int]

  init(_ material: AuditMaterial) {
    self.material = material
    files = material.examiner.files
    positions = Dictionary(uniqueKeysWithValues: material.pages.enumerated().map { ($1.address, $0) })
    var faults: [AuditRule: [String]] = [:]
    for page in material.pages {
      for fault in page.faults {
        faults[fault.rule, default: []].append(page.address + (fault.detail.isEmpty ? "" : "：\(fault.detail)"))
      }
    }
    self.faults = faults
  }

  /// `nil` for a demand of another sort.
  func item(_ rule: AuditRule) -> AuditItem? {
    switch rule {
    case .siteTags, .titles, .footer, .errorReport, .privacy, .foreignHosts, .thirdParty, .plainHTTP, .numericHosts,
      .language, .landmarks, .headings, .zoom, .largeType, .withoutScript, .search, .emptyPages:
      item(rule, of: material.pages, beside: rule == .thirdParty || rule == .plainHTTP ? styleRequests : [])
    case .columnTags: item(rule, of: material.pages.filter { $0.kind != .home })
    case .articleTags, .trueDates, .visibleDates: item(rule, of: articles)
    case .ownAddress: item(rule, of: "写明网址的页面")
    case .images: item(rule, of: "图片和图形")
    case .labels: item(rule, of: "输入框")
    case .tables: item(rule, of: "表")
    case .deadLinks: item(rule, of: "站内链接", beside: deadFragments + unpublishedFiles)
    case .withheldTitles: withheldTitles
    case .externalLinks: externalLinks
    case .reachable: reachable
    case .weight: weight
    default: nil
    }
  }

  /// The program asks no other host for anything.
  private var externalLinks: AuditItem {
    let addresses = Set(material.pages.flatMap(\.external)).sorted()
    let reason = addresses.isEmpty ? "没有外部链接" : "程序不上网；有 \(addresses.count) 个外部网址"
    return AuditItem(.externalLinks, unchecked: reason, places: addresses)
  }

  private var withheldTitles: AuditItem {
    let titles = material.examiner.withheldTitles.count
    return AuditItem(
      .withheldTitles, looked: titles == 0 ? "没有不公开的标题" : "找了 \(titles) 个标题", at: titles,
      found: faults[.withheldTitles] ?? [])
  }

  private var articles: [PageRecord] {
    material.pages.filter { if case .article = $0.kind { true } else { false } }
  }

  private func item(_ rule: AuditRule, of pages: [PageRecord], beside others: [String] = []) -> AuditItem {
    AuditItem(
      rule, looked: pages.isEmpty ? "还没有这样的页面" : "看了 \(pages.count) 页", at: pages.count,
      found: (faults[rule] ?? []) + others)
  }

  /// A demand on what not every page has.
  private func item(_ rule: AuditRule, of things: String, beside others: [String] = []) -> AuditItem {
    let count = material.pages.reduce(0) { $0 + ($1.judged[rule] ?? 0) }
    return AuditItem(
      rule, looked: count == 0 ? "没有\(things)" : "看了 \(count) 个\(things)", at: count,
      found: (faults[rule] ?? []) + others)
  }

  /// What stylesheets ask other hosts for.
  private var styleRequests: [String] {
    material.styles.sorted { $0.key < $1.key }.flatMap { address, text in
      String(decoding: text, as: UTF8.self).matches(of: #/(?:url\(|@import\s)\s*["']?((?:https?:)?\/\/[^"')\s]*)/#)
        .map { "\(address)：\($0.1)" }
    }
  }

  private var deadFragments: [String] {
    material.pages.flatMap { page in
      page.fragments.filter { fragment in
        positions[files[Int(fragment.page)]].map { !material.pages[$0].ids.contains(fragment.id) } ?? true
      }.map { "\(page.address)：\(files[Int($0.page)])#\($0.id)" }.sorted()
    }
  }

  /// Attachments that a template leads to and that no text offers stay behind.
  private var unpublishedFiles: [String] {
    material.pages.flatMap { page in
      page.targets.map { files[Int($0)] }.filter { $0.hasPrefix("files/") && material.sizes[$0] == nil }.sorted()
        .map { "\(page.address)：\($0)" }
    }
  }

  private static let steps = 4

  /// How many links lead from the home page to each other page at the least.
  private var reachable: AuditItem {
    var distances = [Int?](repeating: nil, count: material.pages.count)
    var pending = positions["index.html"].map { [$0] } ?? []
    for start in pending { distances[start] = 0 }
    var next = 0
    while next < pending.count {
      let page = pending[next]
      next += 1
      for target in material.pages[page].targets {
        guard let other = positions[files[Int(target)]], distances[other] == nil else { continue }
        distances[other] = (distances[page] ?? 0) + 1
        pending.append(other)
      }
    }
    let far = zip(material.pages, distances).filter { page, distance in
      page.kind != .redirect && page.kind != .notFound && distance.map { $0 > Self.steps } ?? true
    }.map { page, distance in page.address + (distance.map { "：要点 \($0) 次" } ?? "：没有链接到它") }
    return AuditItem(.reachable, looked: "从首页起看了 \(pending.count) 页", at: pending.count, found: far)
  }

  /// In bytes: what three seconds bring at 3 Mbit/s (国办发〔2017〕47号 asks for three seconds and names no bandwidth).
  private static let heaviest = 1 << 20

  private var weight: AuditItem {
    let weights = material.pages.map { page in
      (page.address, page.requests.reduce(page.size) { $0 + (material.sizes[files[Int($1)]] ?? 0) })
    }
    let most = weights.map(\.1).max() ?? 0
    return AuditItem(
      .weight, looked: "看了 \(weights.count) 页，最大的 \((most + 1023) / 1024) KB", at: weights.count,
      found: weights.filter { $0.1 > Self.heaviest }.map { "\($0.0)：\($0.1 >> 10) KB" })
  }
}
