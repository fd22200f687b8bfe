import Diagnostics
import OpenXML

/// The number formats of a workbook's cells, by the number that a cell has for its style.
final class NumberFormats: XMLHandler {
  private var formats: [NumberFormat] = []
  private var codes: [Int: NumberFormat] = [:]
  private var isInCells = false

  subscript(style: Int) -> NumberFormat { formats.indices.contains(style) ? formats[style] : .number }

  func start(_ name: XMLName, _ attributes: XMLAttributes) {
    switch name {
    case "numFmt":
      guard let id = attributes["numFmtId"].flatMap({ Int($0) }), let code = attributes["formatCode"] else { return }
      codes[id] = NumberFormat(code: code)
    case "cellXfs": isInCells = true
    case "xf" where isInCells:
      let id = attributes["numFmtId"].flatMap { Int($0) } ?? 0
      formats.append(codes[id] ?? NumberFormat(builtIn: id) ?? .number)
    default: break
    }
  }

  func end(_ name: XMLName) -> Bool {
    if name == "cellXfs" { isInCells = false }
    return true
  }

  func text(_ text: UnsafeBufferPointer<UInt8>) {}
}
