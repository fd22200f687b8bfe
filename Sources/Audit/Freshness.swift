import Disclosure

/// When what the column shows was published last.
package struct Freshness: Sendable {
  /// Of each kind, year of proposals, and form of documents, with how much of it is public.
  package struct List: Sendable {
    package let name: String
    package let count: Int
    package let newest: CalendarDate
  }

  package let lists: [List]

  package init(_ column: PublishedColumn) {
    var days: [String: [CalendarDate]] = [:]
    var names: [String] = []
    func note(_ name: String, _ day: CalendarDate?) {
      guard let day else { return }
      if days[name] == nil { names.append(name) }
      days[name, default: []].append(day)
    }
    for item in column.items.sorted(by: { $0.proposal.year > $1.proposal.year }) {
      let newest = item.answers.flatMap { answer in answer.replies.map { $0.publishedOn ?? answer.publishedOn } }
        .compactMap { $0 }.max()
      note("\(item.proposal.year) 年\(item.proposal.key.kind.rawValue)", newest)
    }
    for document in column.documents { note(document.form.rawValue, document.publishedOn) }
    lists = names.compactMap { name in
      guard let days = days[name], let newest = days.max() else { return nil }
      return List(name: name, count: days.count, newest: newest)
    }
  }

  package var newest: CalendarDate? { lists.map(\.newest).max() }
}
