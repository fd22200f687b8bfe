import CYAML
import Diagnostics

/// What libyaml could not read, said in Chinese with what helps against it.
struct YAMLFault {
  let diagnostic: Diagnostic

  /// What `parser` is left with after a parse that failed.
  init(_ parser: yaml_parser_t, in text: UnsafeBufferPointer<UInt8>, file: String, firstLine: Int) {
    func place(_ line: Int, _ column: Int) -> Place { Place(file, line: line + firstLine, column: column) }

    let problem = parser.problem.map { String(cString: $0) } ?? ""
    guard parser.error != YAML_READER_ERROR else {
      let position = TextPosition(of: parser.problem_offset, in: text)
      let code = String(parser.problem_value, radix: 16, uppercase: true)
      diagnostic = Diagnostic(
        .error, "yaml/control-character", at: place(position.line - 1, position.column),
        "这里有一个看不见的控制字符（U+\(String(repeating: "0", count: max(0, 4 - code.count)))\(code)）", hint: "请删去这个字符，或重新输入这一行")
      return
    }

    let lines = String(decoding: text, as: UTF8.self).split(
      omittingEmptySubsequences: false, whereSeparator: \.isNewline)
    let here = parser.problem_mark
    let start = parser.context == nil ? here : parser.context_mark
    for mark in [start, here] where mark.line < lines.count {
      if let (slip, column) = YAMLSlip.find(in: lines[Int(mark.line)]) {
        diagnostic = slip.diagnostic(at: place(Int(mark.line), column))
        return
      }
    }
    let before = lines.prefix(Int(here.line)).lastIndex { !$0.allSatisfy(\.isWhitespace) }
    if let before, let (slip, column) = YAMLSlip.findAfterKey(in: lines[before]) {
      diagnostic = slip.diagnostic(at: place(before, column))
      return
    }

    let context = parser.context.map { String(cString: $0) } ?? ""
    var meaning = Self.meanings.first { problem.contains($0.problem) && context.contains($0.context) }
    if meaning?.problem == Self.keyTooLate.problem, here.line < lines.count,
      !lines[Int(here.line)].unicodeScalars.prefix(Int(here.column)).contains(":")
    {
      meaning = Self.keyTooLate
    }
    let mark = meaning?.atStart ?? false ? start : here
    diagnostic = Diagnostic(
      .error, "yaml/syntax", at: place(Int(mark.line), Int(mark.column) + 1),
      meaning?.message ?? "这里不合 YAML 的写法（\(problem)）", hint: meaning?.hint ?? "请检查这一行和上一行的缩进、冒号和引号")
  }
}

extension YAMLFault {
  private typealias Meaning = (problem: String, context: String, atStart: Bool, message: String, hint: String)

