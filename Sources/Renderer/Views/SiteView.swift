import Diagnostics
import Disclosure

/// 站点: what every page says of the website and the column.
enum SiteView {
  static let schema = Schema<PublishedColumn>([
    .text("名称") { $0.column.siteName },
    .text("专栏名称") { $0.column.name },
    .text("专栏说明") { $0.column.summary },
    .text("专栏关键词") { $0.column.keywords },
    .text("域名") { $0.column.address.host },
    .text("标识码") { $0.column.siteCode },
    .text("主办单位") { $0.column.host },
    .text("联系方式") { $0.column.contact },
    .text("ICP备案号") { $0.column.icpRecord },
    .text("公安备案号") { $0.column.policeRecord },
    .text("公安备案编码") { $0.column.policeRecord.filter { $0.isASCII && $0.isNumber } },
    .text("党政机关标识") { badgeAddress($0.column.badge) },
    .text("截至日期") { $0.asOf.description },
    .text("数据页地址") { _ in DataView.address },
    .text("说明页地址") { _ in GuideView.address },
    .text("更正页地址") { $0.changes.isEmpty ? "" : ChangesView.address },
    .text("订阅地址") { $0.items.isEmpty ? "" : ListScope().feedAddress ?? "" },
  ])

  /// The badge's page at the registry, from the identifier alone or from the whole address.
  private static func badgeAddress(_ badge: String) -> String {
    badge.isEmpty || badge.hasPrefix("http")
      ? badge : "https://bszs.conac.cn/sitename?method=show&id=" + PercentText.encoded(component: badge)
  }
}
