import CXLSXWriter

/// How a cell looks.
package struct Style: Hashable {
  package enum Alignment: Hashable { case left, center, right }

  package var isBold = false
  /// In points.
  package var size = 10.5
  package var alignment = Alignment.left
  package var hasBorder = true
  package var wraps = true
  /// Whether the text begins at the cell's top instead of its middle.
  package var isTop = false
  /// Such as `0.0`.
  package var numberFormat = ""

  package init(_ change: (inout Style) -> Void = { _ in }) { change(&self) }

  func apply(to format: UnsafeMutablePointer<lxw_format>) {
    format_set_font_name(format, "宋体")
    format_set_font_size(format, size)
    if isBold { format_set_bold(format) }
    if hasBorder { format_set_border(format, UInt8(LXW_BORDER_THIN.rawValue)) }
    if wraps { format_set_text_wrap(format) }
    let horizontal =
      switch alignment {
      case .left: LXW_ALIGN_LEFT
      case .center: LXW_ALIGN_CENTER
      case .right: LXW_ALIGN_RIGHT
      }
    format_set_align(format, UInt8(horizontal.rawValue))
    format_set_align(format, UInt8((isTop ? LXW_ALIGN_VERTICAL_TOP : LXW_ALIGN_VERTICAL_CENTER).rawValue))
    if !numberFormat.isEmpty { format_set_num_format(format, numberFormat) }
  }
}
