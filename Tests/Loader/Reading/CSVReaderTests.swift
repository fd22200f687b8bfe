import Diagnostics
import Testing

@testable import Loader

@Suite struct CSVReaderTests {
  private func rows(_ text: String) throws(Diagnostic) -> [[String]] {
    var reader = CSVReader(Array(text.utf8), file: "a.csv")
    var row = TableRow()
    var rows: [[String]] = []
    while try reader.read(into: &row) {
      rows.append(row.cells.map { String(decoding: row.bytes[$0.range], as: UTF8.self) })
    }
    return rows
  }

  @Test(arguments: [
    ("", []),
    ("a", [["a"]]),
    ("a,b\n", [["a", "b"]]),
    ("a,b\r\nc,d\re,f\ng,h", [["a", "b"], ["c", "d"], ["e", "f"], ["g", "h"]]),
    ("a,,\n,,\n", [["a", "", ""], ["", "", ""]]),
    ("a,", [["a", ""]]),
    ("a\n\nb\n", [["a"], [""], ["b"]]),
    ("\u{3000}a ,\u{A0}b\n", [["\u{3000}a ", "\u{A0}b"]]),
    ("\"a,b\",\"c\"\n", [["a,b", "c"]]),
    ("\"a\n b\r\nc\rd\",e\n", [["a\n b\r\nc\rd", "e"]]),
    ("\"\"\"a\"\"\",\"\"\n", [["\"a\"", ""]]),
    ("关于\"两山\"的建议,5\"\n", [["关于\"两山\"的建议", "5\""]]),
    ("\"a\"", [["a"]]),
    ("a\tb,c\td\n1\t2\t3\n", [["a", "b,c", "d"], ["1", "2", "3"]]),
    ("\"x,y,z,u\"\tb\n1\t2\n", [["x,y,z,u", "b"], ["1", "2"]]),
    ("\"x\ty\tz\",b\n1,2\n", [["x\ty\tz", "b"], ["1", "2"]]),
  ]) func readsRows(text: String, expected: [[String]]) throws {
    #expect(try rows(text) == expected)
  }

  @Test(arguments: [
    ("a,\"b\nc,d\n", "csv/unclosed-quote 1:3 这个单元格开头的引号没有收尾 → 请在单元格末尾补上半角双引号；内容里的半角双引号要写两遍"),
    ("a,b\r\n中文,\"", "csv/unclosed-quote 2:4 这个单元格开头的引号没有收尾 → 请在单元格末尾补上半角双引号；内容里的半角双引号要写两遍"),
    (
      "a,b\n\"甲\n乙\"丙,d\n",
      "csv/after-quote 3:3 引号已经收尾，后面却还有内容（单元格从第 2 行第 1 列开始） → 内容里的半角双引号要写两遍，或改用中文引号；也请检查是否漏了逗号"
    ),
    (
      "\"a\" ,b\n",
      "csv/after-quote 1:4 引号已经收尾，后面却还有内容（单元格从第 1 行第 1 列开始） → 内容里的半角双引号要写两遍，或改用中文引号；也请检查是否漏了逗号"
    ),
    ("𬭎, \"b\"\n", "csv/before-quote 1:4 引号前面有空格 → 请删去引号前面的空格"),
  ]) func refusesBrokenQuotes(text: String, expected: String) {
    #expect(fault { () throws(Diagnostic) in try rows(text) } == expected)
  }

  @Test func tellsPlaces() throws {
    var reader = CSVReader(Array("𬭎甲,\"乙\r\n\"\"丙\",丁\r\n\r\n戊\r".utf8), file: "a.csv")
    var row = TableRow()
    var found: [String] = []
    while try reader.read(into: &row) {
      found.append("\(row.number)@\(row.line ?? 0)")
      found += row.cells.map { "\($0.line ?? 0):\($0.column ?? 0)" }
    }
    #expect(found == ["1@1", "1:1", "1:4", "2:6", "2@3", "3:1", "3@4", "4:1"])
  }

  @Test(arguments: UInt64(1)...200) func readsBackWhatWasWritten(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let delimiter = Bool.random(using: &generator) ? "," : "\t"
    let lineBreak = ["\n", "\r\n", "\r"].randomElement(using: &generator) ?? "\n"
    let width = Int.random(in: 2...5, using: &generator)
    // The delimiter is found out, for which there must be more of it than of the other one outside quotes.
    let header = (1...width).map { "列\($0)" }
    let rows = (0..<Int.random(in: 0...8, using: &generator)).map { _ in
      (0..<width).map { _ in randomText(&generator, of: "a甲𬭎 \u{3000}\",\t\n\r\u{301}") }
    }
    var text = ""
    for row in [header] + rows {
      let cells = row.map { cell in
        let mustQuote = cell.unicodeScalars.contains { "\",\t\n\r".unicodeScalars.contains($0) }
        guard mustQuote || Bool.random(using: &generator) else { return cell }
        return "\"" + String(cell.unicodeScalars.flatMap { $0 == "\"" ? ["\"", "\""] : [Character($0)] }) + "\""
      }
      text += cells.joined(separator: delimiter) + lineBreak
    }
    let read = try self.rows(text)
    #expect(read.map { $0.map { Array($0.utf8) } } == ([header] + rows).map { $0.map { Array($0.utf8) } })
  }
}
