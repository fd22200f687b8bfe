import Diagnostics
import Disclosure

/// All pages of a column, none of them empty, each with an address of its own.
struct PageList {
  private(set) var pages: [Page] = []
  private(set) var diagnostics: [Diagnostic] = []
  private(set) var sitemap = Sitemap()
  private let column: PublishedColumn
  /// Positions in `pages` by the address in lower case, since many file servers do not tell A from a.
  private var taken: [String: Int] = [:]
  /// A page in each folder that a page stands in, also by the address in lower case.
  private var folders: [String: Int] = [:]

  init(_ column: PublishedColumn, figures: FigureSource, registerLines: [Int: [RegisterView.Line]], changes: Int) {
    self.column = column
    taken.reserveCapacity(column.items.count * 2)
    let lists = figures.lists
    // The longest come first, so that no worker is left alone with them at the end.
    add(Page(RecordFile.jsonAddress, .recordsJSON))
    add(Page(RecordFile.csvAddress, .recordsCSV))
    add(Page(StatisticsFile.address, .statisticsJSON))
    add(Page(DataPackage.address, .dataPackage))
    add(Page("index.html", .home))
    add(Page("404.html", .notFound))
    add(Page(GuideView.address, .guide))
    add(Page(DataView.address, .data))
    add(Page(Robots.address, .robots))
    for (index, item) in column.items.enumerated() { add(Page(item.proposal.key.address, .proposal(index))) }
    for (index, item) in column.withdrawn.enumerated() { add(Page(item.key.address, .withdrawn(index))) }
    for scope in lists.scopes { add(lists.paging(of: scope)) { .list(scope, page: $0) } }
    for scope in lists.scopes {
      if let address = scope.feedAddress { add(Page(address, .feed(scope))) }
    }
    if changes > 0 { add(ChangesView.paging(of: changes)) { .changes(page: $0) } }
    for facet in lists.facetsWithEntrances { add(Page(EntrancesView.address(of: facet), .entrances(facet))) }
    addFigures(figures)
    addBodies(column.bodies)
    for year in figures.years.reversed() {
      add(RegisterView.paging(of: year, lines: registerLines[year]?.count ?? 0)) { .register(year: year, page: $0) }
    }
    for (index, document) in column.documents.enumerated() { add(Page(document.address, .document(index))) }
    if !column.documents.isEmpty { add(Page(DocumentListView.address, .documents)) }
    addRedirects()
    addSitemap(column.column.address)
  }

  private mutating func addSitemap(_ base: WebAddress) {
    sitemap = Sitemap(pages, below: base)
    add(Page(Sitemap.address, .sitemap(part: sitemap.parts.count > 1 ? nil : 0)))
    guard sitemap.parts.count > 1 else { return }
    for part in sitemap.parts.indices { add(Page(Sitemap.address(part: part), .sitemap(part: part))) }
  }

  private mutating func addFigures(_ figures: FigureSource) {
    if !figures.years.isEmpty { add(Page(YearsView.address, .years)) }
    for year in figures.years.reversed() {
      for kind in [nil] + figures.kinds(in: year).map(Optional.some) {
        add(Page(StatisticsView.address(year: year, kind: kind), .statistics(year: year, kind: kind)))
        add(Page(StatisticsView.workbookAddress(year: year, kind: kind), .workbook(year: year, kind: kind)))
      }
      for showcase in Showcase.allCases {
        let paging = figures.showcases.paging(showcase, in: year)
        if paging.count > 0 { add(paging) { .showcase(showcase, year: year, page: $0) } }
      }
    }
  }

  private mutating func addBodies(_ bodies: [Body]) {
    if bodies.isEmpty { return }
    add(Page(BodyFile.jsonAddress, .bodiesJSON))
    add(Page(BodyFile.csvAddress, .bodiesCSV))
    for year in [nil] + bodies.years.map(Optional.some) {
      for kind in [nil] + bodies.kinds(in: year).map(Optional.some) {
        add(Page(BodiesView.address(year: year, kind: kind), .bodies(year: year, kind: kind)))
      }
    }
  }

