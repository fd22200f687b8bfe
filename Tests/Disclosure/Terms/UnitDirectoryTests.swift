import Disclosure
import Testing

@Suite("Units")
struct UnitDirectoryTests {
  private typealias Alias = UnitDirectory.Alias

  private static let market = UnitDirectory.Unit(name: "示例省市场监督管理局", code: "scjgj")
  private static let health = UnitDirectory.Unit(name: "示例省卫生健康委员会", code: "wjw")
  private static let change = CalendarDate(text: "2018-10-31")

  /// 省食药监局 went to one unit until the reform and to the other after it.
  private let directory = UnitDirectory([
    (
      market,
      [
        Alias(name: "省市场监管局"), Alias(name: "省质监局", until: change),
        Alias(name: "省食药监局", from: change?.adding(days: 1)), Alias(name: "示例省卫生健康委员会"),
      ]
    ),
    (health, [Alias(name: "省卫生健康委"), Alias(name: "省卫计委", until: change), Alias(name: "省食药监局", until: change)]),
  ])

  @Test(
    "finds a unit by its name and its aliases",
    arguments: [
      ("示例省市场监督管理局", "scjgj", nil), ("省市场监管局", "scjgj", "省市场监管局"), ("省质监局", "scjgj", "省质监局"),
      ("示例省卫生健康委员会", "wjw", nil), ("省卫计委", "wjw", "省卫计委"), ("省教育厅", nil, nil), ("", nil, nil),
    ])
  func finding(_ name: String, _ code: String?, _ alias: String?) {
    let found = directory.find(name)
    #expect(found?.unit.code == code)
    #expect(found?.alias?.name == alias)
  }

  @Test(
    "prefers the unit that had the name on the day",
    arguments: [
      ("2018-10-30", "wjw"), ("2018-10-31", "wjw"), ("2018-11-01", "scjgj"), ("2024-01-01", "scjgj"),
    ])
  func reorganisation(_ day: String, _ code: String) {
    #expect(directory.find("省食药监局", on: CalendarDate(text: day))?.unit.code == code)
  }

  @Test("finds a unit by a name that is out of date too, and says by which")
  func outOfDate() throws {
    let day = try #require(CalendarDate(text: "2019-01-01"))
    let found = try #require(directory.find("省质监局", on: day))
    #expect(found.unit == Self.market)
    #expect(found.alias?.isInForce(on: day) == false)
  }

  @Test(
    "an alias is in force from its first to its last day",
    arguments: [
      (nil, nil, "1999-01-01", true), ("2018-10-01", nil, "2018-09-30", false), ("2018-10-01", nil, "2018-10-01", true),
      (nil, "2018-10-31", "2018-10-31", true), (nil, "2018-10-31", "2018-11-01", false),
      ("2018-10-01", "2018-10-31", "2018-10-15", true), ("2018-10-01", "2018-10-31", "2018-11-01", false),
    ] as [(String?, String?, String, Bool)])
  func validity(_ from: String?, _ until: String?, _ day: String, _ isInForce: Bool) throws {
    let alias = Alias(
      name: "", from: from.flatMap { CalendarDate(text: $0) }, until: until.flatMap { CalendarDate(text: $0) })
    #expect(alias.isInForce(on: try #require(CalendarDate(text: day))) == isInForce)
  }

  @Test("lists names once and in order")
  func names() {
    #expect(directory.names == directory.names.sorted())
    #expect(directory.names.count == 7)
    #expect(!directory.isOpen)
    #expect(UnitDirectory([]).isOpen)
  }
}
