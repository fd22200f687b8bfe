/// 办理工作情况统计表: the form of 19 columns that units send up with a year's summary. What records tell
/// is computed; the rest are facts that the summary's front matter states.
///
/// It names the items that it is made from: for the public only those that passed the gate, see
/// `PublishedColumn.summaryForm`.
package struct SummaryForm: Sendable, Hashable {
  /// Columns under one heading of the first row; a group without columns of its own is one column, and its heading
  /// reaches over both rows.
  package struct Group: Sendable, Hashable {
    package let name: String
    package let columns: [String]

    package var width: Int { max(1, columns.count) }
  }

  package enum Content: Sendable, Hashable {
    case number(Int)
    /// May have several lines.
    case text(String)

    package var text: String {
      switch self {
      case .number(let number): String(number)
      case .text(let text): text
      }
    }
  }

  /// A cell of the body. What is not in a row is covered by a cell above that reaches down.
  package struct Cell: Sendable, Hashable {
    /// Counted from 0.
    package let column: Int
    /// How many rows it reaches over.
    package let rows: Int
    package let content: Content
  }

  package let title: String
  /// 填报单位.
  package let unit: String
  package let date: CalendarDate
  /// The heading, from left to right.
  package let groups: [Group]
  package let body: [[Cell]]

  package var columnCount: Int { groups.reduce(0) { $0 + $1.width } }
}

extension SummaryForm {
  /// - Parameters:
  ///   - statistics: the figures of `scope`; they may count more than `items`.
  ///   - items: the proposals that the form may name.
  ///   - unit: 填报单位, where the scope names none.
  package init(
    _ statistics: Statistics, of scope: Statistics.Scope, items: [Item], facts: Facts = Facts(), unit: String,
    date: CalendarDate
  ) {
    let words = Words(scope.kind)
    self.unit = scope.unit?.name ?? unit
    self.date = date
    let time = scope.session?.name ?? scope.year.map { "\($0)年" } ?? ""
    title = self.unit + time + words.plural + "办理工作情况统计表"
    groups = [
      Group(
        name: "基本情况",
        columns: [words.item + "总数", "主办件数量", "会办件数量", "参阅件数量", "不满意件数量", "不满意原因分析"]),
      Group(name: "有关\(words.item)办理工作情况", columns: ["类别", words.item + "名称及编号", "办理情况简介"]),
      Group(name: "制度建设", columns: ["制度名称", "制定时间", "内容简介"]),
      Group(name: "办理结果公开", columns: ["公开件数", "公开载体", "有关情况"]),
      Group(name: "办理范例", columns: [words.item + "名称", "有关情况"]),
      Group(name: "工作创新", columns: []), Group(name: "工作建议", columns: []),
    ]
    let classes = Self.classes(statistics, of: items, words: words, facts: facts)
    let before = Self.basics(statistics, of: items, facts: facts)
    let after =
      Self.rules(facts) + [.number(statistics.disclosure.open), .text(facts.media), .text(facts.disclosureNote)]
      + Self.examples(of: items, facts: facts) + [.text(facts.innovation), .text(facts.advice)]
    body = classes.enumerated().map { index, row in
      let cells = row.enumerated().map { Cell(column: before.count + $0.offset, rows: 1, content: .text($0.element)) }
      if index > 0 { return cells }
      let blocks = (before + after).enumerated().map { position, content in
        Cell(column: position + (position < before.count ? 0 : row.count), rows: classes.count, content: content)
      }
      return (blocks + cells).sorted { $0.column < $1.column }
    }
  }

  // MARK: - Parts

  private static let none = "无"

  private static func basics(_ statistics: Statistics, of items: [Item], facts: Facts) -> [Content] {
    let dissatisfied = statistics.feedback.dissatisfied
    var reasons = facts.dissatisfaction
    if reasons.isEmpty { reasons = dissatisfied == 0 ? none : lines(items.flatMap(\.dissatisfactions)) }
    return [
      .number(statistics.total), .number(statistics.answering), .number(statistics.count(of: .assist)),
      .number(statistics.count(of: .reference)), .number(dissatisfied), .text(reasons),
    ]
  }

  /// A row for each class of items that the form asks for, and for each 重点类别 beyond: 类别, names, 办理情况简介.
  private static func classes(
    _ statistics: Statistics, of items: [Item], words: Words, facts: Facts
  ) -> [[String]] {
    let keyItems = items.filter { !$0.keyTypes.isEmpty }
    let labels = Set(keyItems.flatMap { $0.keyTypes.keys })
    let others = labels.filter { label in !words.classes.contains { $0.includes(label) } }.sorted()
    let isPartial = items.reduce(0) { $0 + $1.rows } < statistics.total
    let hidesLabels = isPartial && statistics.byKeyType[Breakdown.unnamed] > 0
    var rows = (words.classes + others.map(KeyClass.init)).map { keyClass in
      let own = labels.filter(keyClass.includes)
      let rows = keyItems.map { item in own.reduce(0) { $0 + item.keyTypes[$1, default: 0] } }
      let all = statistics.byKeyType.parts.reduce(0) { $0 + (keyClass.includes($1.label) ? $1.count : 0) }
      return row(
        own.count == 1 ? own.first ?? keyClass.name : keyClass.name, zip(keyItems, rows), of: all,
        hidesLabels: hidesLabels, facts: facts)
    }
    rows.append(
      row(
        words.repeated, zip(items, items.map { $0.isRepeated ? $0.rows : 0 }), of: statistics.repeated,
        hidesLabels: false, facts: facts))
    return rows
  }

  /// - Parameters:
  ///   - items: each with how many of its rows are of the class.
  ///   - all: how many rows of the class there are, named or not.
  private static func row(
    _ name: String, _ items: some Sequence<(Item, Int)>, of all: Int, hidesLabels: Bool, facts: Facts
  ) -> [String] {
    let named = items.filter { $0.1 > 0 }
    let hidden = all - named.reduce(0) { $0 + $1.1 }
    if named.isEmpty {
      return [name, hidden > 0 ? "\(hidden) 件，未公开" : hidesLabels ? "没有公开的件" : none, none]
    }
    let notes = named.compactMap { item, _ in
      facts.notes.first { $0.number == item.number }.map { named.count > 1 ? "第\(item.number)号：\($0.text)" : $0.text }
    }
    let names = named.map { "\($0.0.title)（第\($0.0.number)号）" } + (hidden > 0 ? ["另有 \(hidden) 件未公开"] : [])
    return [name, lines(names), lines(notes)]
  }

  private static func rules(_ facts: Facts) -> [Content] {
    [facts.rules.map(\.name), facts.rules.map(\.date), facts.rules.map(\.summary)].map { .text(numbered($0)) }
  }

  private static func examples(of items: [Item], facts: Facts) -> [Content] {
    let examples = facts.examples.compactMap { note in
      items.first { $0.number == note.number }.map { (name: "\($0.title)（第\($0.number)号）", note: note.text) }
    }
    return [.text(numbered(examples.map(\.name))), .text(numbered(examples.map(\.note)))]
  }

  private static func lines(_ texts: [String]) -> String { texts.joined(separator: "\n") }

  /// Several texts with numbers, so that those of neighbouring columns can be told to belong together.
  private static func numbered(_ texts: [String]) -> String {
    texts.count < 2 ? texts.joined() : lines(texts.enumerated().map { "\($0.offset + 1). \($0.element)" })
  }
}
