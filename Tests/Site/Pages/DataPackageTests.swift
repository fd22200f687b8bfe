import Foundation
import Testing

/// `data/datapackage.json` by the rules of Data Package and Table Schema v1, and against the files that it describes.
@Suite struct DataPackageTests {
  private struct Built {
    let site: LittleSite
    let package: [String: Any]
    let resources: [[String: Any]]

    func fields(_ index: Int) throws -> [[String: Any]] {
      try #require((resources[index]["schema"] as? [String: Any])?["fields"] as? [[String: Any]])
    }
  }

  private func built() throws -> Built {
    let site = try LittleSite(
      rows(
        ["联名人数": "12", "主题": "电梯、养老", "连续多年": "是", "满意度": "满意", "初次满意度": "不满意", "见面情况": "已见面", "办理时限": "2024-06-01"],
        ["编号": "0217", "承办方式": "会办", "承办单位": "示例省水利厅", "标题": "会办的"], ["编号": "0218", "公开方式": "不予公开"]))
    try #require(site.build().exitStatus == 0)
    let data = Data(try site.page("data/datapackage.json").utf8)
    let package = try #require(try JSONSerialization.jsonObject(with: data) as? [String: Any])
    return Built(site: site, package: package, resources: try #require(package["resources"] as? [[String: Any]]))
  }

  @Test func keepsTheSpecification() throws {
    let built = try built()
    #expect(built.package["name"] as? String == "www.example.gov.cn-zwgk-jyta")
    #expect(built.package["created"] as? String == "2024-12-31T00:00:00+08:00")
    #expect(built.package["homepage"] as? String == "https://www.example.gov.cn/zwgk/jyta/")
    #expect((built.package["licenses"] as? [[String: Any]])?.allSatisfy { $0["path"] is String } == true)
    #expect(built.resources.map { $0["path"] as? String } == ["records.csv", "records.json", "statistics.json"])
    for (index, resource) in built.resources.enumerated() {
      let name = try #require(resource["name"] as? String)
      #expect(name.wholeMatch(of: /[a-z0-9._-]+/) != nil)
      #expect(resource["profile"] as? String == "tabular-data-resource" && resource["encoding"] as? String == "utf-8")
      let fields = try built.fields(index)
      #expect(Set(fields.compactMap { $0["name"] as? String }).count == fields.count)
      for field in fields {
        let name = field["name"] as? String ?? ""
        let types = ["string", "integer", "boolean", "date", "array", "object"]
        #expect(types.contains(field["type"] as? String ?? ""), "\(name)")
        #expect(
          (field["title"] as? String)?.isEmpty == false && (field["description"] as? String)?.isEmpty == false,
          "\(name)")
        let constraints = field["constraints"] as? [String: Any] ?? [:]
        #expect(Set(constraints.keys).isSubset(of: ["required", "enum"]), "\(name)")
        #expect(constraints["required"].map { $0 as? Bool == true } ?? true, "\(name)")
      }
    }
  }

  @Test func describesTheTable() throws {
    let built = try built()
    let table = CSV.parse(String(try built.site.page("data/records.csv").dropFirst()))
    let fields = try built.fields(0)
    #expect(table.count == 3 && table.first == fields.compactMap { $0["name"] as? String })
    for row in table.dropFirst() {
      for (field, cell) in zip(fields, row) { #expect(fits(cell, field), "\(field["name"] ?? ""): \(cell)") }
    }
  }

  @Test func describesTheObjects() throws {
    let built = try built()
    let text = try built.site.page("data/records.json")
    let records = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let fields = try built.fields(1)
    for (record, line) in zip(records, text.split(separator: "\n").dropFirst()) {
      let names = fields.compactMap { $0["name"] as? String }
      #expect(Set(record.keys) == Set(names))
      #expect(HTML.holds(String(line), inOrder: names.map { "\"\($0)\": " }))
      for field in fields {
        let value = try #require(record[field["name"] as? String ?? ""])
        if value is NSNull { continue }
        switch field["type"] as? String {
        case "array": #expect(value is [String])
        case "boolean": #expect(value is Bool)
        case "integer": #expect(value is Int)
        default: #expect(fits(try #require(value as? String), field), "\(field["name"] ?? "")")
        }
      }
    }
  }

  @Test func describesTheFigures() throws {
    let built = try built()
    let text = try built.site.page("data/statistics.json")
    let scopes = try #require(try JSONSerialization.jsonObject(with: Data(text.utf8)) as? [[String: Any]])
    let fields = try built.fields(2)
    let names = fields.compactMap { $0["name"] as? String }
    #expect(scopes.count == text.split(separator: "\n").count - 2)
    for (figures, line) in zip(scopes, text.split(separator: "\n").dropFirst()) {
      #expect(Set(figures.keys) == Set(names))
      #expect(HTML.holds(String(line), inOrder: names.map { "\"\($0)\": " }))
      for field in fields {
        let value = try #require(figures[field["name"] as? String ?? ""])
        switch field["type"] as? String {
        case "object": #expect(value is [String: Any])
        case "array": #expect(value is [Any])
        case "integer": #expect(value is Int)
        default: #expect(fits(try #require(value as? String), field))
        }
      }
    }
  }

  /// The dictionary on the page of open data has the same fields.
  @Test func isOnTheDataPage() throws {
    let built = try built()
    let page = try built.site.page("shuju.html")
    for index in [0, 2] {
      let names = try built.fields(index).compactMap { $0["name"] as? String }
      #expect(HTML.holds(page, inOrder: names.map { "<th scope=\"row\">\($0)</th>" }))
    }
  }

  /// Whether a cell is of its field's type and among its values; an empty one is missing.
  private func fits(_ cell: String, _ field: [String: Any]) -> Bool {
    let constraints = field["constraints"] as? [String: Any] ?? [:]
    if cell.isEmpty { return constraints["required"] == nil }
    if let values = constraints["enum"] as? [String], !values.contains(cell) { return false }
    switch field["type"] as? String {
    case "integer": return Int(cell) != nil
    case "boolean":
      return [field["trueValues"], field["falseValues"]].contains { ($0 as? [String])?.contains(cell) == true }
    case "date": return cell.wholeMatch(of: /\d{4}-\d\d-\d\d/) != nil
    default: return true
    }
  }
}
