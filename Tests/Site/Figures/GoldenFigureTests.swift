import Site
import Testing

/// The figures that five real documents state, each from a ledger with as many rows.
@Suite struct GoldenFigureTests {
  private let kindred = ["办理时限": "2024-05-20", "答复日期": "2024-05-10"]

  /// A bureau's table of 2018.
  @Test func table() throws {
    var ledger = Ledger()
    ledger.add(2, Ledger.answered + ["承办方式": "主办", "满意度": "满意"])
    ledger.add(14, Ledger.assisted)
    let figures = try FigureSite(ledger).figures()
    #expect(figures["total"] == 16)
    #expect((figures["byRole.lead"], figures["byRole.assist"], figures["byRole.reference"]) == (2, 14, 0))
    #expect((figures["satisfaction.dissatisfied"], figures["disclosure.public"]) == (0, 2))
    #expect(figures.rate("disclosure.rate") == "2/2 100.0")
    #expect(figures.rate("disclosure.rateOfAll") == "2/16 12.5")
    #expect(figures.rate("assistOnTime") == "14/14 100.0")
  }

  /// A bulletin of 2018 on three commissions.
  @Test func commissions() throws {
    let year = ["年份": "2018", "届次": "省十三届人大一次会议", "交办日期": "2018-02-20", "办理时限": "2018-05-20"]
    let answer = year + ["答复日期": "2018-05-10", "满意度": "满意", "沟通方式": "座谈"]
    let assist = year + ["承办方式": "会办", "会办意见送达日期": "2018-03-10"]
    var ledger = Ledger()
    for (unit, lead, others) in [("发改委", 135, 171), ("科技厅", 20, 27), ("经信委", 67, 36)] {
      ledger.add(lead, answer + ["承办单位": unit])
      ledger.add(others, assist + ["承办单位": unit])
    }
    ledger.add(251, ["承办单位": "发改委", "年份": "2017", "届次": "省十二届人大五次会议", "交办日期": "2017-02-20"])
    let site = try FigureSite(ledger, asOf: "2018-10-11")
    for (unit, total, lead, others) in [("发改委", 306, 135, 171), ("科技厅", 47, 20, 27), ("经信委", 103, 67, 36)] {
      let figures = try site.figures(FigureQuery(year: 2018, unit: unit))
      #expect((figures["total"], figures["byRole.lead"], figures["byRole.assist"]) == (total, lead, others))
      for rate in ["answeredRate", "onTime", "contacted", "satisfaction.rate"] {
        #expect(figures.rate(rate) == "\(lead)/\(lead) 100.0")
      }
    }
    #expect(try site.figures(FigureQuery(year: 2018, unit: "发改委"))["yearBefore.total"] == 251)
    let text = try site.text(FigureQuery(year: 2018, unit: "发改委"))
    #expect(text.contains(#/\n  比上年增减 +\+55 +251 +\+21\.9%\n/#))
    let all = try site.figures(FigureQuery(year: 2018))
    #expect((all["total"], all["byRole.lead"], all["byRole.assist"]) == (456, 222, 234))
  }

  /// A bulletin of 2025: a commission that met with 40 of 51, and a bureau's conversions.
  @Test func meetingsAndConversions() throws {
    var ledger = Ledger()
    ledger.add(40, kindred + ["承办单位": "卫生健康委", "见面情况": "已见面"])
    ledger.add(11, kindred + ["承办单位": "卫生健康委", "见面情况": "代表提出无需见面"])
    ledger.add(1, kindred + ["承办单位": "市场监管局", "转化形式": "政策措施、长效机制", "采纳条数": "11"])
    ledger.add(10, kindred + ["承办单位": "市场监管局", "转化形式": "工作实效", "采纳条数": "2"])
    ledger.add(45, Ledger.assisted + ["承办单位": "市场监管局"])
    let site = try FigureSite(ledger)
    let met = try site.figures(FigureQuery(unit: "卫生健康委"))
    #expect(met["byRole.lead"] == 51)
    #expect(met.rate("met") == "40/51 78.4")
    #expect(met.rate("metOrWaived") == "51/51 100.0")
    let converted = try site.figures(FigureQuery(unit: "市场监管局"))
    #expect(converted["total"] == 56)
    #expect(converted.rate("adopted.converted") == "11/56 19.6")
    #expect(converted["adopted.points"] == 31)
  }

