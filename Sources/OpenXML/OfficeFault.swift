import Diagnostics

/// What can be wrong with a file of Excel, Word or WPS before its content is looked at.
package enum OfficeFault {
  private static let resave = "请用 Excel、Word 或 WPS 打开它，另存为一个新文件"

  package static func damaged(_ file: String, _ what: String) -> Diagnostic {
    Diagnostic(
      .error, "office/damaged", at: Place(file), "文件损坏，读不下去：\(what)", hint: "请重新取一份完整的文件；若能打开，\(resave)")
  }

  package static func encrypted(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "office/encrypted", at: Place(file), "文件设了打开密码，读不了",
      hint: "请打开它，取消密码（文件—信息—保护—用密码进行加密，清空密码）以后再保存")
  }

  /// The binary formats that Office had until 2003.
  package static func old(_ file: String) -> Diagnostic {
    Diagnostic(
      .error, "office/old-format", at: Place(file), "这是旧版（2003 以前）的 Excel 或 Word 格式，读不了",
      hint: "请用 Excel、Word 或 WPS 打开它，表格另存为 .xlsx，文字另存为 .docx")
  }

  package static func tooLarge(_ file: String, _ part: String) -> Diagnostic {
    Diagnostic(
      .error, "office/too-large", at: Place(file),
      "解开压缩以后，里面的 \(part.visible) 超过上限 \(OfficePackage.maximumPartSize >> 20) MB",
      hint: "请删去不用的行、列和格式，或拆成几个文件；来历不明的文件不要使用")
  }

  package static func entities(_ file: String, _ part: String) -> Diagnostic {
    Diagnostic(
      .error, "office/entities", at: Place(file), "里面的 \(part.visible) 有文档类型定义（DTD），Office 文件不会有，可能是恶意文件",
      hint: "来历不明的文件不要使用；若是自己的文件，\(resave)")
  }

  /// - Parameters:
  ///   - wanted: the kind of file that the name promises, as people call it.
  ///   - found: what it is instead, if that can be seen.
  package static func wrongKind(_ file: String, wanted: String, found: String?) -> Diagnostic {
    Diagnostic(
      .error, "office/wrong-kind", at: Place(file), "扩展名说这是\(wanted)，内容\(found.map { "却是\($0)" } ?? "却不是")",
      hint: "请用原来的程序打开它，另存为\(wanted)；只改扩展名不行")
  }
}
