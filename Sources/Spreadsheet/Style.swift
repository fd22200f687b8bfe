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
    format_set_align(format, UInt8(LXW_ALIGN_VERTICAL_CENTER.rawValue))
  }
}
