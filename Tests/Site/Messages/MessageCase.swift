import Diagnostics
import Foundation
import Testing

@testable import Site

/// One wrong input, and all that a person reads for it.
struct MessageCase: Sendable, CustomTestStringConvertible {
  let name: String
  /// Of the diagnostics in the order in which they are shown.
  let rules: [String]
  let status: Int32
  /// As on the terminal, with the site's folder written as `站点`, and long rows of `a` cut.
  let text: String
  /// The files of the little site that are otherwise, or missing.
  let files: [String: String?]
  /// What else is done to the site, and the command on it.
  let run: @Sendable (LittleSite) throws -> Report

  init(
    _ name: String, _ rules: String..., status: Int32 = 1, files: [String: String?] = [:],
    run: @escaping @Sendable (LittleSite) throws -> Report = { $0.build() }, says text: String
  ) {
    self.name = name
    self.rules = rules
    self.status = status
    self.files = files
    self.run = run
    self.text = text
  }

  var testDescription: String { name }

  static let all = [
    settings, yaml, ledgers, workbooks, imports, records, replies, gate, narratives, texts, files, pages, templates,
    figures, output, system, trust, bodies, new,
  ].flatMap { $0 }
}

// MARK: - Wrong inputs

let settingsFile = "content/site.yaml"
let ledgerFile = "content/records/2024.csv"
let replyFile = "content/replies/0216.md"

/// The settings with one part of them written otherwise.
func settingsWith(_ old: String, _ new: String) -> [String: String?] {
  [settingsFile: LittleSite.settings.replacing(old, with: new)]
}

/// The reply with one part of it written otherwise.
func replyWith(_ old: String, _ new: String) -> [String: String?] {
  [replyFile: LittleSite.reply.replacing(old, with: new)]
}

/// The reply with further front matter.
func replyHead(_ lines: String) -> [String: String?] { replyWith("主送: 赵甲代表", "主送: 赵甲代表\n" + lines) }

/// The reply with a further paragraph, on line 12.
func replyBody(_ text: String) -> [String: String?] { [replyFile: LittleSite.reply + "\n" + text + "\n"] }

/// The ledger with one row for each of `changes`: the standard row with some of its cells written otherwise. Fields that
/// the header lacks are added to it.
func rows(_ changes: [String: String]...) -> [String: String?] { [ledgerFile: ledger(changes)] }

func ledger(_ changes: [[String: String]]) -> String {
  var header = LittleSite.header.split(separator: ",").map(String.init)
  let standard = Dictionary(
    uniqueKeysWithValues: zip(header, LittleSite.row.split(separator: ",", omittingEmptySubsequences: false)))
  for field in changes.flatMap(\.keys).sorted() where !header.contains(field) { header.append(field) }
  let lines = changes.map { row in header.map { row[$0] ?? standard[$0].map(String.init) ?? "" } }
  return ([header] + lines).map { $0.joined(separator: ",") + "\n" }.joined()
}

extension [String: String?] {
  static func + (left: Self, right: Self) -> Self { left.merging(right) { $1 } }
}

extension Report {
  /// A report of one thing, for what no site can bring about in a test.
  init(_ body: () throws(Diagnostic) -> Void) {
    self.init()
    diagnostics.collect(try body())
  }
}
