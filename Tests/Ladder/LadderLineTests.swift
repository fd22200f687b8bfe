import Testing

@testable import Ladder

@Suite struct LadderLineTests {
  @Test(arguments: [
    ("一、主要做法", 1), ("二十一、附则", 1), ("一、 甲", 1), ("（一）高位推动", 2), ("(二)高位推动", 2), ("1.加强领导", 3), ("12．加强领导", 3),
    ("3、加强领导", 3), ("（1）加强领导", 4), ("(2)加强领导", 4), ("一、强化“一把手”领办", 1), ("一、GDP", 1), ("二、健全机制,规范办理", 1),
    ("三、做法：", 1), ("一、做法。", 1), ("1.加强领导 \r", 3),
  ])
  func headings(_ line: String, _ rank: Int) {
    #expect(Self.line(line)?.rank == rank)
    #expect(Self.line(line)?.form == .heading)
  }

  @Test(arguments: [
    ("一、压实责任，聚力聚势。切实增强意识。", 1, "一、压实责任，聚力聚势。"), ("（三）抓制度。制定办法", 2, "（三）抓制度。"),
    ("1.抓制度。制定办法。", 3, "1.抓制度。"),
  ])
  func runInHeadings(_ line: String, _ rank: Int, _ head: String) {
    #expect(Self.line(line)?.rank == rank)
    #expect(Self.line(line)?.form == .runIn(head.utf8.count))
  }

  @Test(arguments: [
    "一、甲；", "一、时间：三月。", "1.已于2024年印发通知。各地照办。", "1.各单位要照办。", "（1）甲，", "1.甲、", "一、甲\t乙",
    "一、" + String(repeating: "甲", count: 41), "1." + String(repeating: "甲", count: 25) + "。乙",
  ])
  func numberedText(_ line: String) { #expect(Self.line(line)?.form == .text) }

  @Test(arguments: [
    "", "一", "一、", "一 甲", "一是加强领导", "1. 甲", "1.5万件", "1.a", "2024.甲", "(一甲", "（一 甲", "（甲）乙", "123.甲", "一二三四、甲", "第一、甲",
  ])
  func otherLines(_ line: String) { #expect(Self.line(line) == nil) }

  @Test(
    arguments: [
      ("甲。", "（二）乙", nil, true), ("“甲。”", "2.乙", nil, true), ("甲。**", "2.乙", nil, true), (nil, "五、自评", long, true),
      ("甲。", "四、意见", long, true), ("一、甲", "（一）乙", nil, true), (nil, "一、甲", "（一）乙", true),
      ("附件：1.甲", "2.乙", nil, false), ("甲，", "（二）乙", nil, false), ("甲。", "二、乙", "丙", false), (nil, "一、甲", "乙丙", false),
      ("如下：", "一、甲", "（一）乙", true), ("附件：", "1.甲", "2.乙", false), ("甲。", "乙", nil, false), ("甲。", "1.乙。丙", nil, false),
    ] as [(String?, String, String?, Bool)])
  func headingsWithinAParagraph(_ before: String?, _ line: String, _ after: String?, _ isHeading: Bool) {
    let bytes = [before, line, after].map { $0.map { Array($0.utf8) } }
    let found = (bytes[0] ?? []).withUnsafeBufferPointer { first in
      (bytes[1] ?? []).withUnsafeBufferPointer { middle in
        (bytes[2] ?? []).withUnsafeBufferPointer { last in
          LadderLine.isHeading(middle, after: before == nil ? nil : first, before: after == nil ? nil : last)
        }
      }
    }
    #expect(found == isHeading)
  }

  private static let long = String(repeating: "在办理工作中高度重视，", count: 6) + "办结。"

  private static func line(_ text: String) -> LadderLine? {
    Array(text.utf8).withUnsafeBufferPointer { LadderLine($0) }
  }
}
