import Diagnostics
import Foundation
import Site
import Testing

/// A preview shows what a build would make.
@Suite struct LiveColumnTests {
  private static func bytes(_ address: String, of column: LiveColumn, in site: LittleSite) throws -> Data? {
    switch try column.file(at: address) {
    case .made(let bytes): Data(bytes)
    case .copied(let path): try Data(contentsOf: site.folder.appending(path: path))
    case nil: nil
    }
  }

  private static func column(_ site: LittleSite) -> (column: LiveColumn?, report: Report) {
    Site(site.path, options: Options(workers: 2)).preview()
  }

  private static func site() throws -> LittleSite {
    try LittleSite(
      replyWith("---\n", "---\n附件: a.txt\n").merging([
        "content/files/a.txt": "甲", "content/files/b.txt": "乙",
        "content/reports/2024.md": """
        ---
        标题: 总结
        文种: 工作总结
        日期: 2024-12-20
        公开方式: 主动公开
        公开日期: 2024-12-20
        ---
        共{{ 统计.总数 }}件，见[答复](../replies/0216.md)和[附件](../files/b.txt)。
        """,
      ]) { $1 })
  }

  @Test func everyFileIsTheBuilt() async throws {
    let site = try Self.site()
    let column = try #require(Self.column(site).column)
    #expect(await Site(site.path, options: Options(workers: 2)).inspect(column) == [])
    #expect(!site.exists("public") && !site.exists("content/history.tsv"))
    _ = site.build()
    let built = try site.output()
    #expect(built.count > 40)
    // Pages first: what they link to is offered after them.
    for (address, bytes) in built.sorted(by: { $0.key > $1.key }) where !address.hasPrefix("files/") {
      if address == "manifest.sha256" || address.hasPrefix(".") { continue }
      #expect(try Self.bytes(address, of: column, in: site) == bytes, "\(address)")
    }
    for (address, bytes) in built where address.hasPrefix("files/") {
      #expect(try Self.bytes(address, of: column, in: site) == bytes, "\(address)")
    }
  }

  @Test func hasNothingElse() throws {
    let site = try LittleSite(["content/files/secret.txt": "密"])
    let column = try #require(Self.column(site).column)
    for address in [
      "", "files/secret.txt", "files/../records/2024.csv", "content/site.yaml", "assets/", "assets/../base.html",
      "templates/base.html", "search/", "search/nothing/index.json", "jianyi", "/index.html", "index.html/",
    ] { #expect(try column.file(at: address) == nil, "\(address)") }
  }

  @Test func staysAsItWasWhenTheContentChanges() async throws {
    let site = try Self.site()
    let column = try #require(Self.column(site).column)
    let addresses = ["jianyi/sheng-14-2/0216.html", "jianyi/sheng-14-2/0216.json", "data/records.json"]
    let before = try addresses.map { try Self.bytes($0, of: column, in: site) }
    try site.change([replyFile: "坏了", ledgerFile: nil, "content/reports/2024.md": nil])
    #expect(try addresses.map { try Self.bytes($0, of: column, in: site) } == before)
    #expect(await Site(site.path, options: Options(workers: 2)).inspect(column) == [])
    let (none, report) = Self.column(site)
    #expect(none == nil && report.diagnostics.hasErrors)
  }

  @Test func inspectionEndsWhenItsTaskIsCancelled() async throws {
    let site = try Self.site()
    let column = try #require(Self.column(site).column)
    let folder = Site(site.path, options: Options(workers: 2))
    let inspection = Task { [folder, column] in
      withUnsafeCurrentTask { $0?.cancel() }
      return await folder.inspect(column)
    }
    #expect(await inspection.value == nil)
    #expect(await folder.inspect(column) == [])
  }

  @Test func errorsOfPagesAreFound() async throws {
    let site = try LittleSite(replyWith("制定了办法", "制定了<b>办法</b>"))
    let column = try #require(Self.column(site).column)
    #expect(throws: Diagnostic.self) { try column.file(at: "jianyi/sheng-14-2/0216.html") }
    let found = try #require(await Site(site.path, options: Options(workers: 2)).inspect(column))
    #expect(Set(found.map(\.place.file)) == [replyFile])
  }
}
