import Diagnostics
import Testing

@testable import Loader

@Suite struct FrontMatterTests {
  private func split(_ text: String) throws(Diagnostic) -> FrontMatter {
    try FrontMatter(of: Array(text.utf8), file: "a.md")
  }

  @Test(arguments: [
    ("---\n编号: 0487\n---\n正文\n", "{编号: 0487}", "正文\n", 4),
    ("---\r\n编号: 1\r\n---\r\n\r\n正文\r\n", "{编号: 1}", "\r\n正文\r\n", 4),
    ("---\r编号: 1\r---\r正文", "{编号: 1}", "正文", 4),
    ("--- \n编号: 1\n...\t\n正文", "{编号: 1}", "正文", 4),
    ("---\n---\n正文", "{}", "正文", 3),
    ("---\n\n# 注\n---\n", "{}", "", 5),
    ("---\n编号: 1\n---", "{编号: 1}", "", 4),
    ("---\n说明: |\n  ---\n  甲\n---\n---\n", "{说明: \"---\n甲\n\"}", "---\n", 6),
    ("正文\n---\n编号: 1\n---\n", nil, "正文\n---\n编号: 1\n---\n", 1),
    ("----\n正文\n", nil, "----\n正文\n", 1),
    ("\n\n正文\n", nil, "\n\n正文\n", 1),
    ("--\n", nil, "--\n", 1),
    ("", nil, "", 1),
  ]) func splits(text: String, node: String?, body: String, line: Int) throws {
    let front = try split(text)
    #expect(front.node.map(sketch) == node)
    #expect(String(decoding: Array(text.utf8)[front.body], as: UTF8.self) == body)
    #expect(front.bodyLine == line)
  }

  @Test func tellsPlacesInTheFile() throws {
    let node = try #require(try split("---\n编号: 1\n更正:\n  - 日期: 2024-01-01\n---\n").node)
    #expect(places(node) == ["2:1", "2:1", "2:5", "3:1", "4:3", "4:5", "4:5", "4:9"])
  }

  private static let likeness =
    "front-matter/fence 1:1 这里像是文件头，却没有用“---”开头 → 文件头的前后各要单独一行三个半角减号“---”，行里不要有别的字符"

  @Test(arguments: ["***\n\n现答复如下：甲。\n", "——关于停车\n编号\n", "标题党：不好\n", "编号是1\n"])
  func takesOtherBeginningsForText(text: String) throws {
    #expect(try split(text).node == nil)
  }

  @Test(arguments: [
    (
      "---\n编号: 1\n正文\n",
      "front-matter/unclosed 1:1 开头的“---”没有配对的“---”行，文件头没有收尾 → 请在文件头的最后一项之后另起一行写“---”；如果开头的是分隔线，请改成“***”"
    ),
    ("---", "front-matter/unclosed 1:1 开头的“---”没有配对的“---”行，文件头没有收尾 → 请在文件头的最后一项之后另起一行写“---”；如果开头的是分隔线，请改成“***”"),
    ("\n \n---\n编号: 1\n---\n", "front-matter/late 3:1 文件头的“---”不在第一行 → 请删去它前面的空行；如果这是分隔线，请改成“***”"),
    ("---\n编号: 1\n标题：甲\n---\n", "yaml/full-width-colon 3:3 键“标题”后面是全角冒号“：”，要用半角冒号 → 请写成“标题: 内容”：半角冒号，后面空一格"),
    ("---\n标题：甲\n---\n", "value/type 2:1 这里应是几行“键: 内容”，这里却是文字“标题：甲” → 请写成“标题: 内容”：半角冒号，后面空一格"),
    ("---\n- 甲\n---\n", "value/type 2:1 这里应是几行“键: 内容”，这里却是列表"),
    ("———\n编号：0001\n撤回：{日期: 2025-10-09}\n———\n正文\n", likeness), (" ---\n编号: 1\n---\n正文\n", likeness),
    ("--\n编号: 1\n", likeness), ("***\n\n公开日期：2026-05-01\n", likeness), ("－－－\n类型: 建议\n", likeness),
    ("---\u{A0}\n标 题：甲\n", likeness), ("\u{200B}---\n编号: 1\n", likeness), ("编号：0001\n\n正文\n", likeness),
  ]) func refuses(text: String, expected: String) {
    #expect(fault { () throws(Diagnostic) in try split(text) } == expected)
  }
}
