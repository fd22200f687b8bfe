import Diagnostics
import Testing

@testable import Loader

@Suite struct YAMLFaultTests {
  private static let tab = "缩进用了制表符（Tab），这里只能用空格 → 请把行首的制表符换成空格，同一层的行左对齐"
  private static let wideBlank = "缩进用了全角空格或不间断空格，这里只能用半角空格 → 请把行首的空格换成半角空格，同一层的行左对齐"
  private static let wideQuote = "全角引号不起引号的作用，内容里的特殊符号没有被引住 → 请在整个内容外面再加一对半角单引号，例如：标题: '“两山”转化: 建议'"
  private static let tooLate = "这一行的键接不上前面的内容 → 请检查上一行是否缺少半角冒号，这两行是否左对齐"
  private static let noColon = "这一行缺少半角冒号 → 请写成“键: 内容”；若是接着上一行的内容，请比上一行的键多缩进两格"
  private static let misaligned = "这一行和上面的键没有对齐，或引号后面还有内容 → 同一层的键要左对齐；内容以引号开头时，整个内容都要在引号里"
  private static let noDash = "列表里的这一行没有以“- ”开头，或没有对齐 → 同一个列表的每一项都以“- ”开头，左对齐"
  private static let quote = "引号没有收尾 → 请在内容末尾补上同样的半角引号"
  private static let escape = "双引号里的反斜杠“\\”后面不能是这个字符 → 请把反斜杠写两遍，或改用半角单引号"
  private static let start = "内容不能以这个字符（@、`、% 或制表符）开头 → 请给整个内容加半角引号"
  private static let block = "“|”或“>”开头的内容要从下一行写起 → 请换行后缩进两格再写；内容本身以“|”或“>”开头时，请加半角引号"

  private static func wideColon(_ key: String) -> String {
    "键“\(key)”后面是全角冒号“：”，要用半角冒号 → 请写成“\(key): 内容”：半角冒号，后面空一格"
  }

  private static func missingBlank(_ key: String) -> String {
    "键“\(key)”的冒号后面缺少空格 → 请写成“\(key): 内容”：半角冒号，后面空一格"
  }

  @Test(arguments: [
    ("标题: 甲\n\t编号: 1\n", "yaml/tab 2:1 " + tab),
    ("更正:\n\t日期: 1\n", "yaml/tab 2:1 " + tab),
    ("更正:\n- 日期: 1\n \t说明: 2\n", "yaml/tab 3:2 " + tab),
    ("\t标题: 甲\n", "yaml/tab 1:1 " + tab),
    ("更正:\n　　日期: 1\n", "yaml/full-width-blank 2:1 " + wideBlank),
    ("标题: 甲\n　编号: 乙\n", "yaml/full-width-blank 2:1 " + wideBlank),
    ("\u{A0}标题: 甲\n", "yaml/full-width-blank 1:1 " + wideBlank),
    ("更正:\n  日期: 1\n 　说明: 1\n", "yaml/full-width-blank 3:2 " + wideBlank),
    ("标题: 甲\n编号：12\n", "yaml/full-width-colon 2:3 " + wideColon("编号")),
    ("编号：12\n标题: 甲\n", "yaml/full-width-colon 1:3 " + wideColon("编号")),
    ("标题 ：甲\n编号: 1\n", "yaml/full-width-colon 1:4 " + wideColon("标题")),
    ("标题: 甲\r\n\r\n更正:\r\n  日期：2024\r\n  说明: x\r\n", "yaml/full-width-colon 4:5 " + wideColon("日期")),
    ("记录:\n  - 编号: 1\n    标题：甲\n  - 编号: 2\n", "yaml/full-width-colon 3:7 " + wideColon("标题")),
    ("日期：\n  年: 1\n", "yaml/full-width-colon 1:3 " + wideColon("日期")),
    ("标题:甲\n编号: 1\n", "yaml/missing-blank 1:3 " + missingBlank("标题")),
    ("编号: 1\n网址:https://a.cn\n", "yaml/missing-blank 2:3 " + missingBlank("网址")),
    ("标题: “甲: 乙”\n", "yaml/full-width-quote 1:5 " + wideQuote),
    ("标题: ‘甲’: 乙\n", "yaml/full-width-quote 1:5 " + wideQuote),
  ]) func namesTheSlip(text: String, expected: String) {
    #expect(message(text) == expected)
  }