  /// libyaml 0.2.5's words (parts of `problem` and `context`), whether the fault lies where the context begins, and
  /// what they mean. The first that fits counts.
  private static let meanings: [Meaning] = [
    (
      "mapping values are not allowed", "", false, "这里不能再有“冒号加空格”", "内容里有冒号加空格时，请给整个内容加半角引号；否则请检查缩进"
    ),
    ("could not find expected ':'", "", true, "这一行缺少半角冒号", "请写成“键: 内容”；若是接着上一行的内容，请比上一行的键多缩进两格"),
    ("did not find expected key", "block mapping", false, "这一行和上面的键没有对齐，或引号后面还有内容", "同一层的键要左对齐；内容以引号开头时，整个内容都要在引号里"),
    ("did not find expected '-' indicator", "", false, "列表里的这一行没有以“- ”开头，或没有对齐", "同一个列表的每一项都以“- ”开头，左对齐"),
    ("block sequence entries are not allowed", "", false, "这里不能写列表项“- ”", "列表要从键的下一行写起；内容以“- ”开头时，请加半角引号"),
    ("did not find expected ',' or ']'", "", true, "方括号“[”没有配对的“]”，或列表项之间缺少半角逗号", "请写成：[甲, 乙]；内容以“[”开头时，请加半角引号"),
    ("did not find expected ',' or '}'", "", true, "花括号“{”没有配对的“}”，或各项之间缺少半角逗号", "请写成：{键: 内容, 键: 内容}；内容以“{”开头时，请加半角引号"),
    ("found unexpected end of stream", "quoted scalar", true, "引号没有收尾", "请在内容末尾补上同样的半角引号"),
    ("found unexpected document indicator", "quoted scalar", true, "引号没有收尾", "请在内容末尾补上同样的半角引号"),
    ("found unknown escape character", "", false, "双引号里的反斜杠“\\”后面不能是这个字符", "请把反斜杠写两遍，或改用半角单引号"),
    ("did not find expected hexdecimal number", "", false, "双引号里的反斜杠“\\”后面不能是这个字符", "请把反斜杠写两遍，或改用半角单引号"),
    ("found invalid Unicode character escape code", "", false, "双引号里的反斜杠“\\”后面不是有效的字符编码", "请直接写这个字符"),
    ("found a tab character", "", false, YAMLSlip.tab.message, YAMLSlip.tab.hint),
    ("found character that cannot start any token", "", false, "内容不能以这个字符（@、`、% 或制表符）开头", "请给整个内容加半角引号"),
    ("", "while scanning an alias", true, "内容不能以“*”开头", "请给整个内容加半角引号"),
    ("", "while scanning an anchor", true, "内容不能以“&”开头", "请给整个内容加半角引号"),
    ("", "tag", true, "内容不能以“!”开头", "请给整个内容加半角引号"),
    ("", "while scanning a block scalar", true, "“|”或“>”开头的内容要从下一行写起", "请换行后缩进两格再写；内容本身以“|”或“>”开头时，请加半角引号"),
    ("mapping keys are not allowed", "", false, "内容不能以“? ”开头", "请给整个内容加半角引号"),
    ("found unexpected ':'", "", false, "方括号、花括号里的内容不能有这样的冒号", "请给这一项内容加半角引号"),
    ("did not find expected <document start>", "", false, "这一行比前面的内容缩进更少，接不上前面", "同一层的行要左对齐；前面各行的冒号后面要空一格"),
    ("did not find expected node content", "", false, "这里缺少内容", "请补上内容，或删去多余的逗号"),
    ("", "directive", true, "行首的“%”在这里有特殊含义", "请给整个内容加半角引号"),
  ]

  /// What the first of `meanings` means of a line's first colon: the line before did not end its content.
  private static let keyTooLate: Meaning = (
    "mapping values are not allowed", "", true, "这一行的键接不上前面的内容", "请检查上一行是否缺少半角冒号，这两行是否左对齐"
  )

  static func reference(at place: Place) -> Diagnostic {
    Diagnostic(
      .error, "yaml/reference", at: place, "这里不支持 YAML 的锚点、别名和合并（&、*、<<）", hint: "请把内容直接写出来；内容以 & 或 * 开头时，请加半角引号")
  }

  static func tag(at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/tag", at: place, "这里不支持 YAML 的类型标记（!）", hint: "请删去标记；内容以 ! 开头时，请加半角引号")
  }

  static func secondDocument(at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/documents", at: place, "一个文件只能有一份 YAML 内容，这里又开始了一份", hint: "请删去这一行的“---”，或拆成两个文件")
  }

  static func keyIsNoText(at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/key", at: place, "键必须是文字", hint: "内容以 { 或 [ 开头时，请给整个内容加半角引号")
  }

  static func dash(at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/missing-blank", at: place, "列表项的“-”后面缺少空格", hint: "请写成“- 内容”；内容本身以“-”开头时，请加半角引号")
  }

  static func tooDeep(at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/too-deep", at: place, "内容套得太深，超过 \(YAMLReader.maximumDepth) 层", hint: "请检查缩进和括号")
  }

  static func tooLarge(at place: Place) -> Diagnostic {
    Diagnostic(.error, "yaml/too-large", at: place, "文件太大，内容超过 \(Node.maximumCount) 项", hint: "请拆成几个文件")
  }
}
