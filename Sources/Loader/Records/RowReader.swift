import Diagnostics
import Disclosure

/// Reads the cells of one row of the ledger as the values that they stand for; what cannot be read becomes a
/// diagnostic at its cell.
struct RowReader {
  let row: LedgerRow
  let origin: Origin
  private(set) var diagnostics: [Diagnostic] = []

  init(_ row: LedgerRow) {
    let cells = zip(LedgerField.allCases, row.cells).map { field, cell in
      cell.flatMap { Self.saysNothing($0.text, in: field) ? nil : $0 }
    }
    self.row = LedgerRow(place: row.place, cells: cells, countsFrom1904: row.countsFrom1904)
    origin = Origin(
      place: row.place,
      positions: row.cells.map { $0.map { Origin.Position(line: $0.line ?? 0, column: $0.column ?? 0) } })
  }

  /// Whether a cell has only what people write where there is nothing to say. What decides on publication is taken as it
  /// stands.
  private static func saysNothing(_ text: String, in field: LedgerField) -> Bool {
    guard text.utf8.count <= 6 else { return false }
    switch field {
    case .kind, .session, .year, .number, .title, .unit, .role, .disclosure, .form, .secrecyReview, .disclosureReview,
      .publishedOn:
      return false
    case .keyTypes where text == "否": return true
    case .topics, .assistUnits, .office, .leader, .keyTypes, .contactModes, .conversions, .outcome, .followUp:
      // A formula that looks at an empty cell gives 0.
      return text == "0" || nothing.contains(text)
    default: return nothing.contains(text)
    }
  }

  private static let nothing: Set<String> = ["无", "/", "／", "\\", "-", "－", "—", "——", "--"]

  func text(_ field: LedgerField) -> String { row.cells[field.rawValue]?.text ?? "" }

  func isEmpty(_ field: LedgerField) -> Bool { row.cells[field.rawValue] == nil }

  /// The parts of a cell such as `电话、座谈`, each once.
  func list(_ field: LedgerField) -> [String] {
    var seen: Set<String> = []
    return text(field).unicodeScalars.split(whereSeparator: Self.isSeparator).compactMap { part in
      guard let first = part.firstIndex(where: { !$0.isBlank }), let last = part.lastIndex(where: { !$0.isBlank })
      else {
        return nil
      }
      let text = String(part[first...last])
      return seen.insert(text).inserted ? text : nil
    }
  }

  private static func isSeparator(_ scalar: Unicode.Scalar) -> Bool {
    switch scalar {
    case "、", "，", ",", "；", ";", "\n", "\r": true
    default: false
    }
  }

  mutating func fail(_ rule: String, _ field: LedgerField, _ message: String, hint: String? = nil) {
    diagnostics.append(Diagnostic(.error, rule, at: origin.place(of: field), message, hint: hint))
  }

  mutating func warn(_ rule: String, _ field: LedgerField, _ message: String, hint: String? = nil) {
    diagnostics.append(Diagnostic(.warning, rule, at: origin.place(of: field), message, hint: hint))
  }

  /// The text of a field that no record can do without.
  mutating func required(_ field: LedgerField) -> String? {
    if isEmpty(field) {
      fail("record/missing", field, "缺少“\(field.name)”", hint: "在这一行的“\(field.name)”栏填写")
      return nil
    }
    return text(field)
  }

  mutating func date(_ field: LedgerField) -> CalendarDate? {
    guard !isEmpty(field) else { return nil }
    if row.countsFrom1904, let date = Int(text(field)).flatMap({ CalendarDate(serial: $0, countsFrom1904: true) }) {
      return date
    }
    if let date = CalendarDate(text: text(field)) { return date }
    fail(
      "record/date", field, "“\(text(field))”不是日期，或者没有这一天", hint: "写成 2024-05-20、2024/5/20、2024.5.20 或 2024年5月20日")
    return nil
  }

  /// No year and no count is larger.
  private static let largest = 1_000_000

  mutating func integer(_ field: LedgerField) -> Int? {
    guard !isEmpty(field) else { return nil }
    var plain = text(field).halfWidth
    for unit in ["年", "人", "名"] where plain.hasSuffix(unit) { plain.removeLast() }
    let number = Int(plain)
    if let number, 0...Self.largest ~= number { return number }
    fail("record/number", field, "“\(text(field))”\(number == nil ? "不是整数" : "不会是这里的数")", hint: "只写数字，例如 12")
    return nil
  }

  mutating func bool(_ field: LedgerField) -> Bool {
    // Spreadsheets write TRUE.
    switch text(field).lowercased() {
    case "是", "√", "true": return true
    case "否", "", "×", "无", "false": return false
    default:
      fail("record/choice", field, "“\(field.name)”只能是“是”或“否”，这里是“\(text(field))”", hint: "改为“是”或“否”，或留空")
      return false
    }
  }

  mutating func choice<Choice>(_ field: LedgerField, _: Choice.Type) -> Choice?
  where Choice: RawRepresentable<String> & CaseIterable {
    guard !isEmpty(field) else { return nil }
    if let choice = Choice(rawValue: text(field)) { return choice }
    unknown(field, among: Choice.allCases.map(\.rawValue))
    return nil
  }

  /// The message for a word that is none of a list, with the nearest of the list, the list itself unless it is long, and
  /// what to do `otherwise`.
  mutating func unknown(
    _ field: LedgerField, among names: [String], rule: String = "record/choice", otherwise: String? = nil
  ) {
    let nearest = nearestName(to: text(field), among: names).map { "是不是“\($0)”？" } ?? ""
    let list = "可以写：\(names.joined(separator: "、"))"
    let remedy = names.count > 12 ? otherwise ?? list : otherwise.map { "\(list)；\($0)" } ?? list
    fail(rule, field, "不认识的\(field.name)“\(text(field))”", hint: nearest + remedy)
  }
}
