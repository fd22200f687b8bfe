import Diagnostics

/// What lies in `content/` where it is not read, and where it belongs.
enum UnreadFile {
  /// The folders of `content/`, and what people call them.
  private static let folders = [
    "records": ["record", "台账"], "replies": ["reply", "复文", "答复"], "reports": ["report", "报告", "总结"],
    "bulletins": ["bulletin", "动态", "简报"], "files": ["file", "附件"],
  ]

  /// A file that is no Markdown where only Markdown is read.
  static func amongNarratives(_ file: String) -> Diagnostic {
    let remedy =
      if isLetter(file), !file.hasPrefix("content/replies/") {
        "用 fuwen new 新建一份，把正文粘贴进去，再把它移到 content/ 外面"
      } else {
        remedy(for: file)
      }
    return Diagnostic(.warning, "file/unread", at: Place(file), "这里只读 .md 文件，没有读它", hint: remedy)
  }

  /// A file in `content/` itself; `nil` for those that belong there.
  static func inContent(_ file: String) -> Diagnostic? {
    let name = file.split(separator: "/").last?.lowercased() ?? ""
    guard ![SettingsReader.file, "content/history.tsv"].contains(file), !name.hasPrefix("readme") else { return nil }
    let isSettings = ["site.yml", "site.yaml.txt"].contains(name)
    return Diagnostic(
      .warning, "file/unread", at: Place(file), "直接放在 content/ 里的文件，没有读它",
      hint: isSettings ? "专栏设置的文件名是 site.yaml" : remedy(for: file))
  }

  /// A folder in `content/` that seems to be meant for one that is read; `nil` for others.
  static func folder(_ folder: String) -> Diagnostic? {
    let name = String(folder.dropFirst("content/".count)).lowercased()
    guard folders[name] == nil,
      let meant = folders.first(where: { $1.contains(name) })?.key
        ?? nearestName(to: name, among: folders.keys.sorted())
    else { return nil }
    return Diagnostic(.warning, "file/unread", at: Place(folder), "没有读这个文件夹", hint: "是不是要写“content/\(meant)”？是就改名")
  }

  private static func remedy(for file: String) -> String {
    let suffix = suffix(of: file)
    return switch suffix {
    case "docx": "导入它：fuwen import \(file)，再把它移到 content/ 外面"
    case _ where isLetter(file): "用 Word 或 WPS 把它另存为 .docx，放在 content/ 外面，再用 fuwen import 导入"
    case "md": "复文放到 content/replies/，总结和报告放到 content/reports/，动态放到 content/bulletins/"
    case _ where LedgerReader.Format(path: file) != nil || ["xls", "et", "ods"].contains(suffix):
      "台账放到 content/records/；别的移到 content/ 外面"
    default: "要让人下载的附件放到 content/files/；别的移到 content/ 外面"
    }
  }

  private static func isLetter(_ file: String) -> Bool {
    ["docx", "docm", "doc", "wps", "rtf", "odt"].contains(suffix(of: file))
  }

  private static func suffix(of file: String) -> String { file.split(separator: ".").last?.lowercased() ?? "" }
}
