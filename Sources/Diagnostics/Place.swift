/// Where something stands: in a text file by line and column, in a ledger by sheet, row and field.
package struct Place: Sendable, Hashable {
  /// The path relative to the site, or as the user gave it on the command line.
  package var file: String
  /// Counted from 1.
  package var line: Int?
  /// Counted from 1, in Unicode scalars.
  package var column: Int?
  /// The name of the worksheet, for ledgers that have several.
  package var sheet: String?
  /// The row as the ledger's program shows it, counted from 1, title rows included.
  package var row: Int?
  /// The ledger's column or the key, as the ledger and the front matter name it.
  package var field: String?

  package init(
    _ file: String, line: Int? = nil, column: Int? = nil, sheet: String? = nil, row: Int? = nil, field: String? = nil
  ) {
    self.file = file
    self.line = line
    self.column = column
    self.sheet = sheet
    self.row = row
    self.field = field
  }

  /// The same place, narrowed to one field.
  package func at(field: String) -> Place {
    var place = self
    place.field = field
    return place
  }
}

extension Place: Comparable {
  package static func < (left: Place, right: Place) -> Bool {
    let leftKey = (left.file, left.sheet ?? "", left.row ?? 0, left.line ?? 0, left.column ?? 0)
    let rightKey = (right.file, right.sheet ?? "", right.row ?? 0, right.line ?? 0, right.column ?? 0)
    if leftKey == rightKey { return (left.field ?? "") < (right.field ?? "") }
    return leftKey < rightKey
  }
}

extension Place: CustomStringConvertible {
  /// As people read it: `content/replies/1772.md:12:3`, `content/records/2024.csv 第 12 行“答复日期”`,
  /// `content/records/2024.yaml:40:9 第 3 条“答复日期”`.
  package var description: String {
    var text = file
    if tableRow == nil, let line {
      text += ":\(line)"
      if let column { text += ":\(column)" }
    }
    return inside.isEmpty ? text : text + " " + inside
  }

  /// Where in the file, as people read it, apart from line and column: `工作表“2024年”第 12 行“答复日期”`.
  package var inside: String { inside(row.map { [$0] } ?? []) }

  /// The same field of several rows: `content/records/2024.csv 第 5、9、12 行“承办单位”`.
  func description(of rows: [Int]) -> String { "\(file) \(inside(rows))" }

  private func inside(_ rows: [Int]) -> String {
    var inside = ""
    if let sheet { inside += "工作表“\(sheet)”" }
    if !rows.isEmpty {
      let list = rows.prefix(Self.mostRows).map(String.init).joined(separator: "、")
      inside += "第 \(list) \(tableRow == nil ? "条" : "行")" + (rows.count > Self.mostRows ? "等 \(rows.count) 处" : "")
    }
    if let field { inside += "“\(field)”" }
    return inside
  }

  private static let mostRows = 12

  /// The row where a program numbers them, not the records of a structured file.
  var tableRow: Int? { [".yaml", ".yml", ".json"].contains { file.hasSuffix($0) } ? nil : row }
}
