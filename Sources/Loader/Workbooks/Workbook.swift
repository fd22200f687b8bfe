import Diagnostics
import OpenXML

/// An XLSX workbook: which worksheets it has, and what their cells share.
struct Workbook {
  struct Sheet {
    let name: String
    let isHidden: Bool
    /// Its part in the package.
    let part: String
  }

  static let kind = " Excel 工作簿（.xlsx）"

  let package: OfficePackage
  let sheets: [Sheet]
  /// Whether days are counted from 1904, as Excel for Macintosh did.
  let is1904: Bool
  let strings = SharedStrings()
  let formats = NumberFormats()

  /// - Throws: for damage, and for other kinds of files.
  init(_ package: OfficePackage) throws(Diagnostic) {
    self.package = package
    guard let main = try Relationships(of: "", in: package).first("officeDocument"), !main.part.hasSuffix(".bin") else {
      throw OfficeFault.wrongKind(package.file, wanted: Self.kind, found: Self.otherKind(package))
    }
    let handler = Handler()
    try XMLReader(main.part, of: package, to: handler).readAll()
    guard handler.root == "workbook" else {
      let kinds = ["document": " Word 文档", "presentation": "演示文稿"]
      throw OfficeFault.wrongKind(package.file, wanted: Self.kind, found: kinds[handler.root])
    }
    let related = try Relationships(of: main.part, in: package)
    is1904 = handler.is1904
    sheets = handler.sheets.compactMap { sheet in
      // Sheets of charts and dialogs hold no rows.
      guard let target = related[sheet.id], target.type == "worksheet" else { return nil }
      return Sheet(name: sheet.name, isHidden: sheet.isHidden, part: target.part)
    }
    if sheets.isEmpty { throw OfficeFault.damaged(package.file, "工作簿里没有工作表") }
    if let part = related.first("sharedStrings")?.part { try XMLReader(part, of: package, to: strings).readAll() }
    if let part = related.first("styles")?.part { try XMLReader(part, of: package, to: formats).readAll() }
  }

  private static func otherKind(_ package: OfficePackage) -> String? {
    if package.contains("xl/workbook.bin") { return "二进制工作簿（.xlsb）" }
    return package.contains("mimetype") ? " OpenDocument 文件（.ods、.odt）" : "别的压缩文件"
  }

  private final class Handler: XMLHandler {
    var root = ""
    var is1904 = false
    var sheets: [(name: String, isHidden: Bool, id: String)] = []

    func start(_ name: XMLName, _ attributes: XMLAttributes) {
      if root.isEmpty { root = name.local }
      switch name {
      case "workbookPr": is1904 = attributes.isOn("date1904")
      case "sheet":
        guard let title = attributes["name"], let id = attributes["id"] else { return }
        sheets.append((title, ["hidden", "veryHidden"].contains(attributes["state"]), id))
      default: break
      }
    }

    func end(_ name: XMLName) -> Bool { true }
    func text(_ text: UnsafeBufferPointer<UInt8>) {}
  }
}
