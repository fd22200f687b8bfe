import Diagnostics
import OpenXML

/// A workbook as a ledger: its first worksheet, or those that the site's settings name.
struct WorkbookLedger {
  private let workbook: Workbook
  private let columns: LedgerColumns

  init(_ workbook: Workbook, _ columns: LedgerColumns) {
    self.workbook = workbook
    self.columns = columns
  }

  private var file: String { workbook.package.file }

  /// - Parameter names: of the worksheets; without any, the first one that is not hidden.
  func read(
    _ names: [String], reporting diagnostics: inout Diagnostics, to consume: (LedgerRow?, inout Diagnostics) -> Void
  ) throws(Diagnostic) {
    if names.isEmpty { return try readChosen(reporting: &diagnostics, to: consume) }
    let sheets = workbook.sheets.filter { names.contains($0.name) }
    if sheets.isEmpty { throw noSheet(names) }
    for sheet in sheets {
      if sheet.isHidden {
        diagnostics.warning(
          "ledger/hidden-sheet", at: Place(file, sheet: sheet.name), "这张工作表是隐藏的，照样读取了", hint: "请取消隐藏，免得以后忘了改它")
      }
      try read(sheet, reporting: &diagnostics, to: consume)
    }
    try reportMisnamed(names, reporting: &diagnostics)
  }

  /// What looks like a ledger beside the named sheets, where one of the names is not there.
  private func reportMisnamed(_ names: [String], reporting diagnostics: inout Diagnostics) throws(Diagnostic) {
    let present = workbook.sheets.map(\.name)
    let missing = names.filter { !present.contains($0) }
    if missing.isEmpty { return }
    for sheet in workbook.sheets where !names.contains(sheet.name) {
      guard try isLedger(sheet) else { continue }
      diagnostics.warning(
        "ledger/other-sheet", at: Place(file, sheet: sheet.name),
        "这张工作表像台账，没有读取；“台账工作表”里写的\(missing.map { "“\($0)”" }.joined(separator: "、"))，这个文件里没有",
        hint: "要读的，改工作表的名称，或在 site.yaml 的“台账工作表”里写上“\(sheet.name)”")
    }
  }

  private func noSheet(_ names: [String]) -> Diagnostic {
    let present = workbook.sheets.map(\.name)
    let nearest = names.lazy.compactMap { nearestName(to: $0, among: present) }.first
    return Diagnostic(
      .error, "ledger/no-sheet", at: Place(file), "没有名为\(names.map { "“\($0)”" }.joined(separator: "或"))的工作表",
      hint: (nearest.map { "是不是“\($0)”？" } ?? "")
        + "改工作表的名称，或改 site.yaml 的“台账工作表”；这里有：\(present.joined(separator: "、"))")
  }

  private func read(
    _ sheet: Workbook.Sheet, reporting diagnostics: inout Diagnostics,
    to consume: (LedgerRow?, inout Diagnostics) -> Void
  ) throws(Diagnostic) {
    var reader = try SheetReader(sheet, of: workbook)
    var table = LedgerTable(columns, file: file, sheet: sheet.name)
    var row = TableRow()
    while try reader.read(into: &row) { try table.take(row, reporting: &diagnostics, to: consume) }
    table.finish(reporting: &diagnostics)
    guard let first = reader.hiddenRows.first, !table.isIncomplete else { return }
    let count = reader.hiddenRows.count
    let list = reader.hiddenRows.prefix(10).map(String.init).joined(separator: "、") + (count > 10 ? "……" : "")
    diagnostics.warning(
      "ledger/hidden-rows", at: Place(file, sheet: sheet.name, row: first), "有 \(count) 行是隐藏或筛掉的（第 \(list) 行），照样读取了",
      hint: "请取消隐藏和筛选，核对这些行；不要的行请删去")
  }

  /// The first sheet that is not hidden; the others are reported.
  private func readChosen(
    reporting diagnostics: inout Diagnostics, to consume: (LedgerRow?, inout Diagnostics) -> Void
  ) throws(Diagnostic) {
    let chosen = workbook.sheets.firstIndex { !$0.isHidden } ?? 0
    let sheet = workbook.sheets[chosen]
    var ledgers: [String] = []
    for sheet in workbook.sheets where try isLedger(sheet) { ledgers.append(sheet.name) }
    if !ledgers.isEmpty, !ledgers.contains(sheet.name) { throw notFirst(sheet, ledgers) }
    try read(sheet, reporting: &diagnostics, to: consume)
    for (index, other) in workbook.sheets.enumerated() where index != chosen {
      try reportUnread(
        other, besides: sheet, ledgers.contains(other.name) ? ledgers : [sheet.name], reporting: &diagnostics)
    }
  }

  /// Whether a sheet has a ledger's header row.
  private func isLedger(_ sheet: Workbook.Sheet) throws(Diagnostic) -> Bool {
    var reader = try SheetReader(sheet, of: workbook)
    var table = LedgerTable(columns, file: file, sheet: sheet.name)
    var (row, diagnostics) = (TableRow(), Diagnostics())
    while !table.hasHeader, try reader.read(into: &row) { try table.take(row, reporting: &diagnostics) { _, _ in } }
    return table.hasHeader && !table.isIncomplete
  }

  private func notFirst(_ sheet: Workbook.Sheet, _ ledgers: [String]) -> Diagnostic {
    Diagnostic(
      .error, "ledger/no-header", at: Place(file, sheet: sheet.name),
      "第一张工作表不是台账，像台账的是\(ledgers.map { "“\($0)”" }.joined())",
      hint: "在 site.yaml 里写明要读哪几张，例如“台账工作表: [\(ledgers.joined(separator: ", "))]”")
  }

  private func reportUnread(
    _ sheet: Workbook.Sheet, besides chosen: Workbook.Sheet, _ ledgers: [String],
    reporting diagnostics: inout Diagnostics
  ) throws(Diagnostic) {
    var reader = try SheetReader(sheet, of: workbook)
    var row = TableRow()
    guard try reader.read(into: &row) else { return }
    diagnostics.warning(
      "ledger/other-sheet", at: Place(file, sheet: sheet.name),
      "这张\(sheet.isHidden ? "隐藏的" : "")工作表有内容，没有读取：只读了“\(chosen.name)”",
      hint: "在 site.yaml 里写明要读哪几张，例如“台账工作表: [\(ledgers.joined(separator: ", "))]”；写明以后不再提示")
  }
}
