import Diagnostics
import Disclosure

/// The newest replies of a list as a feed (RFC 4287): what was published, corrected or withdrawn last comes first.
enum Feed {
  private static let length = 50

  static func write(_ scope: ListScope, of column: PublishedColumn, _ lists: ListIndex, into bytes: inout [UInt8]) {
    let base = column.column.address.text
    let changes = (lists.members[scope] ?? []).map { (day: column.items[$0].lastChange, item: $0) }
    // Among equals the list's own order stays.
    let newest = changes.sorted { ($1.day, $0.item) < ($0.day, $1.item) }.prefix(length)
    bytes +=
      "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<feed xmlns=\"http://www.w3.org/2005/Atom\" xml:lang=\"zh-CN\">\n"
      .utf8
    let address = base + (scope.feedAddress ?? "")
    XMLText.write("id", address, into: &bytes)
    XMLText.write("title", "\(scope.title) - \(column.column.name)", into: &bytes)
    XMLText.write("subtitle", "最近公布、更正的\(min(length, changes.count))件", into: &bytes)
    XMLText.write("updated", time(newest.first?.day ?? column.asOf), into: &bytes)
    link("self", "application/atom+xml", address, into: &bytes)
    link("alternate", "text/html", base + scope.address, into: &bytes)
    bytes += "<author>\n".utf8
    XMLText.write("name", column.column.host, into: &bytes)
    bytes += "</author>\n".utf8
    for change in newest { entry(column.items[change.item], changed: change.day, base, into: &bytes) }
    bytes += "</feed>\n".utf8
  }

  private static func entry(
    _ item: PublishedColumn.Item, changed day: CalendarDate, _ base: String, into bytes: inout [UInt8]
  ) {
    let key = item.proposal.key
    bytes += "<entry>\n".utf8
    XMLText.write("id", base + key.address, into: &bytes)
    XMLText.write("title", item.proposal.title, into: &bytes)
    if let published = item.lastPublication { XMLText.write("published", time(published), into: &bytes) }
    XMLText.write("updated", time(day), into: &bytes)
    link("alternate", "text/html", base + key.address, into: &bytes)
    link("alternate", "application/json", base + key.dataAddress, into: &bytes)
    for answer in item.answers {
      bytes += "<author>\n".utf8
      XMLText.write("name", answer.unit.name, into: &bytes)
      bytes += "</author>\n".utf8
    }
    for topic in item.proposal.topics {
      bytes += "<category term=\"".utf8
      XMLText.write(topic, into: &bytes)
      bytes += "\"/>\n".utf8
    }
    XMLText.write("summary", summary(of: item), into: &bytes)
    bytes += "</entry>\n".utf8
  }

  private static func summary(of item: PublishedColumn.Item) -> String {
    let answers = item.answers.map { answer in
      answer.unit.name + (answer.repliedOn.map { $0.chinese } ?? "") + "答复"
        + (answer.currentResult.map { "，\($0.code) \($0.label)" } ?? "")
    }
    let corrections = item.answers.flatMap { $0.replies.flatMap(\.corrections) }
    let notes = corrections.map { "\($0.date.chinese)更正：\($0.note)" }
    return ([item.fullNumber] + answers + notes).joined(separator: "；")
  }

  private static func link(_ relation: String, _ type: String, _ address: String, into bytes: inout [UInt8]) {
    bytes += "<link rel=\"\(relation)\" type=\"\(type)\" href=\"".utf8
    XMLText.write(address, into: &bytes)
    bytes += "\"/>\n".utf8
  }

  /// The beginning of a day in China (RFC 3339).
  private static func time(_ day: CalendarDate) -> String { "\(day)T00:00:00+08:00" }
}
