import Diagnostics
import Testing

@testable import Loader

@Suite struct PlacedNodeTests {
  private func root(_ yaml: String) throws -> PlacedNode {
    PlacedNode(try #require(try YAMLReader.read(Array(yaml.utf8)[...], file: "a.yaml")), in: "a.yaml")
  }

  @Test func givesValues() throws {
    let root = try root(
      "标题: 甲\n编号: 0487\n是: 是\n真: true\n否: '否'\n数: １２\n负: -3\n一: 甲\n列: [甲, 1]\n空:\n波: ~\n引: ''\n方式: {主办: 牵头, 参阅: 知悉}\n")
    #expect(try root["标题"]?.text() == "甲")
    #expect(try root.required("编号").text() == "0487")
    #expect(try root["是"]?.boolean() == true)
    #expect(try root["真"]?.boolean() == true)
    #expect(try root["否"]?.boolean() == false)
    #expect(try root["数"]?.integer() == 12)
    #expect(try root["负"]?.integer() == -3)
    #expect(try root["一"]?.texts() == ["甲"])
    #expect(try root["列"]?.texts() == ["甲", "1"])
    #expect(root["空"] == nil && root["波"] == nil && root["没有"] == nil)
    #expect(try root["引"]?.text() == "")
    #expect(root["列"]?.place == Place("a.yaml", line: 9, column: 4, field: "列"))
    #expect(try root["列"]?.items().last?.place == Place("a.yaml", line: 9, column: 8, field: "列"))
    let entries = try root["方式"]?.entries().map { "\($0.key)=\(try $0.value.text())@\($0.value.place.field ?? "")" }
    #expect(entries == ["主办=牵头@主办", "参阅=知悉@参阅"])
  }

  @Test(arguments: [
    ("值: {甲: 1}", "value/type 1:4 “值”应是文字，这里却是几行“键: 内容”"),
    ("值: [甲]", "value/type 1:4 “值”应是文字，这里却是列表"),
  ]) func refusesWhatIsNoText(yaml: String, expected: String) throws {
    let value = try #require(try root(yaml)["值"])
    #expect(fault { () throws(Diagnostic) in try value.text() } == expected)
  }

  @Test(arguments: [
    ("值: [甲, [乙]]", "value/type 1:8 “值”应是文字，这里却是列表"),
    ("值: {甲: 乙}", "value/type 1:4 “值”应是文字，这里却是几行“键: 内容”"),
  ]) func refusesWhatIsNoListOfTexts(yaml: String, expected: String) throws {
    let value = try #require(try root(yaml)["值"])
    #expect(fault { () throws(Diagnostic) in try value.texts() } == expected)
  }

  @Test(arguments: [
    ("值: 对", "value/type 1:4 “值”应是“是”或“否”，这里却是文字“对”"),
    ("值: []", "value/type 1:4 “值”应是“是”或“否”，这里却是列表"),
  ]) func refusesWhatIsNoTruthValue(yaml: String, expected: String) throws {
    let value = try #require(try root(yaml)["值"])
    #expect(fault { () throws(Diagnostic) in try value.boolean() } == expected)
  }

  @Test(arguments: [
    ("值: 十二", "value/type 1:4 “值”应是整数，这里却是文字“十二”"),
    ("值: 1.5", "value/type 1:4 “值”应是整数，这里却是文字“1.5”"),
    ("值: 99999999999999999999", "value/type 1:4 “值”应是整数，这里却是文字“99999999999999999999”"),
    (
      "值: 一二三四五六七八九十一二三四五六七八九十一二",
      "value/type 1:4 “值”应是整数，这里却是文字“一二三四五六七八九十一二三四五六七八九十……”"
    ),
  ]) func refusesWhatIsNoInteger(yaml: String, expected: String) throws {
    let value = try #require(try root(yaml)["值"])
    #expect(fault { () throws(Diagnostic) in try value.integer() } == expected)
  }

  @Test func refusesWhatIsNoListAndNoMapping() throws {
    let root = try root("值: 日期：2024")
    let value = try #require(root["值"])
    let remedy = "请写成“日期: 内容”：半角冒号，后面空一格"
    #expect(
      fault { () throws(Diagnostic) in try value.items() }
        == "value/type 1:4 “值”应是列表（每项一行，以“- ”开头），这里却是文字“日期：2024” → \(remedy)")
    #expect(
      fault { () throws(Diagnostic) in try value.entries() }
        == "value/type 1:4 “值”应是几行“键: 内容”，这里却是文字“日期：2024” → \(remedy)")
    var diagnostics = Diagnostics()
    value.checkKeys(among: ["日期"], reporting: &diagnostics)
    #expect(
      diagnostics.list.map(summary) == ["value/type 1:4 “值”应是几行“键: 内容”，这里却是文字“日期：2024” → \(remedy)"])
  }

  @Test func refusesToBeWithoutWhatIsRequired() throws {
    let root = try root("\n甲: 1\n乙:\n")
    let missing = #expect(throws: Diagnostic.self) { try root.required("标题") }
    #expect(missing.map(summary) == "key/missing 2:1 缺少“标题” → 请补上：标题: 内容")
    let empty = #expect(throws: Diagnostic.self) { try root.required("乙") }
    #expect(empty.map(summary) == "key/missing 3:3 缺少“乙” → 请补上：乙: 内容")
    #expect(empty?.place.field == "乙")
  }

  @Test func reportsEachUnknownKey() throws {
    var diagnostics = Diagnostics()
    try root("站点名称: 甲\n专栏名: 乙\n色: 红\n主送:甲: 1\n")
      .checkKeys(among: ["站点名称", "专栏名称", "主送"], reporting: &diagnostics)
    #expect(
      diagnostics.list.map(summary) == [
        "key/unknown 2:1 不认识的键“专栏名” → 是不是要写“专栏名称”？",
        "key/unknown 3:1 不认识的键“色” → 可用的键：站点名称、专栏名称、主送",
        "key/unknown 4:1 不认识的键“主送:甲” → 请写成“主送: 内容”：半角冒号，后面空一格",
      ])
  }
}
