import Disclosure
import Templates

/// What pages say of themselves in their heads.
extension Renderer {
  private static let summaryLength = 120

  private func head(_ level: PageView.Level, _ title: String, _ page: Page, type: String) -> PageView {
    PageView(
      level: level, title: title, address: page.address, columnType: type, crumbs: [homeCrumb], column: column.column)
  }

  private var homeCrumb: PageView.Crumb { PageView.Crumb(name: column.column.name, address: "index.html") }

  func homeHead(_ page: Page) -> PageView {
    var head = head(.home, column.column.name, page, type: "")
    head.crumbs = []
    head.summary = column.column.summary
    if !column.items.isEmpty { head.feeds = [feed(of: ListScope())] }
    head.structuredData = StructuredData.service(column.column)
    return head
  }

  func dataHead(_ page: Page) -> PageView {
    var head = listHead("开放数据", page)
    head.structuredData = StructuredData.dataset(column)
    return head
  }

  private func feed(of scope: ListScope) -> NamedLink {
    let wider = scope.feedScope
    return NamedLink(name: wider.title, address: wider.feedAddress ?? "")
  }

  /// When what a page shows was last changed, where records tell.
  func lastChange(of page: Page) -> CalendarDate? {
    switch page.content {
    case .proposal(let index): column.items[index].lastChange
    case .withdrawn(let index): WithdrawnView(item: column.withdrawn[index]).lastChange
    case .document(let index): column.documents[index].publishedOn
    case .list(let scope, let number): lists.page(number, of: scope).map { column.items[$0].lastChange }.max()
    case .changes: changes.first?.date
    default: nil
    }
  }

  /// The head of a page of a list; `number` counts from 1.
  func listHead(_ title: String, _ page: Page, number: Int = 1) -> PageView {
    head(.list, title + (number > 1 ? "（第 \(number) 页）" : ""), page, type: "办理结果公开")
  }

  func head(of list: ListView, _ page: Page) -> PageView {
    var head = listHead(list.scope.title, page, number: list.pageNumber)
    head.feeds = [feed(of: list.scope)]
    guard let value = list.scope.value else { return head }
    if value.facet != .kind {
      head.crumbs.append(PageView.Crumb(name: "按\(value.facet.name)", address: EntrancesView.address(of: value.facet)))
    }
    if list.scope.year != nil {
      head.crumbs.append(PageView.Crumb(name: value.label, address: ListScope(value).address))
    }
    return head
  }

  func head(of view: WithdrawnView, _ page: Page) -> PageView {
    var head = listHead(view.title, page)
    let kind = figures.address(of: ListScope(faceting.kind(view.item.key.kind)))
    if !kind.isEmpty { head.crumbs.append(PageView.Crumb(name: view.item.key.kind.fullName, address: kind)) }
    return head
  }

  func head(of view: StatisticsView, _ page: Page) -> PageView {
    var head = listHead(StatisticsView.title(year: view.year, kind: view.scope.kind), page)
    head.crumbs += view.scope.kind == nil ? [yearsCrumb] : [yearsCrumb, crumb(ofFiguresOf: view.year)]
    return head
  }

  func head(of view: BodiesView, _ page: Page) -> PageView {
    var head = listHead(BodiesView.title(year: view.scope.year, kind: view.scope.kind), page)
    if view.scope != Statistics.Scope() {
      head.crumbs.append(PageView.Crumb(name: BodiesView.name, address: BodiesView.address()))
    }
    return head
  }

  func head(of view: ShowcaseView, _ page: Page) -> PageView {
    var head = listHead(view.showcase.title(of: view.year), page, number: view.pageNumber)
    head.crumbs += [yearsCrumb, crumb(ofFiguresOf: view.year)]
    return head
  }

  private var yearsCrumb: PageView.Crumb { PageView.Crumb(name: "统计", address: YearsView.address) }

  private func crumb(ofFiguresOf year: Int) -> PageView.Crumb {
    PageView.Crumb(name: "\(year) 年", address: StatisticsView.address(year: year))
  }

  /// The page of an address that is not there is seen from anywhere, so its links start from the host.
  func notFoundHead(_ page: Page) -> PageView {
    var head = listHead("没有找到这个页面", page)
    head.root = column.column.address.path
    return head
  }

  func head(of view: ProposalView, _ page: Page) -> PageView {
    let proposal = view.item.proposal
    var head = head(.article, proposal.title, page, type: "办理结果公开")
    let kind = ListScope(faceting.kind(proposal.key.kind))
    let year = faceting.year(proposal.year)
    head.crumbs += [
      PageView.Crumb(name: "\(proposal.year) 年", address: ListScope(year).address),
      PageView.Crumb(
        name: proposal.key.kind.fullName, address: (kind.setting(year) ?? kind).address),
    ]
    let text = proposal.request.isEmpty ? view.letters.first?.text.plainText ?? "" : proposal.request
    head.summary = Self.summary(of: text)
    head.keywords = (proposal.topics + [proposal.key.kind.rawValue, "第\(proposal.key.number)号"]).joined(separator: ",")
    head.publishedOn = view.item.lastPublication
    head.changedOn = view.item.lastChange
    head.source = view.item.answers.map { $0.unit.name }.joined(separator: "、")
    head.dataAddress = page.dataAddress ?? ""
    head.structuredData = StructuredData.proposal(view.item, head)
    return head
  }

  func head(of view: DocumentView, _ page: Page) -> PageView {
    var head = head(.article, view.document.title, page, type: view.document.form.rawValue)
    head.crumbs.append(PageView.Crumb(name: "总结与动态", address: DocumentListView.address))
    head.summary = Self.summary(of: view.text.plainText)
    head.publishedOn = view.document.publishedOn
    head.source = view.document.origin
    head.dataAddress = page.dataAddress ?? ""
    head.structuredData = StructuredData.document(view.document, head)
    return head
  }

  /// The first characters of a text, in one line.
  private static func summary(of text: String) -> String {
    var (line, length, isAfterBlank) = ("", 0, false)
    for scalar in text.unicodeScalars {
      if scalar.isBlank {
        isAfterBlank = length > 0
        continue
      }
      if isAfterBlank { line.unicodeScalars.append(" ") }
      line.unicodeScalars.append(scalar)
      length += isAfterBlank ? 2 : 1
      isAfterBlank = false
      // The rest of a letter is not gone through, if its beginning has characters enough.
      if 2 * summaryLength...2 * summaryLength + 1 ~= length, line.count > summaryLength { break }
    }
    return length > summaryLength && line.count > summaryLength ? line.prefix(summaryLength - 1) + "…" : line
  }
}
