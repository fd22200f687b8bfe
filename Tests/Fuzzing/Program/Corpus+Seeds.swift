import Diagnostics
import Disclosure
import Foundation
import OfficeSamples

/// What seeds are cut from: the demonstration, the inputs of other tests, and a few of its own.
extension Corpus {
  /// Each two rows of a ledger below its first lines, in all the encodings and with both separators.
  static var tables: [[UInt8]] {
    files(in: "content/records", suffix: ".csv").flatMap { path in
      let lines = text(path).split(separator: "\n", omittingEmptySubsequences: false)
      return stride(from: 2, to: lines.count - 1, by: 2).flatMap { row in
        let table = (lines[..<2] + lines[row..<min(row + 2, lines.count)]).joined(separator: "\n") + "\n"
        let tabbed = table.replacing(",", with: "\t")
        return [
          Array(table.utf8), [0xEF, 0xBB, 0xBF] + table.utf8, Array(tabbed.utf8), encoded(table, .gb18030),
          encoded(tabbed, .gb18030), [0xFF, 0xFE] + encoded(table, .utf16LittleEndian),
        ]
      }
    }
  }

  private enum Encoding: String {
    case gb18030 = "GB18030"
    case utf16LittleEndian = "UTF-16LE"
  }

  private static func encoded(_ text: String, _ encoding: Encoding) -> [UInt8] {
    var text = Array(text.utf8)
    var encoded = [UInt8](repeating: 0, count: text.count * 2)
    let converter = iconv_open(encoding.rawValue, "UTF-8")
    defer { iconv_close(converter) }
    let count = text.withUnsafeMutableBytes { text in
      encoded.withUnsafeMutableBytes { encoded in
        var source = text.baseAddress?.assumingMemoryBound(to: CChar.self)
        var target = encoded.baseAddress?.assumingMemoryBound(to: CChar.self)
        var (left, room) = (text.count, encoded.count)
        _ = iconv(converter, &source, &left, &target, &room)
        return encoded.count - room
      }
    }
    return Array(encoded[..<count])
  }

  /// The same rows as worksheets, with shared strings, formats and merged cells among them.
  static var worksheets: [[UInt8]] {
    files(in: "content/records", suffix: ".csv").flatMap { path in
      let lines = text(path).split(separator: "\n", omittingEmptySubsequences: false).map { line in
        line.split(omittingEmptySubsequences: false) { $0 == "," || $0 == "\t" }.map(String.init)
      }
      let header = lines.firstIndex { $0.contains("类型") } ?? 0
      return stride(from: header + 1, to: lines.count - 1, by: 2).map { row in
        var workbook = SampleWorkbook(
          SampleWorkbook.Sheet(
            "台账",
            rows: SampleWorkbook.rows(Array(lines[header..<header + 1] + lines[row..<min(row + 2, lines.count)]))
              + "<row r=\"9\" hidden=\"1\"><c r=\"AY9\" t=\"s\"><v>0</v></c><c r=\"AZ9\" s=\"1\"><f>A1</f><v>45432</v></c></row>",
            rest: "<mergeCells><mergeCell ref=\"A2:A3\"/></mergeCells>"))
        workbook.strings = ["<si><r><t>建</t></r><rPh><t>a</t></rPh><r><t>议_x000D_</t></r></si>"]
        workbook.formats = ["yyyy/m/d", "0000"]
        let parts = Dictionary(workbook.parts.map { ($0.name, $0.text) }) { first, _ in first }
        let names = ["xl/worksheets/sheet1.xml", "xl/sharedStrings.xml", "xl/styles.xml"]
        return Array(names.compactMap { parts[$0] }.joined(separator: "\u{1E}").utf8)
      }
    }
  }

  /// Each item of a list in YAML, and the list under a key.
  static func list(_ path: String, startingWith mark: String) -> [[UInt8]] {
    let items = text(path).split(separator: "\n" + mark).dropFirst().map { mark + $0 + "\n" }
    return items.map { Array($0.utf8) } + items.prefix(5).map { Array("记录:\n\($0)".utf8) }
  }

  static func objects(_ path: String) -> [[UInt8]] {
    text(path).split(separator: "\n  },\n").map { part in
      Array("[{\(part.drop { $0 != "{" }.dropFirst().prefix { $0 != "}" })}]".utf8)
    }
  }

  /// The figures that the demonstration has published, a scope or two at a time, and what of a data package is read.
  static var bodies: [[UInt8]] {
    let scopes = text("public/data/statistics.json").split(separator: "\n")
      .filter { $0.contains("\"session\": null, \"unit\": null}") }
      .map { $0.hasSuffix(",") ? $0.dropLast() : $0 }
    let pairs = zip(scopes, scopes.dropFirst()).map { "\($0),\n\($1)" }
    return (scopes.map(String.init) + pairs).map { Array("[\n\($0)\n]\n".utf8) } + [
      Array("[]\u{1E}".utf8) + dataPackage
    ]
  }

