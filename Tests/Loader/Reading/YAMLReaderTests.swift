import Diagnostics
import Testing

@testable import Loader

@Suite struct YAMLReaderTests {
  private func read(_ text: String, firstLine: Int = 1) throws(Diagnostic) -> Node? {
    try YAMLReader.read(Array(text.utf8)[...], file: "a.yaml", firstLine: firstLine)
  }

  @Test(arguments: [
    ("", nil),
    ("# 只有注释\n", nil),
    ("标题: 甲\n编号: 0487\n日期: 2024-03-01\n时间: 12:30\n", "{标题: 甲, 编号: 0487, 日期: 2024-03-01, 时间: 12:30}"),
    ("主题: [教育, \"卫生\"]\n列:\n  - 甲\n  - '乙'\n空:\n", "{主题: [教育, \"卫生\"], 列: [甲, \"乙\"], 空: }"),
    ("长: |\n  一\n\n  二\n折: >-\n  一\n  二\n", "{长: \"一\n\n二\n\", 折: \"一 二\"}"),
    ("更正:\n- 日期: 2024-01-01\n  说明: {甲: 乙}\n", "{更正: [{日期: 2024-01-01, 说明: {甲: 乙}}]}"),
    ("---\n标题: 甲\n...\n", "{标题: 甲}"),
    ("%YAML 1.2\n---\n标题: 甲\n", "{标题: 甲}"),
    ("标题: “两山”转化 # 注\n温度: -5\n网址: https://a.cn/#b\n", "{标题: “两山”转化, 温度: -5, 网址: https://a.cn/#b}"),
    ("标题: \"\\u4e2d\\n\"\r\n编号 : 1\r\n", "{标题: \"中\n\", 编号: 1}"),
    ("摘要: 一\n  二\n", "{摘要: 一 二}"),
  ]) func reads(text: String, expected: String?) throws {
    #expect(try read(text).map(sketch) == expected)
  }

  @Test func tellsPlacesAsOfTheFirstLine() throws {
    let root = try #require(try read("𬭎甲: 乙\n列:\n  - \"丙\"\n  - {丁: }\n", firstLine: 11))
    #expect(places(root) == ["11:1", "11:1", "11:5", "12:1", "13:3", "13:5", "14:5", "14:6", "14:9"])
  }

  @Test func bindsTheFaultsToTheFirstLineToo() {
    let faulty = "标题: 甲\n编号：1\n"
    #expect(
      fault { () throws(Diagnostic) in try read(faulty, firstLine: 11) }?.hasPrefix("yaml/full-width-colon 12:3 ")
        ?? false)
    #expect(
      fault { () throws(Diagnostic) in try read("甲: \u{8}\n", firstLine: 11) }?.hasPrefix(
        "yaml/control-character 11:4 ") ?? false)
  }

  @Test(arguments: [
    ("标题: 甲\n标题: 乙\n", "key/duplicate 2:1 键“标题”重复：第 1 行第 1 列已经有了 → 请删去一个，或把两处合并"),
    ("甲: {乙: 1, \"乙\": 2}\n", "key/duplicate 1:11 键“乙”重复：第 1 行第 5 列已经有了 → 请删去一个，或把两处合并"),
    ("标题: &a 甲\n", "yaml/reference 1:5 这里不支持 YAML 的锚点、别名和合并（&、*、<<） → 请把内容直接写出来；内容以 & 或 * 开头时，请加半角引号"),
    ("标题: *a\n", "yaml/reference 1:5 这里不支持 YAML 的锚点、别名和合并（&、*、<<） → 请把内容直接写出来；内容以 & 或 * 开头时，请加半角引号"),
    ("甲: &a [1]\n", "yaml/reference 1:4 这里不支持 YAML 的锚点、别名和合并（&、*、<<） → 请把内容直接写出来；内容以 & 或 * 开头时，请加半角引号"),
    ("甲: &a {乙: 1}\n", "yaml/reference 1:4 这里不支持 YAML 的锚点、别名和合并（&、*、<<） → 请把内容直接写出来；内容以 & 或 * 开头时，请加半角引号"),
    ("<<: {甲: 1}\n", "yaml/reference 1:1 这里不支持 YAML 的锚点、别名和合并（&、*、<<） → 请把内容直接写出来；内容以 & 或 * 开头时，请加半角引号"),
    ("标题: !!str 甲\n", "yaml/tag 1:5 这里不支持 YAML 的类型标记（!） → 请删去标记；内容以 ! 开头时，请加半角引号"),
    ("列: !甲 [1]\n", "yaml/syntax 1:4 内容不能以“!”开头 → 请给整个内容加半角引号"),
    ("列: !a [1]\n", "yaml/tag 1:4 这里不支持 YAML 的类型标记（!） → 请删去标记；内容以 ! 开头时，请加半角引号"),
    ("标题: 甲\n---\n标题: 乙\n", "yaml/documents 2:1 一个文件只能有一份 YAML 内容，这里又开始了一份 → 请删去这一行的“---”，或拆成两个文件"),
    ("标题: {{ 甲 }}\n", "yaml/key 1:6 键必须是文字 → 内容以 { 或 [ 开头时，请给整个内容加半角引号"),
    ("主题:\n  -甲\n  -乙\n", "yaml/missing-blank 2:3 列表项的“-”后面缺少空格 → 请写成“- 内容”；内容本身以“-”开头时，请加半角引号"),
    ("标题: 甲\u{8}乙\n", "yaml/control-character 1:6 这里有一个看不见的控制字符（U+0008） → 请删去这个字符，或重新输入这一行"),
    ("标题: \"甲\\0乙\"\n", "yaml/control-character 1:5 这里有一个看不见的控制字符（U+0000） → 请删去反斜杠开头的写法"),
    ("%YAML 3.0\n---\n甲: 1\n", "yaml/syntax 1:1 这里不合 YAML 的写法（found incompatible YAML document） → 请检查这一行和上一行的缩进、冒号和引号"),
  ]) func refusesWhatContentHasNoUseFor(text: String, expected: String) {
    #expect(fault { () throws(Diagnostic) in try read(text) } == expected)
  }

  @Test(arguments: [
    String(repeating: "[", count: 65), String(repeating: "[", count: 1_000_000),
    String(repeating: "- ", count: 65) + "甲", String(repeating: "{a: ", count: 65),
  ]) func boundsDepth(text: String) throws {
    let message = try #require(fault { () throws(Diagnostic) in try read(text) })
    #expect(message.hasPrefix("yaml/too-deep 1:"))
    #expect(message.hasSuffix(" 内容套得太深，超过 64 层 → 请检查缩进和括号"))
  }

  @Test func takesWhatIsJustNotTooDeep() throws {
    let text = String(repeating: "[", count: 64) + String(repeating: "]", count: 64)
    #expect(try read(text).map(sketch) == text)
  }
}
