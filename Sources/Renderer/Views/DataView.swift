import Disclosure
import Integrity

/// 数据页: what may be taken away, and what it says: files, fields, feeds, how to cite and to check.
struct DataView: Sendable {
  static let address = "shuju.html"

  let column: PublishedColumn
  let lists: ListIndex

  private struct DataFile: Sendable {
    let name: String
    let address: String
    let note: String
  }

  static let schema = Schema<DataView>([
    .list("数据", dataSchema) { $0.column.bodies.isEmpty ? files : files + bodyFiles },
    .text("许可") { _ in DataPackage.licence },
    .list("字段", fieldSchema) { _ in RecordField.all },
    .list("统计字段", statisticsFieldSchema) { _ in Statistics.fields },
    .list("单件字段", fileFieldSchema) { _ in ProposalFile.fields },
    .list("单篇字段", fileFieldSchema) { $0.column.documents.isEmpty ? [] : DocumentFile.fields },
    .list("订阅", NamedLink.schema) { $0.feeds },
    .text("例") { $0.column.items.first?.proposal.key.address ?? "" },
    .text("例数据") { $0.column.items.first?.proposal.key.dataAddress ?? "" },
    .text("清单地址") { _ in FileList.address },
    .text("地图地址") { _ in Sitemap.address },
    .text("爬虫地址") { _ in Robots.address },
  ])

  /// All, and those of the kinds; the others are on the pages of units and topics.
  private var feeds: [NamedLink] {
    ([ListScope()] + (lists.values[.kind] ?? []).map { ListScope($0) }).filter { lists.count($0) > 0 }
      .compactMap { scope in scope.feedAddress.map { NamedLink(name: scope.title, address: $0) } }
  }

  private static let dataSchema = Schema<DataFile>([
    .text("名称") { $0.name }, .text("地址") { $0.address }, .text("说明") { $0.note },
  ])

  private static let fieldSchema = Schema<RecordField>([
    .text("名称") { $0.name }, .text("类型") { $0.type.rawValue }, .text("说明") { $0.meaning },
    .texts("取值") { $0.values },
  ])

  private static let statisticsFieldSchema = Schema<Statistics.Field>([
    .text("名称") { $0.name }, .text("中文名") { $0.title }, .text("说明") { $0.meaning },
  ])

  private static let fileFieldSchema = Schema<DataField>([
    .text("名称") { $0.name }, .text("说明") { $0.meaning },
  ])

  private static let files = [
    DataFile(name: "公开办理件（JSON）", address: RecordFile.jsonAddress, note: "供程序读取，每个办理件一条"),
    DataFile(name: "公开办理件（CSV）", address: RecordFile.csvAddress, note: "可用表格软件打开，UTF-8 编码"),
    DataFile(name: "统计（JSON）", address: StatisticsFile.address, note: "各年、各类型、各单位的统计"),
    DataFile(name: "数据说明（JSON）", address: DataPackage.address, note: "各文件、各字段的说明，Frictionless 数据包格式"),
  ]

  private static let bodyFiles = [
    DataFile(name: "各单位统计（JSON）", address: BodyFile.jsonAddress, note: "各单位各年、各类型的统计，供程序读取"),
    DataFile(name: "各单位统计（CSV）", address: BodyFile.csvAddress, note: "可用表格软件打开，UTF-8 编码"),
  ]
}
