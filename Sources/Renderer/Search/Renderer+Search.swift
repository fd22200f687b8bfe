import Disclosure

extension Renderer {
  /// The pages that a search finds, newest first: proposals, reports and bulletins.
  package var searchables: [Searchable] {
    let entries = pages.compactMap { page -> (date: CalendarDate, entry: Searchable)? in
      switch page.content {
      case .proposal(let index):
        let item = column.items[index]
        return (item.lastReply, Searchable(page: page, number: item.proposal.key.number))
      case .document(let index): return (column.documents[index].date, Searchable(page: page, number: ""))
      default: return nil
      }
    }
    // What came out on one day stays in the order of the pages.
    let order = entries.indices.sorted { left, right in
      let (first, second) = (entries[left].date, entries[right].date)
      return first == second ? left < right : first > second
    }
    return order.map { entries[$0].entry }
  }

  /// The filters for those pages.
  package func searchFilters(of searchables: [Searchable]) -> [SearchFilter] {
    var positions = [Int](repeating: 0, count: column.items.count)
    var documents: [(position: Int, document: Int)] = []
    for (position, searchable) in searchables.enumerated() {
      switch searchable.page.content {
      case .proposal(let index): positions[index] = position
      case .document(let index): documents.append((position, index))
      default: break
      }
    }
    return Facet.allCases.map { facet in
      var members: [Facet.Value: [Int]] = [:]
      for value in lists.values[facet] ?? [] {
        members[value] = lists.members[ListScope(value)]?.map { positions[$0] }
      }
      for (position, document) in documents {
        if let value = value(of: column.documents[document], facet) { members[value, default: []].append(position) }
      }
      let values = members.keys.sorted(by: Facet.Value.precedes).map { value in
        SearchFilter.Value(code: value.code, label: value.label, members: members[value]?.sorted() ?? [])
      }
      return SearchFilter(code: facet.rawValue, name: facet.name, values: values)
    }.filter { !$0.values.isEmpty }
  }

  private func value(of document: Published<Document>, _ facet: Facet) -> Facet.Value? {
    switch facet {
    case .kind: form(of: document)
    case .year: faceting.year(document.date.year)
    default: nil
    }
  }

  /// Forms of documents stand behind the kinds of proposals.
  private func form(of document: Published<Document>) -> Facet.Value {
    let forms = Document.Form.allCases
    return Facet.Value(
      facet: .kind, code: document.form.rawValue, label: document.form.rawValue,
      rank: Kind.allCases.count + (forms.firstIndex(of: document.form) ?? 0))
  }

  /// The page of the search, which asks the index in a folder, relative to the column's root with a slash at its end.
  package func searchPage(index: String) -> Page { Page(SearchView.address, .search(index: index)) }
}
