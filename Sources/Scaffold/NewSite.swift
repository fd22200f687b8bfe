import CTemplates

/// A site that builds as it is, with one example in it.
package enum NewSite {
  package static var files: [NewFile] {
    templates + [
      NewFile(path: "content/site.yaml", text: settings),
      NewFile(path: "content/records/2025.csv", text: "\u{FEFF}" + ledger.replacing("\n", with: "\r\n")),
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

  private static let ledger = """
    类型,届次,年份,编号,标题,提出人,联名人数,代表团,界别,类别,主题,建议内容,承办单位,承办方式,会办单位,责任处室,领办领导,重点类别,交办日期,办理时限,沟通方式,见面情况,\
    发文字号,答复日期,答复类别,满意度,公开方式,公开形式,不公开理由,保密审查,公开审查,公开日期,采纳情况,转化形式,转化成果,跟踪结果
    建议,示例县十八届人大四次会议,2025,0001,关于增加公交班次的建议（这是示例，请换成自己的台账）,示例代表团,,,,交通运输,公共交通,这一行是示例：建议在上下班时间增加公交班次。,\
    示例县交通运输局,主办,,,,,2025-02-20,2025-05-20,电话,已见面,示交函〔2025〕1号,2025-05-12,A,满意,主动公开,全文,,通过,通过,2025-05-19,,,,

    """

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
