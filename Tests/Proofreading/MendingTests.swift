import Testing

@testable import Proofreading

@Suite struct MendingTests {
  @Test(arguments: [
    ("各县,各乡:照办;好(一)吗?好!", "各县，各乡：照办；好（一）吗？好！"),
    ("办法(2018),共1,000件", "办法（2018），共1,000件"),
    ("(1)推进(2)落实", "（1）推进（2）落实"),
    ("单位（部门)照办", "单位（部门）照办"),
    ("《办法(试行)》,“甲,乙”,丙", "《办法(试行)》，“甲,乙”，丙"),
    ("甲,“乙,丙", "甲，“乙,丙"),
    ("甲,乙”,丙", "甲,乙”，丙"),
    ("示政[2002]26号,照办", "示政[2002]26号，照办"),
    ("`甲,乙`,[丙,丁](a,b),https://a.cn/c,戊", "`甲,乙`,[丙，丁](a,b),https://a.cn/c，戊"),
    ("{{ 甲,乙 }},丙", "{{ 甲,乙 }}，丙"),
    ("甲, 乙\r\n丙,丁\r\n", "甲， 乙\r\n丙，丁\r\n"),
    ("Yes, 甲", "Yes, 甲"),
    ("甲&lt;乙&#8212;丙&;丁", "甲&lt;乙&#8212;丙&；丁"),
    ("甲(乙", "甲(乙"),
    ("联系电话:0731—85309270", "联系电话：0731—85309270"),
    ("办结率达到95.5%.其中教育类12件.\n\n“办结.”见附件1.pdf", "办结率达到95.5%。其中教育类12件。\n\n“办结.”见附件1.pdf"),
    ("代表买买提.江说,办结.", "代表买买提.江说，办结。"),
  ])
  func marks(_ text: String, _ expected: String) { #expect(mended(text) == expected) }

  @Test func whatIsVouchedForStays() {
    #expect(mended("\"甲,乙\"丙,丁\n\n戊\"己,庚\n\n辛,壬") == "\"甲,乙\"丙，丁\n\n戊\"己,庚\n\n辛，壬")
    #expect(mended("甲,乙；丙,丁", excuses: [.init(.halfWidth, content: "甲,乙")]) == "甲,乙；丙，丁")
  }

  /// Random texts of the characters that matter.
  @Test(arguments: 0..<400)
  func onlyMarksChangeAndOnce(_ seed: UInt64) {
    var random = seed &* 0x9E37_79B9_7F4A_7C15 | 1
    func next(_ bound: Int) -> Int {
      random ^= random << 13
      random ^= random >> 7
      random ^= random << 17
      return Int(random % UInt64(bound))
    }
    let pieces = [
      "甲", "办理", "2024", "3", "a", "OK", ",", ":", ";", "(", ")", "?", "!", "，", "。", "《", "》", "“", "”", "（", "）", " ",
      "\n", "\n\n", "*",
      "**", "`", "[", "](", "{{", "}}", "{%", "%}", "http://a.cn/", "@163.com", "〔2020〕8号", "- ", "# ", "| ", "一、",
      "1.", "\\", "\r\n", "今年", "𠮷", "é", ".", "%",
    ]
    let text = (0..<(5 + next(60))).map { _ in pieces[next(pieces.count)] }.joined()
    let once = mended(text)
    #expect(mended(once) == once)
    let (before, after) = (Array(text.unicodeScalars), Array(once.unicodeScalars))
    #expect(before.count == after.count)
    for (old, new) in zip(before, after) where old != new {
      #expect(",:;()?!".unicodeScalars.contains(old) && new.value == old.value + 0xFEE0 || old == "." && new == "。")
    }
    // Whatever was mended had been remarked on.
    if once != text { #expect(remarks(on: text).contains { $0.contains(" half-width ") }) }
  }

  /// The work grows with the text, whatever it is made of.
  @Test(arguments: [
    "“", "》", "(", "（「", "`", "```a", "](", "{{", "{%", "甲,", "[2020]", "甲\n", "一、甲\n", "甲。乙\n\n丙。\n\n", "http://", "@",
    "年", "甲 乙", "&", "&a",
  ])
  func longTextsOfOneKind(_ piece: String) {
    let text = String(repeating: piece, count: 20_000)
    #expect(mended(mended(text)) == mended(text))
  }
}
