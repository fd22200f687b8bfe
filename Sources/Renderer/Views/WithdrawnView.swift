import Disclosure

/// 撤回: what the page of a proposal says once none of its replies is public any more. Kind, session and number are in its
/// address anyway; nothing else of it stays.
struct WithdrawnView: Sendable {
  /// Where its number stands already.
  static let shortTitle = "已撤回的答复"

  let item: PublishedColumn.WithdrawnItem

  var title: String { "\(item.key.fullNumber)的答复已撤回" }

  static let schema = Schema<WithdrawnView>([
    .list("各次", letterSchema) { $0.item.letters }
  ])

  static let letterSchema = Schema<PublishedColumn.WithdrawnLetter>([
    .text("日期") { $0.withdrawal.date.description }, .text("理由") { $0.withdrawal.reason.rawValue },
  ])

  var lastChange: CalendarDate? { item.letters.map(\.withdrawal.date).max() }
}