  /// With the definitions of all figures.
  static let dataPackage: [UInt8] = {
    let fields = Statistics.fields.filter { BodyMeasure.definedFields.contains($0.name) }
    let schema = JSONValue.object([
      ("fields", .list(fields.map { .object([("name", .text($0.name)), ("description", .text($0.meaning))]) }))
    ])
    var bytes: [UInt8] = []
    JSONText.write(
      [
        ("title", .text("办理结果公开")), ("homepage", .text("https://www.example.gov.cn/jyta/")),
        ("created", .text("2025-09-30T00:00:00+08:00")),
        ("resources", .list([.object([("path", .text("statistics.json")), ("schema", schema)])])),
      ], into: &bytes)
    return bytes
  }()

  /// The settings that are needed, with each of the others.
  static var settings: [[UInt8]] {
    let lines = text("content/site.yaml").split(separator: "\n").filter { !$0.hasPrefix("#") }
    let keys = lines.indices.filter { !lines[$0].hasPrefix(" ") && !lines[$0].hasPrefix("-") }
    let blocks = zip(keys, keys.dropFirst() + [lines.count]).map { lines[$0..<$1].joined(separator: "\n") + "\n" }
    let needed = blocks.prefix(7).joined()
    return blocks.dropFirst(7).map { Array((needed + $0.prefix(1500)).utf8) }
      + blocks.map { Array($0.prefix(1500).utf8) }
  }

  /// The front matter of each narrative with so many blocks of its text.
  static func narratives(blocks: Int) -> [[UInt8]] {
    ["content/replies", "content/reports", "content/bulletins"].flatMap { files(in: $0, suffix: ".md") }
      .flatMap { path in
        let parts = text(path).split(separator: "\n---\n", maxSplits: 1)
        let (head, body) = parts.count == 2 ? (parts[0] + "\n---\n", parts[1]) : ("", parts[0])
        let paragraphs = body.split(separator: "\n\n")
        return stride(from: 0, to: blocks > 1 ? paragraphs.count : 1, by: blocks).map { start in
          Array((head + "\n" + paragraphs[start...].prefix(blocks).joined(separator: "\n\n") + "\n").utf8)
        }
      }
  }

  /// The specification's examples, and blocks of texts.
  static var markdown: [[UInt8]] {
    let fence = String(repeating: "`", count: 32)
    let examples = ["commonmark-0.29", "gfm-tables"].flatMap { name in
      text("Tests/Markdown/Resources/\(name).txt").replacing("→", with: "\t").split(separator: fence + " example\n")
        .dropFirst().compactMap { $0.split(separator: "\n.\n").first.map { Array(($0 + "\n").utf8) } }
    }
    let own = [
      "一、**抓制度完善。**制定\n办法。[^1]\n\n[^1]: 注。\n", "| 甲 | 乙 |\n| :- | -: |\n| 1 | 2 |\n", "- [ ] 甲\n- [x] 乙\n",
      "（一）甲\n1.乙。丙\n（1）丁\n", "[甲](../replies/1772.md \"乙\")\n![图](a.png)\n",
    ]
    return examples + narratives(blocks: 4).map(Self.body) + own.map { Array($0.utf8) } + [Vocabulary.fragment]
  }

  private static func body(of narrative: [UInt8]) -> [UInt8] {
    Array(String(decoding: narrative, as: UTF8.self).split(separator: "\n---\n").last.map { Array($0.utf8) } ?? [])
  }

  /// The cases of the template tests, each with the data of its file, and pieces of the demonstration's templates.
  static var templates: [[UInt8]] {
    let cases = files(in: "Tests/Templates/Resources/cases", suffix: ".txt").flatMap { path -> [[UInt8]] in
      let lines = text(path).split(separator: "\n")
      let data = lines.first { $0.hasPrefix("data ") }?.dropFirst("data ".count) ?? "{}"
      return lines.filter { $0.contains("{") && !$0.hasPrefix("data ") }.map { line in
        let template = line.split(separator: " :: ").last.map { $0.hasPrefix("x ") ? $0.dropFirst(2) : $0 } ?? ""
        return Array("\(template.replacing("⏎", with: "\n"))\u{1E}\(data)".utf8)
      }
    }
    let pieces = files(in: "templates", suffix: ".html").flatMap { path in
      let lines = text(path).split(separator: "\n")
      return stride(from: 0, to: lines.count, by: 12).map { start in
        Array(lines[start...].prefix(12).joined(separator: "\n").utf8)
      }
    }
    return cases + pieces
  }
}
