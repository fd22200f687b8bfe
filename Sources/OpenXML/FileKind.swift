/// What a file is by its first bytes, whatever its name says.
package enum FileKind: Sendable {
  /// A ZIP archive, as .xlsx and .docx are.
  case zip
  /// A compound file with a document of Office 2003 or earlier.
  case oldOffice
  /// A compound file that holds an encrypted document (MS-OFFCRYPTO, section 2.3.4.4).
  case encryptedOffice
  case pdf
  case html
  case rtf
  case other

  package init(_ bytes: [UInt8]) {
    if bytes.starts(with: [0x50, 0x4B, 0x03, 0x04]) || bytes.starts(with: [0x50, 0x4B, 0x05, 0x06]) {
      self = .zip
    } else if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0, 0xA1, 0xB1, 0x1A, 0xE1]) {
      self = bytes.firstRange(of: Self.encryptedStream) == nil ? .oldOffice : .encryptedOffice
    } else if bytes.starts(with: "%PDF-".utf8) {
      self = .pdf
    } else if bytes.starts(with: #"{\rtf"#.utf8) {
      self = .rtf
    } else {
      let start = String(decoding: bytes.prefix(512), as: UTF8.self).lowercased()
      self = ["<html", "<!doctype html", "<table"].contains { start.contains($0) } ? .html : .other
    }
  }

  /// The stream's name in the compound file's directory.
  private static let encryptedStream = "EncryptedPackage".utf16.flatMap { [UInt8($0 & 0xFF), UInt8($0 >> 8)] }

  /// As people call what is no Office file at all; `nil` where there is no name for it.
  package var name: String? {
    switch self {
    case .pdf: " PDF"
    case .html: "网页（有的系统导出的“表格”其实是网页）"
    case .rtf: " RTF 文档"
    case .zip, .oldOffice, .encryptedOffice, .other: nil
    }
  }
}