  @Test(arguments: [
    ("标题: 甲: 乙\n", "1:6 这里不能再有“冒号加空格” → 内容里有冒号加空格时，请给整个内容加半角引号；否则请检查缩进"),
    ("编号 12\n标题: 甲\n", "2:3 " + tooLate),
    ("标题: 甲\n  编号: 1\n", "2:5 " + tooLate),
    ("https://a.cn\n标题: 甲\n", "2:3 " + tooLate),
    ("标题: 甲\n说明: “乙”\n编号 12\n", "3:1 " + noColon),
    ("主题:\n  - 甲\n  乙\n", "3:3 " + noColon),
    ("标题: \"甲\" 乙\n编号: 1\n", "1:9 " + misaligned),
    ("主题:\n  - 甲\n 乙: 1\n", "3:2 " + misaligned),
    ("- 甲\n- 乙\n丙: 1\n", "3:1 " + noDash),
    ("主题: - 甲\n", "1:5 这里不能写列表项“- ” → 列表要从键的下一行写起；内容以“- ”开头时，请加半角引号"),
    ("标题: [甲, 乙\n编号: 1\n", "1:5 方括号“[”没有配对的“]”，或列表项之间缺少半角逗号 → 请写成：[甲, 乙]；内容以“[”开头时，请加半角引号"),
    ("标题: {甲: 乙\n编号: 1\n", "1:5 花括号“{”没有配对的“}”，或各项之间缺少半角逗号 → 请写成：{键: 内容, 键: 内容}；内容以“{”开头时，请加半角引号"),
    ("标题: \"甲\n编号: 1\n", "1:5 " + quote),
    ("标题: '甲\n", "1:5 " + quote),
    ("标题: \"甲\n---\n乙\"\n", "1:5 " + quote),
    ("标题: \"甲\\乙\"\n", "1:7 " + escape),
    ("标题: \"\\u12\"\n", "1:8 " + escape),
    ("标题: \"\\ud800\"\n", "1:8 双引号里的反斜杠“\\”后面不是有效的字符编码 → 请直接写这个字符"),
    ("标题: @甲\n", "1:5 " + start),
    ("标题: `甲`\n", "1:5 " + start),
    ("标题: %甲\n", "1:5 " + start),
    ("%甲\n标题: 1\n", "1:1 行首的“%”在这里有特殊含义 → 请给整个内容加半角引号"),
    ("标题: **加粗**\n", "1:5 内容不能以“*”开头 → 请给整个内容加半角引号"),
    ("标题: & 甲\n", "1:5 内容不能以“&”开头 → 请给整个内容加半角引号"),
    ("标题: !重要 甲\n", "1:5 内容不能以“!”开头 → 请给整个内容加半角引号"),
    ("标题: ? 甲\n", "1:5 内容不能以“? ”开头 → 请给整个内容加半角引号"),
    ("标题: | 甲\n", "1:5 " + block),
    ("标题: > 甲\n", "1:5 " + block),
    ("  标题: 甲\n编号: 1\n", "2:1 这一行比前面的内容缩进更少，接不上前面 → 同一层的行要左对齐；前面各行的冒号后面要空一格"),
    ("[甲:, 乙]\n", "1:3 方括号、花括号里的内容不能有这样的冒号 → 请给这一项内容加半角引号"),
    ("[甲, , 乙]\n", "1:5 这里缺少内容 → 请补上内容，或删去多余的逗号"),
  ]) func saysWhatLibyamlMeans(text: String, expected: String) {
    #expect(message(text) == "yaml/syntax " + expected)
  }

  private func message(_ text: String) -> String? {
    fault { () throws(Diagnostic) in try YAMLReader.read(Array(text.utf8)[...], file: "a.yaml") }
  }
}
