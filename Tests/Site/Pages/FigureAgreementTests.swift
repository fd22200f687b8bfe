import Foundation
import Testing

/// The figures of generated sites: what pages print is what `data/statistics.json` says, which counts all rows.
@Suite struct FigureAgreementTests {
  @Test(arguments: 0..<20) func pagesSayWhatTheDataSays(_ seed: Int) throws {
    let generated = GeneratedSite(seed: 4000 + seed)
    let site = try LittleSite(generated.files)
    try #require(site.build().exitStatus == 0)
    let data = Data(try site.page("data/statistics.json").utf8)
    let scopes = try #require(try JSONSerialization.jsonObject(with: data) as? [[String: Any]])
    var seen = 0
    for figures in scopes {
      let scope = try #require(figures["scope"] as? [String: Any])
      guard let year = scope["year"] as? Int, scope["unit"] is NSNull else { continue }
      let kind = (scope["kind"] as? String).map { ["建议": "jianyi", "提案": "tian"][$0] ?? "yian" } ?? "index"
      let page = try site.page("tongji/\(year)/\(kind).html")
      seen += 1
      let total = try #require(figures["total"] as? Int)
      #expect(page.contains("<div><dt>承办</dt><dd><b>\(total)</b> 个办理件"))
      let rates = try expected(figures)
      let rows = page.matches(
        of:
          #/<tr><th scope="row">([^<]*) <small>[^<]*<\/small><\/th><td class="num">(\d+) \/ (\d+)<\/td><td class="num">([\d.]+)%/#
      )
      #expect(rows.map { "\($0.1) \($0.2)/\($0.3) \($0.4)" } == rates, "\(year) \(kind)")
      let byUnit = try #require(figures["byUnit"] as? [String: Int])
      #expect(byUnit.values.reduce(0, +) == total)
      for (unit, count) in byUnit {
        #expect(page.contains(try Regex("\(unit)(</a>)?</th><td class=\"num\">\(count)</td>")), "\(unit)")
      }
    }
    #expect(seen > 0)
    let files = try site.output().keys.filter { $0.hasPrefix("tongji/2") }
    #expect(files.count { $0.hasSuffix(".html") } == seen)
    #expect(files.count { $0.hasSuffix("tongjibiao.xlsx") } == seen && files.count == 2 * seen)
  }

  /// `公开率 1/2 50.0` for each rate over anything, in the order of the page.
  private func expected(_ figures: [String: Any]) throws -> [String] {
    let disclosure = try #require(figures["disclosure"] as? [String: Any])
    let satisfaction = try #require(figures["satisfaction"] as? [String: Any])
    let adopted = try #require(figures["adopted"] as? [String: Any])
    let rates: [(String, Any?)] = [
      ("答复率", figures["answeredRate"]), ("按时率", figures["onTime"]), ("其中延期件", figures["extended"]),
      ("会办按时率", figures["assistOnTime"]), ("沟通率", figures["contacted"]), ("见面率", figures["met"]),
      ("见面或免见面率", figures["metOrWaived"]), ("解决率", figures["solved"]), ("满意率", satisfaction["rate"]),
      ("初次满意率", (satisfaction["first"] as? [String: Any])?["rate"]), ("公开率", disclosure["rate"]),
      ("占全部的公开率", disclosure["rateOfAll"]), ("公开及时率", disclosure["within20WorkingDays"]),
      ("全文公开率", disclosure["fullText"]), ("转化率", adopted["converted"]),
    ]
    return try rates.compactMap { name, value in
      let rate = try #require(value as? [String: Any], "\(name)")
      let (n, d) = (try #require(rate["n"] as? Int), try #require(rate["d"] as? Int))
      guard d > 0 else { return nil }
      let tenths = (2000 * n + d) / (2 * d)
      return "\(name) \(n)/\(d) \(tenths / 10).\(tenths % 10)"
    }
  }
}
