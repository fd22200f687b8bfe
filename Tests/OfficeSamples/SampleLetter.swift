/// A Word file for tests, written as XML by hand.
package struct SampleLetter {
  private static let space = "http://schemas.openxmlformats.org/wordprocessingml/2006/main"
  private static let types = "http://schemas.openxmlformats.org/officeDocument/2006/relationships"

  /// What stands in its `body`.
  package var body: String
  /// Further parts.
  package var others: [(name: String, text: String)] = []

  package init(_ lines: [String]) { body = lines.map(Self.paragraph).joined() }

  package static func paragraph(_ text: String) -> String {
    "<w:p><w:r><w:t xml:space=\"preserve\">\(SampleWorkbook.escaped(text))</w:t></w:r></w:p>"
  }

  package var bytes: [UInt8] {
    SampleArchive.of(
      [
        (
          "_rels/.rels",
          "<Relationships xmlns=\"http://schemas.openxmlformats.org/package/2006/relationships\"><Relationship Id=\"a\" "
            + "Type=\"\(Self.types)/officeDocument\" Target=\"word/document.xml\"/></Relationships>"
        ),
        ("word/document.xml", "<w:document xmlns:w=\"\(Self.space)\"><w:body>\(body)</w:body></w:document>"),
      ] + others)
  }
}