  /// A city bureau's proposals of 2023, in that city's words for roles.
  @Test func cityBureau() throws {
    let own = [
      "类型": "提案", "届次": "市政协七届三次会议", "年份": "2023", "交办日期": "2023-03-01", "办理时限": "2023-06-01", "承办单位": "市场监管局",
    ]
    let answered = own + ["答复日期": "2023-05-20", "满意度": "满意"]
    var ledger = Ledger()
    ledger.add(3, answered + ["承办方式": "承办"])
    ledger.add(14, answered + ["承办方式": "主办"])
    ledger.add(1, own + ["承办方式": "主办", "编号": "20230505", "重点类别": "政协重点提案"])
    ledger.add(1, own + ["承办方式": "主办", "编号": "20230334", "延期至": "2023-12-31"])
    ledger.add(6, answered + ["承办方式": "分办"])
    for _ in 0..<5 { ledger.add(1, own + Self.assistance + ["重点类别": "政协重点提案"]) }
    ledger.add(36, own + Self.assistance)
    let labels = "承办方式: {承办: 单独办理, 汇办: 会办}\n"
    let site = try FigureSite(ledger, asOf: "2023-11-30", settings: labels)
    let figures = try site.figures(FigureQuery(year: 2023, kind: .proposal, session: "市政协七届三次会议"))
    #expect((figures["total"], figures["answering"]) == (66, 25))
    #expect((figures["byRole.sole"], figures["byRole.lead"], figures["byRole.separate"]) == (3, 16, 6))
    #expect((figures["byRole.assist"], figures["byRoleLabel.assist.汇办"], figures["byRoleLabel.sole.承办"]) == (41, 41, 3))
    #expect(figures.rate("answeredRate") == "23/25 92.0")
    // 64 of 66 are done: 23 replies, 41 opinions.
    #expect(figures.rate("assistOnTime") == "41/41 100.0")
    #expect(figures.open == ["20230505", "20230334"])
    // One is late, one was given more time.
    #expect(figures.rate("onTime") == "23/24 95.8")
    #expect(figures.rate("extended") == "0/0 null")
    let later = try FigureSite(ledger, asOf: "2024-01-15", settings: labels).figures()
    #expect((later.rate("onTime"), later.rate("extended")) == ("23/25 92.0", "0/1 0.0"))
    #expect((figures["satisfaction.satisfied"], figures["satisfaction.noFeedback"]) == (23, 2))
    #expect((figures["key.政协重点提案"], figures["answeringKey.政协重点提案"]) == (6, 1))
    #expect(try site.text().contains("注：还没有答复的：第20230334号、第20230505号\n"))
  }

  private static let assistance = ["承办方式": "汇办", "会办意见送达日期": "2023-04-01"]

  /// A province's report of 2022: shares that make 100.0, and 53 units.
  @Test func government() throws {
    var ledger = Ledger()
    var row = 0
    for (code, count) in [("A", 71), ("B", 93), ("C", 13), ("D", 4)] {
      for _ in 0..<count {
        ledger.add(1, kindred + ["答复类别": code, "承办单位": "单位\(row % 53)"])
        row += 1
      }
    }
    let site = try FigureSite(ledger)
    let figures = try site.figures()
    #expect((figures["total"], figures["units"]) == (181, 53))
    #expect(figures.rate("answeredRate") == "181/181 100.0")
    #expect(figures.classes == ["A 71 39.2", "B 93 51.4", "C 13 7.2", "D 4 2.2"])
    #expect(try !site.text().contains("四舍五入"))
  }

  /// A city's proposals of 2021: what several units answer is several replies.
  @Test func divided() throws {
    let classes = [("A", 461), ("B", 119), ("C", 32), ("D", 4)].flatMap { Array(repeating: $0.0, count: $0.1) }
    let replies = classes.map { kindred + ["答复类别": $0] }
    var ledger = Ledger()
    for index in 0..<49 { ledger.add((0..<2).map { replies[index * 2 + $0] + ["承办方式": "分办"] }) }
    for reply in replies[98...] { ledger.add([reply]) }
    let site = try FigureSite(ledger)
    let figures = try site.figures()
    #expect((figures["proposals"], figures["answering"], figures["answered"]) == (567, 616, 616))
    #expect(figures.classes == ["A 461 74.8", "B 119 19.3", "C 32 5.2", "D 4 0.6"])
    #expect(try site.text().contains("注：各项占比分别四舍五入，相加为 99.9%\n"))
  }

  /// Shares that a city printed as 38.3 and 46.4.
  @Test func roundedHalfUp() throws {
    var ledger = Ledger()
    for (code, count) in [("A", 297), ("B", 357), ("C", 119)] { ledger.add(count, kindred + ["答复类别": code]) }
    ledger.add(7, kindred)
    let figures = try FigureSite(ledger).figures()
    #expect(figures.classes == ["A 297 38.4", "B 357 46.2", "C 119 15.4", "D 0 0.0"])
    #expect(figures["unclassified"] == 7)
  }
}
