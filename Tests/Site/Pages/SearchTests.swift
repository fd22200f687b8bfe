import Foundation
import Testing

/// The index of the search, as part of the output.
@Suite struct SearchTests {
  private static func files(withheld title: String, _ text: String) -> [String: String?] {
    [
      ledgerFile: """
      类型,届次,年份,编号,标题,提出人,承办单位,承办方式,交办日期,答复日期,答复类别,公开方式,公开日期
      建议,省十四届人大二次会议,2024,0216,关于加装电梯的建议,赵甲,示例省教育厅,主办,2024-02-20,2024-05-20,A,主动公开,2024-05-28
      建议,省十四届人大二次会议,2024,0217,\(title),赵甲,示例省教育厅,主办,2024-02-20,2024-05-20,A,不予公开,

      """,
      "content/replies/0217.md": "---\n编号: \"0217\"\n主送: 赵甲代表\n---\n\(text)\n",
    ]
  }

  /// Grams are hashed, so what leaves a trace is looked for by changing it.
  @Test func withheldTextLeavesNoTrace() throws {
    let first = try LittleSite(Self.files(withheld: "关于甲事的建议", "现答复如下：乙。"))
    let second = try LittleSite(Self.files(withheld: "关于丙事的建议", "现答复如下：丁丁。"))
    #expect(first.build().exitStatus == 0)
    #expect(second.build().exitStatus == 0)
    #expect(try first.output() == second.output())
    let index = try #require(try first.output().first { $0.key.hasSuffix("/index.json") })
    let description = try JSONSerialization.jsonObject(with: index.value) as? [String: Any]
    #expect(description?["documents"] as? Int == 1)
  }

  /// Another text makes other folders of all but the lists; the page of the search alone says where the index begins,
  /// and the old ones go.
  @Test func otherTextOtherFolder() throws {
    let site = try LittleSite()
    _ = site.build()
    let before = try site.output()
    #expect(site.build().changes?.isEmpty == true)

    try site.change(replyWith("办法", "细则"))
    let changes = try #require(site.build().changes)
    let after = try site.output()
    let (old, new) = (Self.folders(of: before), Self.folders(of: after))
    #expect(old.count == 3 && new.count == 3 && old.intersection(new).count == 1)
    #expect(changes.changed.contains("search/index.html"))
    #expect(changes.removed.allSatisfy { $0.hasPrefix("search/") } && !changes.removed.isEmpty)
    let pages = after.filter {
      $0.key.hasSuffix(".html") && String(decoding: $0.value, as: UTF8.self).contains("data-index")
    }
    #expect(pages.map(\.key) == ["search/index.html"])
  }

  private static func folders(of output: [String: Data]) -> Set<String> {
    Set(output.keys.compactMap { $0.firstMatch(of: #/^search\/([0-9a-f]{16})\//#).map { String($0.1) } })
  }
}
