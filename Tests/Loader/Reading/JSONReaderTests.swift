import Diagnostics
import Testing

@testable import Loader

@Suite struct JSONReaderTests {
  private func read(_ text: String) throws(Diagnostic) -> Node {
    try JSONReader.read(Array(text.utf8), file: "a.json")
  }

  @Test(arguments: [
    ("{}", "{}"),
    (" [ ] \n", "[]"),
    ("{\"b\": 1, \"a\": [true, false, null, \"\"]}", "{\"b\": #1, \"a\": [true, false, null, \"\"]}"),
    (
      "[0, -0, 12.50, 1e5, 1E+05, -2.5e-3, 12345678901234567890]",
      "[#0, #-0, #12.50, #1e5, #1E+05, #-2.5e-3, #12345678901234567890]"
    ),
    (#""a\"\\\/\b\f\n\r\tz""#, "\"a\"\\/\u{8}\u{C}\n\r\tz\""),
    (#""\u4e2d\u6587 \ud872\udf4e\uD83D\uDE00 𬭎""#, "\"中文 𬭎😀 𬭎\""),
  ]) func reads(text: String, expected: String) throws {
    #expect(sketch(try read(text)) == expected)
  }

  @Test func tellsKindsApart() throws {
    let kinds = try PlacedNode(read("[1, \"1\", true, null]"), in: "a.json").items().map { item in
      if case .scalar(_, let kind) = item.node.content { kind } else { nil as Node.Kind? }
    }
    #expect(kinds == [.number, .string, .boolean, .null])
  }

  @Test func tellsPlaces() throws {
    let root = try read("{\n  \"𬭎\": [1,\r\n\t\"b\"], \"c\": {}\n}")
    #expect(places(root) == ["1:1", "2:3", "2:8", "2:9", "3:2", "3:8", "3:13"])
  }

  @Test(arguments: [
    ("", "1:1 文件到这里就结束了，还缺少内容 → 内容只能是半角双引号引起的文字、数字、true、false、null、[ ] 或 { }"),
    ("{", "1:2 文件到这里就结束了，还缺少键 → 键要用半角双引号引起，例如 \"标题\"；最后一项后面不能有逗号"),
    ("[1,]", "1:4 这里应是内容，却是“]” → 内容只能是半角双引号引起的文字、数字、true、false、null、[ ] 或 { }"),
    ("{\"a\":1,}", "1:8 这里应是键，却是“}” → 键要用半角双引号引起，例如 \"标题\"；最后一项后面不能有逗号"),
    ("{'a': 1}", "1:2 这里应是键，却是“'” → 键要用半角双引号引起，例如 \"标题\"；最后一项后面不能有逗号"),
    ("{a: 1}", "1:2 这里应是键，却是“a” → 键要用半角双引号引起，例如 \"标题\"；最后一项后面不能有逗号"),
    ("[1 2]", "1:4 这里应是半角逗号或 ]，却是“2” → 各项之间要有半角逗号，末尾要有配对的 ]"),
    ("[1\n", "2:1 文件到这里就结束了，还缺少半角逗号或 ] → 各项之间要有半角逗号，末尾要有配对的 ]"),
    ("{\"a\" 1}", "1:6 这里应是半角冒号，却是“1” → 键和内容之间要有半角冒号 :"),
    ("{“a”: 1}", "1:2 这里应是键，却是全角符号 “ → 请改成半角符号"),
    ("{\"a\"：1}", "1:5 这里应是半角冒号，却是全角符号 ： → 请改成半角符号"),
    ("{\"a\":1，\"b\":2}", "1:7 这里应是半角逗号或 }，却是全角符号 ， → 请改成半角符号"),
    ("0487", "1:2 数字写法不对 → 数字不能以 0 开头；编号请用半角双引号引起，例如 \"0487\""),
    ("1.2.3", "1:4 数字写法不对 → 数字不能以 0 开头；编号请用半角双引号引起，例如 \"0487\""),
    ("-", "1:2 文件到这里就结束了，还缺少数字 → 小数点前后和 e 后面都要有数字"),
    ("1.\n", "1:3 这里应是数字，却是控制字符 → 小数点前后和 e 后面都要有数字"),
    ("1e+", "1:4 文件到这里就结束了，还缺少数字 → 小数点前后和 e 后面都要有数字"),
    (".5", "1:1 这里应是内容，却是“.” → 内容只能是半角双引号引起的文字、数字、true、false、null、[ ] 或 { }"),
    ("+1", "1:1 这里应是内容，却是“+” → 内容只能是半角双引号引起的文字、数字、true、false、null、[ ] 或 { }"),
    ("NaN", "1:1 这里应是内容，却是“N” → 内容只能是半角双引号引起的文字、数字、true、false、null、[ ] 或 { }"),
    ("// 注\n1", "1:1 这里应是内容，却是“/” → 内容只能是半角双引号引起的文字、数字、true、false、null、[ ] 或 { }"),
    ("[\n \"甲", "2:2 引号没有收尾 → 请在内容末尾补上半角双引号"),
    ("\"a\nb\"", "1:3 引号里有换行、制表符或其他控制字符 → 换行请写成 \\n，制表符请写成 \\t；也请检查引号是否收尾"),
    (#""\x""#, #"1:2 反斜杠后面不能是这个字符 → 要写反斜杠本身，请写两个：\\"#),
    (#""\"#, #"1:2 反斜杠后面不能是这个字符 → 要写反斜杠本身，请写两个：\\"#),
    (#""\u12""#, #"1:2 \u 后面不是有效的字符编码 → \u 后面要有四位十六进制数，代理对要成对；也可以直接写这个字符"#),
    (#""甲\ud800""#, #"1:3 \u 后面不是有效的字符编码 → \u 后面要有四位十六进制数，代理对要成对；也可以直接写这个字符"#),
    (#""\ud800\u0041""#, #"1:2 \u 后面不是有效的字符编码 → \u 后面要有四位十六进制数，代理对要成对；也可以直接写这个字符"#),
    (#""\udc00""#, #"1:2 \u 后面不是有效的字符编码 → \u 后面要有四位十六进制数，代理对要成对；也可以直接写这个字符"#),
    ("[1] 2", "1:5 JSON 内容已经结束，后面还有多余的文字 → 请删去多余的部分；多条内容请放进一个 [ ] 里"),
  ]) func refuses(text: String, expected: String) {
    #expect(fault { () throws(Diagnostic) in try read(text) } == "json/syntax " + expected)
  }

  @Test func refusesKeysThatStandTwice() {
    let expected = "key/duplicate 2:2 键“甲”重复：第 1 行第 2 列已经有了 → 请删去一个，或把两处合并"
    #expect(fault { () throws(Diagnostic) in try read("{\"甲\": 1,\n \"甲\": 2}") } == expected)
    // A mapping that is too large for comparing each key with each.
    let many = (1...100).map { "\"k\($0)\": \($0)" }.joined(separator: ",\n")
    let late = "key/duplicate 101:1 键“k3”重复：第 3 行第 1 列已经有了 → 请删去一个，或把两处合并"
    #expect(fault { () throws(Diagnostic) in try read("{" + many + ",\n\"k3\": 0}") } == late)
  }

  @Test func boundsDepth() throws {
    let deepest = String(repeating: "[", count: 256) + String(repeating: "]", count: 256)
    #expect(sketch(try read(deepest)) == deepest)
    let expected = "json/too-deep 1:257 内容套得太深，超过 256 层 → 请检查括号"
    #expect(fault { () throws(Diagnostic) in try read("[" + deepest + "]") } == expected)
    #expect(fault { () throws(Diagnostic) in try read(String(repeating: "[", count: 1_000_000)) } == expected)
  }

  @Test(arguments: UInt64(1)...200) func readsBackWhatWasWritten(seed: UInt64) throws {
    var generator = SeededGenerator(seed: seed)
    let (text, expected) = randomValue(&generator, depth: 0)
    #expect(sketch(try read(text)) == expected)
  }

  /// A value in random notation, and its sketch.
  private func randomValue(_ generator: inout SeededGenerator, depth: Int) -> (text: String, sketch: String) {
    let blank = { (generator: inout SeededGenerator) in
      ["", "", " ", "\n", "\r\n\t"].randomElement(using: &generator) ?? ""
    }
    switch Int.random(in: 0...(depth < 4 ? 5 : 3), using: &generator) {
    case 0:
      let word = ["true", "false", "null"].randomElement(using: &generator) ?? ""
      return (word, word)
    case 1:
      let number = "\(Int.random(in: -9999...9999, using: &generator))" + ["", ".50", "e-3"][depth % 3]
      return (number, "#" + number)
    case 2, 3:
      let (text, value) = randomString(&generator)
      return (text, "\"\(value)\"")
    case 4:
      let items = (0..<Int.random(in: 0...4, using: &generator)).map { _ in
        randomValue(&generator, depth: depth + 1)
      }
      let text = items.map { blank(&generator) + $0.text + blank(&generator) }.joined(separator: ",")
      return ("[\(text)\(blank(&generator))]", "[" + items.map(\.sketch).joined(separator: ", ") + "]")
    default:
      let items = (0..<Int.random(in: 0...4, using: &generator)).map { index in
        let (text, value) = randomString(&generator)
        let item = randomValue(&generator, depth: depth + 1)
        // The index makes the keys differ.
        let name = text.dropLast() + "\(index)\""
        return ("\(name)\(blank(&generator)):\(blank(&generator))\(item.text)", "\"\(value)\(index)\": \(item.sketch)")
      }
      return (
        "{\(blank(&generator))" + items.map(\.0).joined(separator: ",") + "}",
        "{" + items.map(\.1).joined(separator: ", ") + "}"
      )
    }
  }

  private func randomString(_ generator: inout SeededGenerator) -> (text: String, value: String) {
    let value = randomText(&generator, of: "a甲𬭎😀\"\\/\n\t\u{1}\u{2028}")
    let text = value.unicodeScalars.map { scalar -> String in
      let mustEscape = scalar.value < 0x20 || scalar == "\"" || scalar == "\\"
      guard mustEscape || Int.random(in: 0...3, using: &generator) == 0 else { return String(scalar) }
      return String(scalar).utf16.map { unit in
        let digits = String(unit, radix: 16, uppercase: Bool.random(using: &generator))
        return "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
      }.joined()
    }
    return ("\"" + text.joined() + "\"", value)
  }
}
