import Foundation
import Testing

@testable import Proofreading

/// Tears of scanning: only line breaks change.
@Suite struct RepairTests {
  private static let long = "我局高度重视，坚持把办理建议作为一项重要的政治任务来抓，主要负责同志多次召开会议研究部署，逐件听取汇报，提出明确要求，抓好工作落实。"

  private func repaired(_ text: String) -> String? {
    Proofreader().repaired(Array(text.utf8)[...]).map { String(decoding: $0, as: UTF8.self) }
  }

  @Test(
    arguments: [
      ("针对建议提出的问题，我们着力完善标准化法规体系，主动强化技术性措\n\n施应对工作。\n", "针对建议提出的问题，我们着力完善标准化法规体系，主动强化技术性措施应对工作。\n"),
      ("一、强化领办\n\(long)\n", "一、强化领办\n\n\(long)\n"),
      ("前一段说完了。\n一、强化领办\n\(long)\n", "前一段说完了。\n\n一、强化领办\n\n\(long)\n"),
      (
        "一、强化领办\n（一）明确责任\n\(long)\n二、完善机制\n\(long)\n",
        "一、强化领办\n\n（一）明确责任\n\n\(long)\n\n二、完善机制\n\n\(long)\n"
      ),
      ("现答复如下：\n一、甲\n第一段。\n第二段。\n• 一项；\n• 两项。\n", "现答复如下：\n\n一、甲\n\n第一段。\n\n第二段。\n\n• 一项；\n\n• 两项。\n"),
      ("说完了。\n\n下一段。\n", nil), ("", nil), ("# 标题\n\n- 一项\n- 两项\n", nil),
    ] as [(String, String?)]) func mendsTears(text: String, expected: String?)
  {
    #expect(repaired(text) == expected)
    #expect(expected.map { repaired($0) == nil } ?? true)
  }
}
