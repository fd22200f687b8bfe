import Diagnostics
import Disclosure

/// 页面: what a page says of itself in its head, its breadcrumb and its footer.
struct PageView: Sendable {
  /// The three levels of the standard's meta tags.
  enum Level: String, Sendable {
    case home = "首页"
    case list = "栏目"
    case article = "文章"
  }

  struct Crumb: Sendable {
    let name: String
    let address: String
  }

  var level: Level
  var title: String
  /// Relative to the column's root.
  var address: String
  var columnType: String
  var crumbs: [Crumb] = []
  var summary = ""
  var keywords = ""
  var publishedOn: CalendarDate?
  /// The day on which something that it shows was published, corrected or withdrawn last.
  var changedOn: CalendarDate?
  /// The feeds that it belongs to.
  var feeds: [NamedLink] = []
  /// The address of the same as data; empty where there is none.
  var dataAddress = ""
  /// What it says in schema.org's terms; empty where it says nothing.
  var structuredData = ""
  var source = ""
  /// Where the column's root is seen from the page, if not by going up from its address.
  var root: String?
  var column: Column

  var webAddress: String { column.address.text + PercentText.encoded(path: address) }

  static let schema = Schema<PageView>([
    .text("级别") { $0.level.rawValue },
    .text("标题") { $0.title },
    .text("根") { $0.root ?? Address.root(of: $0.address) },
    .text("网址") { $0.webAddress },
    .text("找错网址") { page in
      "https://zfwzgl.www.gov.cn/exposure/jiucuo.html?site_code="
        + PercentText.encoded(component: page.column.siteCode)
        + "&url=" + PercentText.encoded(component: page.webAddress)
    },
    .text("栏目名称") { $0.column.name },
    .text("栏目说明") { $0.column.summary },
    .text("栏目关键词") { $0.column.keywords },
    .text("栏目类型") { $0.columnType },
    .text("描述") { $0.summary },
    .text("关键词") { $0.keywords },
    // From the record, never from the clock: a made-up publication date fails a whole website (国办秘函〔2019〕19号).
    .text("发布时间") { page in page.publishedOn.map { "\($0) 00:00" } ?? "" },
    .text("发布日期") { $0.publishedOn?.description ?? "" },
    .text("更新日期") { ($0.changedOn ?? $0.publishedOn)?.description ?? "" },
    .text("来源") { $0.source },
    .list("订阅", NamedLink.schema) { $0.feeds },
    .text("数据地址") { $0.dataAddress },
    // JSON that may stand in a script element, see `JSONText`.
    .markup("结构化数据") { $0.structuredData },
    .list("面包屑", crumbSchema) { $0.crumbs },
  ])

  private static let crumbSchema = Schema<Crumb>([.text("名称") { $0.name }, .text("地址") { $0.address }])
}
