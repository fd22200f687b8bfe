import Diagnostics
import Disclosure
import Foundation
import Site

@testable import Output
@testable import Spreadsheet

extension MessageCase {
  static let figures: [MessageCase] = [
    MessageCase(
      "number beyond 64 bits", "value/number",
      run: { try $0.render("{\"编号\": 20230000000000000001}") },
      says: """
        错误 站点/a.json:1:8：数“20230000000000000001”太大
          办法：这不是要计算的数，就写成文字："20230000000000000001"
        """),
    MessageCase(
      "number that is infinite", "value/number",
      run: { try $0.render("{\"比例\":\n [1e999]}") },
      says: """
        错误 站点/a.json:2:3：数“1e999”太大
          办法：这不是要计算的数，就写成文字："1e999"
        """),
    MessageCase(
      "data that is no object", "value/type",
      run: { try $0.render("\n  [1]") },
      says: """
        错误 站点/a.json:2:3：数据应是一个 JSON 对象
          办法：写成 {"名称": 值, …}
        """),
    MessageCase(
      "year without records", "usage/no-records", status: 2,
      files: [ledgerFile: ledger([[:], ["编号": "0217", "年份": "2023"]])],
      run: { $0.stats(FigureQuery(year: 2019)) },
      says: """
        错误 --year：台账里没有 2019 年的记录
          办法：台账里有：2023、2024
        """),
    MessageCase(
      "session without records", "usage/no-records", status: 2,
      run: { $0.stats(FigureQuery(session: "省十三届人大一次会议")) },
      says: """
        错误 --session：台账里没有“省十三届人大一次会议”的记录
          办法：台账里有：省十四届人大二次会议
        """),
    MessageCase(
      "scope without records", "usage/no-records", status: 2,
      run: { $0.stats(FigureQuery(year: 2024, unit: "示例省水利厅")) },
      says: """
        错误 content/records：这个范围里没有记录
          办法：放宽年份、类型、届次或承办单位
        """),
    MessageCase(
      "no session", "usage/session", status: 2, run: { $0.stats(FigureQuery(session: "二次会议")) },
      says: """
        错误 --session：看不懂的届次“二次会议”
          办法：写明级别、届和次，例如：省十四届人大二次会议、市政协七届三次会议
        """),
    MessageCase(
      "alias misspelt", "usage/unit", status: 2, run: { $0.stats(FigureQuery(unit: "省教育聽")) },
      says: """
        错误 --unit：没有“省教育聽”这个承办单位
          办法：是不是“省教育厅”？
        """),
    MessageCase(
      "unit of somewhere else", "usage/unit", status: 2, run: { $0.stats(FigureQuery(unit: "气象站")) },
      says: """
        错误 --unit：没有“气象站”这个承办单位
          办法：写 site.yaml 里承办单位的名称或别名
        """),
    MessageCase(
      "years without calendar", "site/calendar-missing", status: 0, files: beyondCalendars,
      run: { $0.stats() }, says: calendarMessage),
    MessageCase(
      "build over years without calendar", "site/calendar-missing", status: 0, files: beyondCalendars,
      says: calendarMessage),
    MessageCase(
      "unknown key of the form", "key/unknown", files: form("办里情况简介: {\"0216\": 甲}"),
      says: """
        错误 content/reports/2024.md:8:3：不认识的键“办里情况简介”
          办法：是不是要写“办理情况简介”？
        """),
    MessageCase(
      "unknown key in the form", "key/unknown", files: form("制度建设: [{制度名称: 办法, 时间: 2012年}]"),
      says: """
        错误 content/reports/2024.md:8:21：不认识的键“时间”
          办法：可用的键：制度名称、制定时间、内容简介
        """),
    MessageCase(
      "form on an unknown number", "document/form-number", files: form("办理情况简介: {\"0261\": 甲}"),
      says: """
        错误 content/reports/2024.md:8:20 “0261”：统计范围里没有编号“0261”的件
          办法：是不是“0216”？编号要与台账一致，这一件要在“统计范围”之内
        """),
    MessageCase(
      "form on a number of two", "document/form-number",
      files: form("办理范例: [{编号: 0216, 有关情况: 甲}]") + rows([:], ["类型": "提案", "届次": "省政协十四届二次会议", "公开方式": ""])
        + replyHead("类型: 建议"),
      says: """
        错误 content/reports/2024.md:8:27 “有关情况”：统计范围里有 2 件编号都是“0216”
          办法：在“统计范围”里写明类型和届次
        """),
    MessageCase(
      "form filled in twice", "document/form-twice",
      files: form("工作建议: 甲") + ["content/reports/2025.md": form("工作建议: 乙").values.first ?? nil],
      says: """
        错误 content/reports/2025.md “统计表”：“content/reports/2024.md”已经写了同一统计范围的“统计表”
          办法：同一统计范围的统计表只在一份报告里写，删去一处
        """),
    MessageCase(
      "mobile number in the form", "gate/personal-data", files: form("工作建议: 请拨13800138000"),
      says: """
        错误 content/reports/2024.md “统计表”：拟公开的内容里有手机号“138********”
          办法：删去后再公开；确属误报的，在复文（报告）的文件头写明：已核: [{规则: 手机号, 内容: 照抄原文, 理由: …}]
        """),
    MessageCase(
      "nowhere to put parts of a workbook", "system/spreadsheet", status: 3,
      run: { _ in
        Report { () throws(Diagnostic) in _ = try Workbook(title: "", author: "", created: 0, temporaryFolder: "/没有") }
      },
      says: """
        错误 XLSX：写不成 XLSX 文件：No such file or directory
          办法：请检查临时文件夹（TMPDIR，默认 /tmp）能不能写、磁盘有没有满，再运行一次
        """),
    MessageCase(
      "figures into a folder that is not there", "system/file-parent", status: 3,
      run: { Site($0.path, options: Options()).write([], to: $0.path + "/没有/统计表.xlsx") },
      says: """
        错误 站点/没有/统计表.xlsx：这里写不了文件：上级文件夹不存在，或者没有写文件名
          办法：请先建立上级文件夹，或检查 --output 的写法
        """),
    MessageCase(
      "figures where the column will be", "system/file-in-source", status: 3,
      run: { Site($0.path, options: Options()).write([], to: $0.path + "/public") },
      says: """
        错误 站点/public：“站点/public”里放的是原稿或成品，内部材料不能写到那里
          办法：请换一个文件夹
        """),
    MessageCase(
      "figures among the records", "system/file-in-source", status: 3,
      run: { Site($0.path, options: Options()).write([], to: $0.path + "/content/records/统计表.xlsx") },
      says: """
        错误 站点/content/records/统计表.xlsx：“站点/content”里放的是原稿或成品，内部材料不能写到那里
          办法：请换一个文件夹
        """),
    MessageCase(
      "figures in the place of a folder", "system/file-occupied", status: 3,
      run: { site in
        try site.write("甲", to: "别处/甲.txt")
        return Site(site.path, options: Options()).write([], to: site.path + "/别处")
      },
      says: """
        错误 站点/别处：该处已有文件夹、链接或别的东西，不是普通文件
          办法：请移走它，或换一个文件名
        """),
  ]

  private static let beyondCalendars =
    rows(["答复日期": "2026-12-28", "公开日期": "2027-01-25"], ["编号": "0217", "公开方式": "不予公开", "公开日期": "2031-05-28"])
    + settingsWith("2024-12-31", "2027-12-31")

  private static let calendarMessage = """
    警告 content/site.yaml “工作日历”：没有 2027 年的工作日历，这些年的节假日都算成了工作日，“二十个工作日内公开”的件数不准
      办法：按国务院办公厅的放假通知补上一段：- {年份: 2027, 节假日: […], 调休: […]}
    """

  /// The report with a line of 统计表, on line 8.
  private static func form(_ line: String) -> [String: String?] {
    reportWith("公开日期: 2024-12-02", "公开日期: 2024-12-02\n统计表: \n  \(line)")
  }
}

extension LittleSite {
  /// What `fuwen render` says of a template with this data.
  fileprivate func render(_ data: String) throws -> Report {
    try write("", to: "a.html")
    try write(data, to: "a.json")
    return Report { () throws(Diagnostic) in
      _ = try SingleTemplate.render(path + "/a.html", data: path + "/a.json", templates: nil)
    }
  }
}
