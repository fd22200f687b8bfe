import Diagnostics
import OpenXML

/// The merged cells of a worksheet. A merged value belongs to each of its rows.
struct MergedCells {
  private struct Area {
    let first: CellReference
    let lastRow: Int
  }

  /// By their first row.
  private let areas: [Area]
  private var next = 0
  /// By column: to which row, and the value.
  private var open: [Int: (lastRow: Int, value: [UInt8])] = [:]

  /// Of no worksheet.
  init() { areas = [] }

  /// They stand behind the rows, so that a worksheet is looked through twice; its text tells whether it has any.
  init(of sheet: String, in package: OfficePackage) throws(Diagnostic) {
    let handler = Handler()
    try XMLReader(sheet, of: package, to: handler).readAll()
    areas = handler.areas.sorted { $0.first.row < $1.first.row }
  }

  private final class Handler: XMLHandler {
    var areas: [Area] = []

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      guard name == "mergeCell", let range = attributes["ref"] else { return }
      let corners = range.split(separator: ":").map { CellReference($0.utf8) }
      guard corners.count == 2, let first = corners[0], let last = corners[1], last.row > first.row else { return }
      areas.append(Area(first: first, lastRow: last.row))
    }

    func end(_ name: XMLName) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
  }

  /// Gives a row the values of the merged cells that it belongs to. Rows come in their order.
  ///
  /// A row that has nothing of its own is none: it is the lower part of a high one.
  mutating func complete(_ row: inout TableRow) {
    guard !areas.isEmpty, row.cells.contains(where: { !$0.range.isEmpty }) else { return }
    let index = row.number - 1
    for (column, area) in open {
      if area.lastRow < index { open[column] = nil } else { row.fill(column, with: area.value) }
    }
    while next < areas.count, areas[next].first.row <= index {
      let area = areas[next]
      next += 1
      guard area.first.row == index, area.first.column < row.cells.count else { continue }
      open[area.first.column] = (area.lastRow, Array(row.bytes[row.cells[area.first.column].range]))
    }
    row.isContinued = open.values.contains { $0.lastRow > index }
  }
}

extension TableRow {
  fileprivate mutating func fill(_ column: Int, with value: [UInt8]) {
    while cells.count <= column { cells.append(Cell(range: bytes.count..<bytes.count)) }
    guard cells[column].range.isEmpty else { return }
    cells[column].range = bytes.count..<bytes.count + value.count
    bytes += value
  }
}