  private mutating func add(_ paging: Paging, _ content: (Int) -> Page.Content) {
    for number in 1...paging.pageCount { add(Page(paging.address(of: number), content(number))) }
  }

  private mutating func add(_ page: Page) {
    let address = page.address.lowercased()
    let folder = address.lastIndex(of: "/").map { address[..<$0] } ?? ""
    // One page in a folder has shown that no other is called like it or a folder above it.
    let above = folder.isEmpty || folders[String(folder)] != nil ? [] : Self.folders(of: folder)
    if let earlier = taken[address] ?? folders[address] ?? above.compactMap({ taken[$0] }).first {
      return refuse(page, besides: pages[earlier])
    }
    taken[address] = pages.count
    if let data = page.dataAddress { taken[data.lowercased()] = pages.count }
    for folder in above { folders[folder] = pages.count }
    pages.append(page)
  }

  /// `a` and `a/b` for `a/b`
  private static func folders(of folder: Substring) -> [String] {
    folder.utf8.indices.filter { folder.utf8[$0] == UInt8(ascii: "/") }.map { String(folder[..<$0]) } + [String(folder)]
  }

  private mutating func refuse(_ page: Page, besides earlier: Page) {
    let otherPlace = column.place(of: earlier)
    let other = otherPlace.map { "（\($0)）" } ?? ""
    let message =
      page.address.lowercased() == earlier.address.lowercased()
      ? "网址 \(page.address) 已经由另一页使用\(other)"
      : "网址 \(page.address) 与另一页\(other)的 \(earlier.address) 不能并存：一个名称不能既是页面又是文件夹"
    diagnostics.append(
      Diagnostic(
        .error, "page/address-collision", at: column.place(of: page) ?? otherPlace ?? Place("content/site.yaml"),
        message,
        hint: "改正编号、代码、文件名或旧网址，使两页的网址不同（只有大小写不同也不行）"))
  }

  private mutating func addRedirects() {
    for item in column.items {
      for answer in item.answers {
        for reply in answer.replies where !reply.formerAddresses.isEmpty {
          addRedirects(
            from: reply.formerAddresses, to: item.proposal.key.address, title: item.proposal.title, at: reply.place)
        }
      }
      addRedirects(from: item.withdrawals, to: item.proposal.key, title: item.proposal.title)
    }
    for item in column.withdrawn { addRedirects(from: item.letters, to: item.key, title: WithdrawnView.shortTitle) }
    for document in column.documents {
      addRedirects(
        from: document.formerAddresses, to: document.address, title: document.title, at: Place(document.source.file))
    }
    for (former, present) in column.column.formerAddresses {
      let place = Place("content/site.yaml", field: "旧网址")
      guard let page = taken[present.lowercased()].map({ pages[$0] }) else {
        diagnostics.append(
          Diagnostic(
            .error, "page/redirect-target", at: place, "旧网址“\(former)”要转到的“\(present)”不是本专栏的页面",
            hint: nearestName(to: present, among: pages.map(\.address)).map { "是不是“\($0)”？" } ?? "核对网址"))
        continue
      }
      addRedirects(from: [former], to: page.address, title: title(of: page), at: place)
    }
  }

  private func title(of page: Page) -> String {
    switch page.content {
    case .proposal(let index): column.items[index].proposal.title
    case .document(let index): column.documents[index].title
    case .withdrawn: WithdrawnView.shortTitle
    default: column.column.name
    }
  }

  private mutating func addRedirects(
    from letters: [PublishedColumn.WithdrawnLetter], to key: ProposalKey, title: String
  ) {
    for letter in letters {
      addRedirects(from: letter.formerAddresses, to: key.address, title: title, at: letter.place)
    }
  }

  private mutating func addRedirects(from former: [String], to present: String, title: String, at place: Place) {
    for address in former { add(Page(address, .redirect(to: present, title: title, place: place))) }
  }
}
