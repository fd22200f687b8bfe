import Diagnostics

extension FigureTable {
  /// For a terminal: columns of one width, Chinese characters being two wide.
  package func text(title: String, asOf: String) -> String {
    let lines = sections.flatMap(\.lines)
    let widths = [
      lines.map { $0.name.displayWidth + 2 }, lines.map(\.value.displayWidth), lines.map { $0.wholeText.displayWidth },
      lines.map { $0.percentText.displayWidth },
    ].enumerated().map { max($0.element.max() ?? 0, Self.headings[$0.offset].displayWidth) }
    func row(_ cells: [String]) -> String {
      let padded = zip(cells, widths).enumerated().map { index, cell in
        let blanks = String(repeating: " ", count: max(0, cell.1 - cell.0.displayWidth))
        return index == 0 ? cell.0 + blanks : blanks + cell.0
      }
      var line = padded.joined(separator: "  ")
      while line.utf8.last == UInt8(ascii: " ") { line.removeLast() }
      return line.visible + "\n"
    }
    var text = "\(title.visible)\n截至 \(asOf)\n"
    for section in sections {
      text += "\n" + row([section.name] + Self.headings.dropFirst())
      for line in section.lines { text += row(["  " + line.name, line.value, line.wholeText, line.percentText]) }
      if let note = section.note { text += "  注：\(note)".visible + "\n" }
    }
    return text
  }

  private static let headings = ["", "件数", "分母", "百分比"]

  /// UTF-8 with a byte order mark, a figure a line.
  package var csv: [UInt8] {
    var bytes = CSVText.byteOrderMark + Array((Self.columns.joined(separator: ",") + "\r\n").utf8)
    for section in sections {
      for line in section.lines {
        for text in [section.name, line.name, line.code] {
          CSVText.write(text, into: &bytes)
          bytes.append(UInt8(ascii: ","))
        }
        // A plus would make it a formula.
        let percent = line.percent.map(Self.unsigned) ?? ""
        bytes += "\(Self.unsigned(line.value)),\(line.whole.map(String.init) ?? ""),\(percent)\r\n".utf8
      }
    }
    return bytes
  }

  private static func unsigned(_ number: String) -> String {
    number.hasPrefix("+") ? String(number.dropFirst()) : number
  }

  static let columns = ["分组", "项目", "代码", "件数", "分母", "百分比"]
}

extension FigureTable.Line {
  fileprivate var wholeText: String { whole.map(String.init) ?? "" }

  fileprivate var percentText: String { percent.map { $0 + "%" } ?? (whole == nil ? "" : "—") }
}
