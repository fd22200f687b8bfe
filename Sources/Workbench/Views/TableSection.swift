import Renderer

/// A table with its heading and what is to be done about its rows.
struct TableSection: Sendable {
  /// For its anchor.
  let name: String
  let title: String
  let note: String
  let columns: [String]
  let rows: [[String]]

  /// How many rows are shown.
  private static let limit = 1000

  private var cells: [[Cell]] {
    rows.prefix(Self.limit).map { row in zip(columns, row).map { Cell(column: $0, text: $1) } }
  }

  private var remainder: String {
    rows.count > Self.limit ? "只列出前 \(Self.limit) 件，还有 \(rows.count - Self.limit) 件。" : ""
  }

  static let schema = Schema<TableSection>([
    .text("锚点") { $0.name }, .text("标题") { $0.title }, .text("说明") { $0.note }, .texts("列") { $0.columns },
    .number("件数") { $0.rows.count }, .text("未列") { $0.remainder },
    .list("行", rowSchema) { $0.cells },
  ])

  private struct Cell: Sendable {
    let column: String
    let text: String
  }

  private static let rowSchema = Schema<[Cell]>([.list("格", cellSchema) { $0 }])
  private static let cellSchema = Schema<Cell>([
    .text("列") { $0.column }, .text("文字") { $0.text },
    // Dates and numbers stay on one line.
    .truth("短") { $0.text.utf8.count <= 10 },
  ])
}
