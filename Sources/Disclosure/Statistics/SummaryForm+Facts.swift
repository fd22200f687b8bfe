import Diagnostics

extension SummaryForm {
  /// What the form asks for and no record holds; the front matter of the year's summary states it under 统计表.
  package struct Facts: Sendable, Hashable {
    /// A text on the proposal of a number, which is one of the scope.
    package struct Note: Sendable, Hashable {
      package let number: String
      package let text: String
      package let place: Place

      package init(number: String, text: String, place: Place) {
        self.number = number
        self.text = text
        self.place = place
      }
    }

    /// 制度建设.
    package struct Rule: Sendable, Hashable {
      /// 制度名称.
      package let name: String
      /// 制定时间, as precise as it is known.
      package let date: String
      /// 内容简介.
      package let summary: String

      package init(name: String, date: String, summary: String) {
        self.name = name
        self.date = date
        self.summary = summary
      }
    }

    /// 不满意原因分析.
    package var dissatisfaction = ""
    /// 办理情况简介 of key items.
    package var notes: [Note] = []
    package var rules: [Rule] = []
    /// 公开载体.
    package var media = ""
    /// 办理结果公开: 有关情况.
    package var disclosureNote = ""
    /// 办理范例.
    package var examples: [Note] = []
    /// 工作创新.
    package var innovation = ""
    /// 工作建议.
    package var advice = ""

    package init() {}
  }

  /// What the form says of a proposal.
  package struct Item: Sendable, Hashable {
    package let number: String
    package let title: String
    package let isRepeated: Bool
    /// How many of its rows are counted.
    package let rows: Int
    /// How many of them carry each 重点类别.
    package let keyTypes: [String: Int]
    /// 不满意原因.
    package let dissatisfactions: [String]

    /// `nil` when the scope has nothing of the proposal.
    package init?(_ proposal: Proposal, in scope: Statistics.Scope) {
      self.init(proposal, proposal.assignments, in: scope)
    }

    fileprivate init?(_ proposal: Proposal, _ assignments: [Assignment], in scope: Statistics.Scope) {
      let rows = scope.contains(proposal) ? assignments.filter(scope.contains) : []
      if rows.isEmpty { return nil }
      number = proposal.key.number
      title = proposal.title
      isRepeated = proposal.isRepeated
      self.rows = rows.count
      var keyTypes: [String: Int] = [:]
      for type in rows.flatMap(\.keyTypes) { keyTypes[type, default: 0] += 1 }
      self.keyTypes = keyTypes
      dissatisfactions = rows.filter { $0.satisfaction == .dissatisfied }.map(\.dissatisfaction).filter { !$0.isEmpty }
    }
  }
}

extension PublishedColumn {
  /// The form as the public may see it: figures of all records, names of published ones.
  package func summaryForm(
    of scope: Statistics.Scope, facts: SummaryForm.Facts, date: CalendarDate
  ) -> SummaryForm {
    // Asked where they lie: a copy of an item takes a reference to each of its texts.
    let answered = items.indices.compactMap { index -> SummaryForm.Item? in
      guard scope.contains(items[index].proposal.box.value) else { return nil }
      let item = items[index]
      return SummaryForm.Item(item.proposal.box.value, (item.answers + item.assistance).map(\.box.value), in: scope)
    }
    let counted = mentions.filter {
      scope.contains($0.proposal.box.value) && scope.contains($0.assignment.box.value)
    }
    let rows = Dictionary(grouping: counted, by: \.proposal.key).mapValues { $0.map(\.assignment.box.value) }
    var seen: Set<ProposalKey> = []
    let mentioned = counted.filter { seen.insert($0.proposal.key).inserted }.compactMap {
      SummaryForm.Item($0.proposal.box.value, rows[$0.proposal.key] ?? [], in: scope)
    }
    return SummaryForm(
      statistics[scope] ?? Statistics(), of: scope, items: answered + mentioned, facts: facts, unit: column.host,
      date: date)
  }
}
