import Diagnostics
import Disclosure
import Templates

/// A file of the column that the renderer writes.
package struct Page: Sendable {
  /// Relative to the column's root.
  package let address: String
  let content: Content

  init(_ address: String, _ content: Content) {
    self.address = address
    self.content = content
  }

  /// The address of the data beside the page of a proposal or document, which a search reads.
  package var dataAddress: String? {
    switch content {
    case .proposal, .document: address.dropLast("html".count) + "json"
    default: nil
    }
  }

  /// What is rare or long is kept apart: there are twice as many pages as records.
  enum Content: Sendable {
    case home
    indirect case list(ListScope, page: Int)
    case entrances(Facet)
    /// By the item's position in the column.
    case proposal(Int)
    case register(year: Int, page: Int)
    case years
    case statistics(year: Int, kind: Kind?)
    /// The same figures as a workbook, 统计表 first.
    case workbook(year: Int, kind: Kind?)
    /// Of several bodies; `nil` is all years, all kinds.
    case bodies(year: Int?, kind: Kind?)
    case followUp(FollowUp, year: Int, page: Int)
    /// By the document's position in the column.
    case document(Int)
    /// By its position among the column's withdrawn items.
    case withdrawn(Int)
    case changes(page: Int)
    case data
    indirect case feed(ListScope)
    /// `nil` is the list of the parts where there are several.
    case sitemap(part: Int?)
    case robots
    case documents
    case guide
    case notFound
    /// With the place where the former address stands.
    indirect case redirect(to: String, title: String, place: Place)
    /// With the folder of its index.
    case search(index: String)
    case recordsJSON
    case recordsCSV
    case statisticsJSON
    case bodiesJSON
    case bodiesCSV
    case dataPackage
  }
}

extension PublishedColumn {
  /// Where the record or text behind a page stands, for messages.
  func place(of page: Page) -> Place? {
    switch page.content {
    case .proposal(let index): items[index].proposal.origin.place(of: .number)
    case .withdrawn(let index): withdrawn[index].letters.first?.place
    case .document(let index): Place(documents[index].source.file)
    case .redirect(_, _, let place): place
    default: nil
    }
  }
}

/// The templates that pages are made of; the raw value is the file's name without `.html`.
enum PageTemplate: String, CaseIterable, Sendable {
  case home, list, entrances, proposal, withdrawn, changes, register, years, statistics, bodies, key, adoption,
    document, documents
  case guide, data, search
  case notFound = "404"
  case redirect

  var file: String { rawValue + ".html" }

  /// What the template sees.
  var shape: RecordShape { Self.shapes[self] ?? RecordShape([]) }

  private static let shapes = Dictionary(
    uniqueKeysWithValues: allCases.map { ($0, RecordShape(common + $0.own)) })

  /// What every template sees.
  private static let common: [(String, Shape)] = [
    ("站点", .record(SiteView.schema.shape)),
    ("页面", .record(PageView.schema.shape)),
    ("导航", .list(.record(NavigationLink.schema.shape))),
  ]

  private var own: [(String, Shape)] {
    switch self {
    case .home: HomeView.fields.map { ($0.name, $0.shape) }
    case .list: [("列表", .record(ListView.schema.shape))]
    case .entrances: [("入口页", .record(EntrancesView.schema.shape))]
    case .proposal: [("件", .record(ProposalView.schema.shape))]
    case .withdrawn: [("撤回", .record(WithdrawnView.schema.shape))]
    case .changes: [("更正页", .record(ChangesView.schema.shape))]
    case .data: [("数据页", .record(DataView.schema.shape))]
    case .register: [("登记", .record(RegisterView.schema.shape))]
    case .years: [("历年", .record(YearsView.schema.shape))]
    case .statistics: [("统计页", .record(StatisticsView.schema.shape))]
    case .bodies: [("各单位页", .record(BodiesView.schema.shape))]
    case .key: [("重点页", .record(FollowUpView.keySchema.shape))]
    case .adoption: [("转化页", .record(FollowUpView.adoptionSchema.shape))]
    case .document: [("文件", .record(DocumentView.schema.shape))]
    case .documents: [("文件列表", .record(DocumentListView.schema.shape))]
    case .guide: [("说明", .record(GuideView.schema.shape))]
    case .search: [("检索", .record(SearchView.schema.shape))]
    case .notFound: []
    case .redirect: [("去处", .record(RedirectTarget.schema.shape))]
    }
  }
}

/// 去处: where a former address leads.
struct RedirectTarget: Sendable {
  let title: String
  let address: String

  static let schema = Schema<RedirectTarget>([.text("标题") { $0.title }, .text("地址") { $0.address }])
}
