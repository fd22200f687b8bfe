import CTemplates
import Disclosure

/// A site that builds as it is, with one example in it.
package enum NewSite {
  package static var files: [NewFile] {
    templates + [
      NewFile(path: "content/site.yaml", text: settings),
      NewFile(path: "content/records/2025.csv", text: "\u{FEFF}" + ledger),
      NewFile(path: "content/replies/0001.md", text: reply),
    ]
  }

  /// The files of the demonstration's `templates/`, which the program carries in itself.
  package static var templates: [NewFile] {
    var files: [NewFile] = []
    var file = bundled_templates()
    while let path = file?.pointee.path, let text = file?.pointee.text {
      files.append(NewFile(path: String(String(cString: path).trimmingPrefix("../../")), text: String(cString: text)))
      file = file?.advanced(by: 1)
    }
    return files
  }

  /// All columns there are, and a row.
  private static var ledger: String {
    let fields = LedgerField.allCases
    return [fields.map(\.name), fields.map { example[$0] ?? "" }].map { $0.joined(separator: ",") + "\r\n" }.joined()
  }

  private static let example: [LedgerField: String] = [
    .kind: "建议", .session: "示例县十八届人大四次会议", .year: "2025", .number: "0001",
    .title: "关于增加公交班次的建议（这是示例，请换成自己的台账）", .proposer: "示例代表团", .category: "交通运输", .topics: "公共交通",
    .request: "这一行是示例：建议在上下班时间增加公交班次。", .unit: "示例县交通运输局", .role: "主办", .assignedOn: "2025-02-20",
    .dueOn: "2025-05-20", .contactModes: "电话", .meeting: "已见面", .documentNumber: "示交函〔2025〕1号",
    .repliedOn: "2025-05-12", .resultClass: "A", .satisfaction: "满意", .disclosure: "主动公开", .form: "全文",
    .secrecyReview: "通过", .disclosureReview: "通过", .publishedOn: "2025-05-19",
  ]

  private static let reply = """
    ---
    # 编号：台账里的编号，要加引号，否则开头的零会丢。程序凭它找到台账里的那一行。
    编号: "0001"
    主送: 示例代表团
    署名: 示例县交通运输局
    成文日期: 2025-05-12
    # 其余的项，运行 fuwen new reply 编号，新写一份时都有说明。
    ---

    你们提出的《关于增加公交班次的建议》收悉。现答复如下：

    一、这是一份示例

    这份答复和台账里的第0001号是示例，用来看专栏的样子。换成自己的台账和答复以后，请删去 content/records/2025.csv 和 content/replies/0001.md 这两个文件。

    二、正文怎样写

    一段一行，段与段之间空一行；“一、”“（一）”开头单独成行的就是标题，不用别的记号。

    """
}
