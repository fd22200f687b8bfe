/// A workbook for tests, written as XML by hand, so that it may have any shape.
package struct SampleWorkbook {
  private static let transitional = "http://schemas.openxmlformats.org/spreadsheetml/2006/main"
  private static let relationships = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  package struct Sheet {
    package var name: String
    package var state = "visible"
    /// What stands in its `sheetData`.
    package var rows: String
    /// What follows it.
    package var rest = ""

    package init(_ name: String, state: String = "visible", rows: String, rest: String = "") {
      self.name = name
      self.state = state
      self.rows = rows
      self.rest = rest
    }
  }

  package var sheets: [Sheet]
  /// The items of the shared strings, as XML; each one a `si`.
  package var strings: [String] = []
  /// The codes of the number formats of the styles 1, 2, …; a number is one that programs know.
  package var formats: [String] = []
  package var is1904 = false
  package var isStrict = false
  package var declaration = "<?xml version=\"1.0\" encoding=\"UTF-8\" standalone=\"yes\"?>"
  /// What stands before the names of elements, with its colon.
  package var prefix = ""

  package init(_ sheets: Sheet...) { self.sheets = sheets }

  /// A sheet whose cells are texts; an empty one is left out.
  package init(_ rows: [[String]]) {
    self.init(Sheet("台账", rows: Self.rows(rows)))
  }

  package static func rows(_ rows: [[String]]) -> String {
    rows.enumerated().map { row, cells in
      let cells = cells.enumerated().map { column, text in
        text.isEmpty ? "" : "<c r=\"\(reference(row, column))\" t=\"inlineStr\"><is><t>\(escaped(text))</t></is></c>"
      }
      return "<row r=\"\(row + 1)\">\(cells.joined())</row>"
    }.joined()
  }

  package static func reference(_ row: Int, _ column: Int) -> String {
    var letters = ""
    var rest = column + 1
    while rest > 0 {
      letters = String(Character(Unicode.Scalar(UInt8(0x41 + (rest - 1) % 26)))) + letters
      rest = (rest - 1) / 26
    }
    return letters + String(row + 1)
  }

  package static func escaped(_ text: String) -> String {
    text.replacing("&", with: "&amp;").replacing("<", with: "&lt;").replacing(">", with: "&gt;")
  }

  package var parts: [(name: String, text: String)] {
    let types = isStrict ? "http://purl.oclc.org/ooxml/officeDocument/relationships" : Self.relationships
    let list = sheets.enumerated().map { index, sheet in
      "<sheet name=\"\(Self.escaped(sheet.name))\" sheetId=\"\(index + 1)\" state=\"\(sheet.state)\" r:id=\"r\(index)\"/>"
    }
    let links = sheets.indices.map { link("r\($0)", types + "/worksheet", "worksheets/sheet\($0 + 1).xml") }
    let codes = formats.enumerated().map { index, code in
      id(code) == nil
        ? "<numFmt numFmtId=\"\(200 + index)\" formatCode=\"\(Self.escaped(code).replacing("\"", with: "&quot;"))\"/>"
        : ""
    }
    let styles = formats.enumerated().map { index, code in "<xf numFmtId=\"\(id(code) ?? 200 + index)\"/>" }
    return [
      ("_rels/.rels", relations([link("a", types + "/officeDocument", "xl/workbook.xml")])),
      (
        "xl/workbook.xml", document("workbook", "<workbookPr date1904=\"\(is1904)\"/><sheets>\(list.joined())</sheets>")
      ),
      (
        "xl/_rels/workbook.xml.rels",
        relations(
          links + [
            link("s", types + "/sharedStrings", "/xl/sharedStrings.xml"), link("f", types + "/styles", "styles.xml"),
          ])
      ),
      ("xl/sharedStrings.xml", document("sst", strings.joined())),
      (
        "xl/styles.xml",
        document(
          "styleSheet", "<numFmts>\(codes.joined())</numFmts><cellXfs><xf numFmtId=\"0\"/>\(styles.joined())</cellXfs>")
      ),
    ]
      + sheets.enumerated().map { index, sheet in
        (
          "xl/worksheets/sheet\(index + 1).xml",
          document("worksheet", "<sheetData>\(sheet.rows)</sheetData>\(sheet.rest)")
        )
      }
  }

  private func id(_ code: String) -> Int? { code.hasPrefix("0") ? nil : Int(code) }

  package var bytes: [UInt8] { SampleArchive.of(parts) }

  private func link(_ id: String, _ type: String, _ target: String) -> String {
    "<Relationship Id=\"\(id)\" Type=\"\(type)\" Target=\"\(target)\"/>"
  }

  private func relations(_ links: [String]) -> String {
    "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\">\(links.joined())</Relationships>"
  }

  private func document(_ root: String, _ content: String) -> String {
    let space = isStrict ? "http://purl.oclc.org/ooxml/spreadsheetml/main" : Self.transitional
    let declared = prefix.isEmpty ? "xmlns" : "xmlns:\(prefix.dropLast())"
    let text = "<\(root) \(declared)=\"\(space)\" xmlns:r=\"\(Self.relationships)\">\(content)</\(root)>"
    let prefixed =
      prefix.isEmpty
      ? text
      : text.replacing("</", with: "\u{1}").replacing("<", with: "<" + prefix).replacing("\u{1}", with: "</" + prefix)
    return declaration + prefixed
  }
}
