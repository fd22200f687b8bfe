import Diagnostics
import Disclosure
import Testing

@testable import Loader

@Suite struct SettingsReaderTests {
  private static let needed = """
    站点名称: 示例省人民政府
    网址: https://www.example.gov.cn/zwgk/jyta
    网站标识码: "0900000001"
    专栏名称: 办理结果公开
    专栏说明: 公开办理结果。
    专栏关键词: [建议, 提案]
    主办单位: 办公厅

    """

  private func read(_ more: String) throws -> (column: Column, faults: [String]) {
    let node = try #require(try YAMLReader.read(Array((Self.needed + more).utf8)[...], file: SettingsReader.file))
    var reader = SettingsReader(node)
    return (reader.read(), reader.diagnostics.list.map(summary))
  }

  @Test func whatIsNeeded() throws {
    let (column, faults) = try read("")
    #expect(faults == [])
    #expect(column.siteName == "示例省人民政府" && column.siteCode == "0900000001" && column.keywords == "建议,提案")
    #expect(column.address == WebAddress(scheme: "https", host: "www.example.gov.cn", path: "/zwgk/jyta/"))
    // What is left out.
    #expect(column.proposerDisplay == .surname && !column.namesWithheldItems && column.asOf == nil)
    #expect(column.schemes == [.national] && column.units.isOpen && column.contact == "")
  }

  @Test func whatMayBeSaid() throws {
    let (column, faults) = try read(
      """
      联系方式: 0999-80000001
      ICP备案号: 示ICP备1号
      公安备案号: 示公网安备2号
      党政机关标识: ABC
      提出人显示: 隐藏
      公开未公开件标题: 是
      截至日期: 2025年9月30日
      承办方式: {协办: 会办, 牵头: 主办}
      主题: {加装电梯: dianti}
      旧网址: {/old/a.html: index.html}
      工作日历:
        - {年份: 2024, 节假日: [2024-10-01], 调休: [2024-10-12]}
      """)
    #expect(faults == [])
    #expect(column.contact == "0999-80000001" && column.icpRecord == "示ICP备1号" && column.badge == "ABC")
    #expect(column.proposerDisplay == .hidden && column.namesWithheldItems)
    #expect(column.asOf == CalendarDate(year: 2025, month: 9, day: 30))
    #expect(column.role(of: "协办") == .assist && column.role(of: "牵头") == .lead && column.role(of: "分办") == .separate)
    #expect(column.topicCodes == ["加装电梯": "dianti"])
    #expect(
      column.formerAddresses.map(\.former) == ["old/a.html"] && column.formerAddresses.map(\.present) == ["index.html"])
    let holiday = try #require(CalendarDate(year: 2024, month: 10, day: 1))
    let worked = try #require(CalendarDate(year: 2024, month: 10, day: 12))
    #expect(!column.workingDays.isWorking(holiday) && column.workingDays.isWorking(worked))
  }

  @Test(arguments: [
    ("2023", 2023...2023), ("2021-2022", 2021...2022), ("2023-", 2023...2199), ("-2022", 1900...2022),

  ])
  func yearsOfAScheme(_ years: String, _ range: ClosedRange<Int>) throws {
    let (column, faults) = try read(
      "答复类别:\n  - {方案: 甲, 类型: 提案, 年份: \"\(years)\", 类别: [{代码: A, 名称: 已解决, 含义: 好, 解决: 是}, {代码: B}]}\n")
    #expect(faults == [])
    let scheme = try #require(column.schemes.first)
    #expect(scheme.years == range && scheme.kinds == [.proposal])
    #expect(scheme.classes.map(\.code) == ["A", "B"] && scheme.classes.map(\.label) == ["已解决", "B"])
    #expect(scheme.classes.map(\.solved) == [true, false])
  }

  @Test func units() throws {
    let (column, faults) = try read(
      """
      承办单位:
        - 名称: 示例省市场监督管理局
          代码: scjgj
          别名:
            - 省市场监管局
            - {名称: 示例省质量技术监督局, 止: 2018-10-31}
        - {名称: 示例省教育厅}
      """)
    #expect(faults == [])
    #expect(column.units.units.map(\.code) == ["scjgj", "shilishengjiaoyuting"])
    #expect(column.units.find("省市场监管局")?.unit.code == "scjgj")
    let alias = try #require(column.units.find("示例省质量技术监督局")?.alias)
    #expect(alias.from == nil && alias.until == CalendarDate(year: 2018, month: 10, day: 31))
  }

  @Test(arguments: [
    ("甲: 乙", "key/unknown 8:1 不认识的键“甲”"), ("提出人显示: 名", "value/choice 8:8 不认识的提出人显示“名”"),
    ("承办单位: 甲", "value/type 8:7 “承办单位”应是列表"), ("承办单位:\n  - {代码: a}", "key/missing 9:5 缺少“名称”"),
    ("承办单位:\n  - {名称: 甲, 代码: -a}", "value/type 9:17 “代码”应是小写字母"),
    ("承办单位: [{名称: 甲, 别名: 乙}]", "value/type 8:20 “别名”应是列表"),
    ("主题: {甲: a, 乙: a}", "site/topic-code 8:15 主题“乙”的网址代码“a”与“甲”的相同"),
    ("答复类别: [{类别: [{代码: A}]}]", "key/missing 8:8 缺少“方案”"), ("答复类别: [{方案: 甲}]", "key/missing 8:8 缺少“类别”"),
    ("答复类别: [{方案: 甲, 类别: [{代码: A}, {代码: a}]}]", "site/class-code 8:30 方案“甲”里有两个类别的代码是“a”"),
    ("答复类别: [{方案: 甲, 年份: 2023-2022, 类别: [{代码: A}]}]", "value/type 8:20 “年份”应是年份"),
    ("工作日历: [{年份: 2024, 节假日: [2024-02-30]}]", "value/type 8:25 “节假日”应是日期"),
    ("旧网址: {a.pdf: index.html}", "page/former-address 8:14 旧网址“a.pdf”不能用"),
  ])
  func mistakes(_ more: String, _ fault: String) throws {
    let faults = try read(more).faults
    #expect(faults.first?.hasPrefix(fault) == true, "\(faults)")
    #expect(faults.count == 1, "\(faults)")
  }
}
