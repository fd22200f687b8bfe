import Templates

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
    case .key: [("重点页", .record(ShowcaseView.keySchema.shape))]
    case .adoption: [("转化页", .record(ShowcaseView.adoptionSchema.shape))]
    case .document: [("文件", .record(DocumentView.schema.shape))]
    case .documents: [("文件列表", .record(DocumentListView.schema.shape))]
    case .guide: [("说明", .record(GuideView.schema.shape))]
    case .search: [("检索", .record(SearchView.schema.shape))]
    case .notFound: []
    case .redirect: [("去处", .record(RedirectTarget.schema.shape))]
    }
  }
}
