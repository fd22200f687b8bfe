import Diagnostics
import Loader

/// Makes files of `content/` out of what offices have: Word letters and Excel ledgers.
package struct Importer: Sendable {
  /// A file that is to be made.
  package struct Product: Sendable {
    /// Relative to the site.
    package var path: String
    package let text: [UInt8]

    package init(path: String, text: [UInt8]) {
      self.path = path
      self.text = text
    }
  }

  private let sheets: [String]

  /// - Parameter sheets: the worksheets that the site's settings name.
  package init(sheets: [String]) { self.sheets = sheets }

  /// What a file becomes; `nil` when an error keeps it out.
  package func product(
    of bytes: [UInt8], file: String, reporting diagnostics: inout Diagnostics
  ) -> Product? {
    do throws(Diagnostic) {
      switch Self.suffix(of: file) {
      case "docx":
        let letter = try LetterImport(bytes, file: file)
        letter.report(into: &diagnostics)
        return Product(path: "content/replies/\(letter.name ?? Self.stem(of: file)).md", text: Array(letter.text.utf8))
      case "docm": throw WordFile.macros(file)
      case "xlsx", "csv", "tsv":
        guard let format = LedgerReader.Format(path: file) else { return nil }
        var found = Diagnostics()
        let ledger = LedgerImport(bytes, format, file: file, sheets: sheets, reporting: &found)
        diagnostics.add(contentsOf: found.list)
        return found.hasErrors ? nil : Product(path: "content/records/\(Self.stem(of: file)).csv", text: ledger.text)
      default:
        throw Diagnostic(
          .error, "import/format", at: Place(file), "导入不了这种文件",
          hint: "答复文件用 .docx，台账用 .xlsx 或 .csv；.doc、.wps、.rtf、.xls、.et 请用 Word、Excel 或 WPS 另存")
      }
    } catch {
      diagnostics.add(error)
      return nil
    }
  }

  static func suffix(of file: String) -> String { file.split(separator: ".").last?.lowercased() ?? "" }

  /// The file's name without folder and suffix.
  private static func stem(of file: String) -> String {
    let name = file.split(separator: "/").last ?? ""
    return String(name.lastIndex(of: ".").map { name[..<$0] } ?? name)
  }
}
