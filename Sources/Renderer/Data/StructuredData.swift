import Diagnostics
import Disclosure

/// What pages say in the terms of schema.org, as JSON-LD for a script element.
enum StructuredData {
  static func proposal(_ item: PublishedColumn.Item, _ head: PageView) -> String {
    article(
      head, identifier: item.fullNumber, authors: item.answers.map { organization($0.unit.name) },
      topics: item.proposal.topics)
  }

  static func document(_ document: Published<Document>, _ head: PageView) -> String {
    article(head, identifier: document.documentNumber, authors: [organization(head.source)], topics: [])
  }

  private static func article(
    _ head: PageView, identifier: String, authors: [JSONValue], topics: [String]
  ) -> String {
    var members = [("headline", JSONValue.text(head.title)), ("url", .text(head.webAddress))]
    if !identifier.isEmpty { members.append(("identifier", .text(identifier))) }
    if let day = head.publishedOn { members.append(("datePublished", .text(day.description))) }
    if let day = head.changedOn ?? head.publishedOn { members.append(("dateModified", .text(day.description))) }
    if !topics.isEmpty { members.append(("keywords", .list(topics.map(JSONValue.text)))) }
    members += [
      ("author", .list(authors)), ("publisher", organization(head.column.host)),
      (
        "isPartOf",
        .object([
          ("@type", .text("CollectionPage")), ("name", .text(head.column.name)),
          ("url", .text(head.column.address.text)),
        ])
      ),
    ]
    return text("Article", members)
  }

  static func service(_ column: Column) -> String {
    text(
      "GovernmentService",
      [
        ("name", .text(column.name)), ("description", .text(column.summary)), ("url", .text(column.address.text)),
        ("serviceType", .text("\(Kind.suggestion.fullName)、\(Kind.proposal.fullName)办理结果公开")),
        ("provider", organization(column.host)),
      ])
  }

  static func dataset(_ column: PublishedColumn) -> String {
    let settings = column.column
    let base = settings.address.text
    let years = column.items.map { $0.proposal.year }
    var members: [(String, JSONValue)] = [
      ("name", .text("\(settings.name)数据")),
      ("description", .text("\(settings.summary)公开的办理件记录和办理情况统计，截至\(column.asOf.chinese)。")),
      ("url", .text(base + DataView.address)), ("license", .text(base + DataView.address + "#licence")),
      ("inLanguage", .text("zh-CN")), ("isAccessibleForFree", .truth(true)),
      ("dateModified", .text(column.asOf.description)), ("creator", organization(settings.host)),
    ]
    if let first = years.min(), let last = years.max() {
      members.append(("temporalCoverage", .text(first == last ? "\(first)" : "\(first)/\(last)")))
    }
    let bodyFiles = [(BodyFile.csvAddress, "text/csv"), (BodyFile.jsonAddress, "application/json")]
    let files =
      [
        (RecordFile.csvAddress, "text/csv"), (RecordFile.jsonAddress, "application/json"),
        (StatisticsFile.address, "application/json"),
      ] + (column.bodies.isEmpty ? [] : bodyFiles)
    members.append(
      (
        "distribution",
        .list(
          files.map { address, type in
            .object([
              ("@type", .text("DataDownload")), ("contentUrl", .text(base + address)), ("encodingFormat", .text(type)),
            ])
          })
      ))
    return text("Dataset", members)
  }

  private static func organization(_ name: String) -> JSONValue {
    .object([("@type", .text("GovernmentOrganization")), ("name", .text(name))])
  }

  private static func text(_ type: String, _ members: [(String, JSONValue)]) -> String {
    var bytes: [UInt8] = []
    JSONText.write([("@context", .text("https://schema.org")), ("@type", .text(type))] + members, into: &bytes)
    return String(decoding: bytes, as: UTF8.self)
  }
}
