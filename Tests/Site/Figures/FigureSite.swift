import Diagnostics
import Disclosure
import Foundation
import Site
import Testing

/// A little site for figures: a ledger of many rows, and no letters.
struct FigureSite {
  let site: LittleSite

  private static let settings = LittleSite.settings.replacing(#/承办单位:\n(  - .*\n)+/#, with: "")
    .replacing("公开建议提案的办理结果。", with: "说明。")

  /// - Parameter settings: further lines for `site.yaml`, or ones that are there already in other words.
  init(
    _ ledger: Ledger, asOf: String = "2024-12-31", settings: String = "", files: [String: String?] = [:]
  ) throws {
    let common = Self.settings.replacing("2024-12-31", with: asOf)
    site = try LittleSite(
      [settingsFile: common + settings, ledgerFile: ledger.csv, replyFile: nil].merging(files) { $1 })
  }

  /// What `stats --format json` says.
  func figures(_ query: FigureQuery = FigureQuery()) throws -> Figures {
    let (report, bytes) = Site(site.path, options: Options(workers: 2)).figures(query, as: .json)
    #expect(report.diagnostics.list.isEmpty)
    let json = try JSONSerialization.jsonObject(with: Data(try #require(bytes)))
    return Figures(json: try #require(json as? [String: Any]))
  }

  func text(_ query: FigureQuery = FigureQuery()) throws -> String {
    let (_, bytes) = Site(site.path, options: Options(workers: 2)).figures(query, as: .text)
    return String(decoding: try #require(bytes), as: UTF8.self)
  }
}

/// Rows, one for each 办理件.
struct Ledger {
  private var rows: [[String: String]] = []
  private var next = 1

  /// Adds proposals with one row each; what is not said is that of an answered, public suggestion of 2024.
  mutating func add(_ count: Int, _ fields: [String: String]) {
    for _ in 0..<count { add([fields]) }
  }

  /// Adds a proposal with several rows.
  mutating func add(_ assignments: [[String: String]]) {
    let number = String(next)
    next += 1
    for (index, fields) in assignments.enumerated() {
      rows.append(["编号": number, "标题": "关于第\(number)件事的建议", "承办单位": "单位\(index + 1)"].merging(fields) { $1 })
    }
  }

  var csv: String {
    let names = Set(rows.flatMap(\.keys)).union(Self.common.keys).sorted()
    let lines = rows.map { row in names.map { row[$0] ?? Self.common[$0] ?? "" }.joined(separator: ",") }
    return ([names.joined(separator: ",")] + lines).joined(separator: "\n") + "\n"
  }

  private static let common = ["类型": "建议", "届次": "省十四届人大二次会议", "年份": "2024", "承办方式": "主办", "交办日期": "2024-02-20"]

  /// What an answered and public row has.
  static let answered = ["答复日期": "2024-05-10", "办理时限": "2024-05-20", "公开方式": "主动公开", "公开日期": "2024-05-28"]
  /// What a row has whose opinion was sent in time.
  static let assisted = ["承办方式": "会办", "会办意见送达日期": "2024-03-10"]
}

extension [String: String] {
  static func + (left: Self, right: Self) -> Self { left.merging(right) { $1 } }
}

/// Figures by their paths, such as `byRole.lead`.
struct Figures {
  let json: [String: Any]

  subscript(path: String) -> Int? { value(path) as? Int }

  /// `40/51 78.4`
  func rate(_ path: String) -> String {
    guard let n = self[path + ".n"], let d = self[path + ".d"] else { return "none" }
    return "\(n)/\(d) " + Self.number(value(path + ".percent"))
  }

  /// `A 71 39.2`, in the scheme's order.
  var classes: [String] {
    (json["byResult"] as? [[String: Any]] ?? []).map { part in
      "\(part["code"] ?? "") \(part["count"] ?? "") \(Self.number(part["share"]))"
    }
  }

  var open: Set<String> { Set(json["open"] as? [String] ?? []) }

  private static func number(_ value: Any?) -> String { (value as? Double).map { "\($0)" } ?? "null" }

  func value(_ path: String) -> Any? {
    path.split(separator: ".").reduce(json as Any?) { ($0 as? [String: Any])?[String($1)] }
  }
}
