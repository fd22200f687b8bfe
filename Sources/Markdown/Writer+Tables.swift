import CMarkGFM

/// Where the writer is in a table.
struct TableState {
  /// Its place among the document's tables, counted from 1.
  var number = 0
  /// `l`, `c`, `r` or 0 for each column; belongs to the table's node.
  var alignments: UnsafePointer<UInt8>?
  var column = 0
  var isInHead = false
  var hasBody = false
}

extension Writer {
  /// A table scrolls within itself on a narrow screen, with the keyboard too. Columns are aligned by class, since HTML
  /// has given up the library's `align`.
  mutating func beginTablePart(_ node: Node) {
    html.beginLine()
    switch node.tablePart {
    case .table:
      table = TableState(
        number: table.number + 1, alignments: cmark_gfm_extensions_get_table_alignments(node))
      html.append(
        "<div class=\"table\" role=\"region\" aria-label=\"表格 \(table.number)\" tabindex=\"0\">\n<table>\n")
    case .row:
      table.column = 0
      table.isInHead = cmark_gfm_extensions_get_table_row_is_header(node) != 0
      if table.isInHead {
        html.append("<thead>\n")
      } else if !table.hasBody {
        html.append("<tbody>\n")
        table.hasBody = true
      }
      html.append("<tr>")
    case .cell:
      html.append(table.isInHead ? "<th scope=\"col\"" : "<td")
      switch table.alignments?[table.column] {
      case UInt8(ascii: "c"): html.append(" class=\"mid\"")
      case UInt8(ascii: "r"): html.append(" class=\"num\"")
      default: break
      }
      html.append(">")
    }
  }

  mutating func endTablePart(_ node: Node) {
    switch node.tablePart {
    case .table:
      html.append(table.hasBody ? "</tbody>\n</table>\n</div>\n" : "</table>\n</div>\n")
    case .row:
      warnOfLostCells(in: node)
      html.append(table.isInHead ? "\n</tr>\n</thead>\n" : "\n</tr>\n")
      text.beginLine()
    case .cell:
      html.append(table.isInHead ? "</th>" : "</td>")
      if node.pointee.next != nil { text.append("\t") }
      table.column += 1
    }
  }
}

extension Node {
  fileprivate enum TablePart { case table, row, cell }

  /// The library makes the types of these nodes as it goes and keeps them to itself.
  fileprivate var tablePart: TablePart {
    guard let parent = pointee.parent, parent.pointee.extension == pointee.extension else { return .table }
    return parent.pointee.parent?.pointee.extension == pointee.extension ? .cell : .row
  }
}
