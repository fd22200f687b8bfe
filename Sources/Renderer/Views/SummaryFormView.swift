import Disclosure
import Templates

/// 统计表 as a page shows it: a table with merged headings, and, for narrow screens, a list for each group.
enum SummaryFormView {
  static let schema = Schema<SummaryForm>([
    .text("标题") { $0.title },
    .text("单位") { $0.unit },
    .text("日期") { $0.date.description },
    .list("组", groupSchema) { $0.placedGroups },
    .list("行", rowSchema) { form in form.body.map { Row(cells: $0.map { PlacedCell(cell: $0, form: form) }) } },
  ])

  fileprivate struct Column: Sendable {
    let name: String
    /// From 0.
    let position: Int

    /// The heading's `id`.
    var anchor: String { "tongjibiao-\(position + 1)" }

    static let schema = Schema<Column>([.text("名称") { $0.name }, .text("锚点") { $0.anchor }])
  }

  fileprivate struct Group: Sendable {
    let name: String
    let first: Int
    let width: Int
    let columns: [Column]
    let form: SummaryForm

    /// The heading's `id`.
    var anchor: String { "tongjibiao-zu-\(first + 1)" }

    /// Its cells, a row of the form after the other.
    var records: [Record] {
      form.body.map { row in
        Record(
          entries: row.filter { (first..<first + width).contains($0.column) }.map { cell in
            Entry(name: columns.isEmpty ? name : columns[cell.column - first].name, content: cell.content)
          })
      }
      .filter { !$0.entries.isEmpty }
    }
  }

  fileprivate struct Record: Sendable {
    let entries: [Entry]
  }

  fileprivate struct Entry: Sendable {
    let name: String
    let content: SummaryForm.Content
  }

  private struct Row: Sendable {
    let cells: [PlacedCell]
  }

  private struct PlacedCell: Sendable {
    let cell: SummaryForm.Cell
    let form: SummaryForm

    /// The `id`s of the headings above it.
    var headers: String {
      guard let group = form.placedGroups.last(where: { $0.first <= cell.column }) else { return "" }
      return group.columns.isEmpty
        ? group.anchor : group.anchor + " " + group.columns[cell.column - group.first].anchor
    }
  }

  private static let groupSchema = Schema<Group>([
    .text("名称") { $0.name },
    .text("锚点") { $0.anchor },
    .number("宽") { $0.width },
    .list("栏", Column.schema) { $0.columns },
    .list("内容", recordSchema) { $0.records },
  ])

  private static let recordSchema = Schema<Record>([.list("项", entrySchema) { $0.entries }])

  private static let entrySchema = Schema<Entry>([.text("名称") { $0.name }, .texts("段") { $0.content.lines }])

  private static let rowSchema = Schema<Row>([.list("格", cellSchema) { $0.cells }])

  private static let cellSchema = Schema<PlacedCell>([
    .text("表头") { $0.headers },
    .number("行数") { $0.cell.rows },
    .truth("是数") { if case .number = $0.cell.content { true } else { false } },
    .texts("段") { $0.cell.content.lines },
  ])
}

extension SummaryForm {
  fileprivate var placedGroups: [SummaryFormView.Group] {
    var first = 0
    return groups.map { group in
      defer { first += group.width }
      let columns = group.columns.enumerated().map {
        SummaryFormView.Column(name: $0.element, position: first + $0.offset)
      }
      return SummaryFormView.Group(name: group.name, first: first, width: group.width, columns: columns, form: self)
    }
  }
}

extension SummaryForm.Content {
  fileprivate var lines: [String] { text.split(separator: "\n").map(String.init) }
}
