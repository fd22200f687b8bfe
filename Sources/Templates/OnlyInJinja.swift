/// What Jinja has and this language has not, with what to use here, if there is something.
extension Fault {
  /// The fault that a name or sign of some kind is, if only Jinja has it.
  static func onlyInJinja(_ what: String, _ name: String, at offset: Int? = nil) -> Fault? {
    if what == "写法" { return notations[name].map { Fault(.unsupported, $0.message, hint: $0.hint, at: offset) } }
    guard let hint = names[what]?[name] else { return nil }
    let message = what == "变量" ? "这里不能用“\(name)”" : "Jinja 的\(what)“\(name)”，这里没有"
    return Fault(.unsupported, message, hint: hint.isEmpty ? nil : hint, at: offset)
  }

  private static let names = [
    "标签": [
      "with": "用 set", "filter": "用 set 存下再过滤", "call": "把内容作为参数传给宏", "autoescape": "整页都转义", "print": "用 {{ }}",
      "do": "用 set", "break": "用 for … if", "continue": "用 if", "trans": "直接写文字", "debug": "用 |tojson 输出要看的值",
    ],
    "变量": [
      "loop": "loop 只在 for 里有", "super": "写作 super()，在 block 里", "self": "没有 self", "caller": "没有 call 块",
      "varargs": "把参数一个个写出来", "kwargs": "把参数一个个写出来", "dict": "写作 {\"键\": 值}", "cycler": "用 loop.index",
      "joiner": "用 loop.first", "lipsum": "", "range": "写作 range(…)", "namespace": "循环里求和用 sum，计数用 length",
    ],
    " loop 的字段": ["cycle": "用 if 和 loop.index", "changed": "用 if 和 loop.previtem"],
    "过滤器": [
      "attr": "用 . 或 [ ]", "capitalize": "用样式表（text-transform）", "center": "用样式表", "dictsort": "用 items 再 sort",
      "filesizeformat": "",
      "float": "数据里直接写成数，不写成文字", "forceescape": "用 escape", "format": "用 ~ 连接", "indent": "直接在模板里写空白",
      "pprint": "用 tojson", "random": "同样的数据总生成同样的页面",
      "reject": "用 for … if", "select": "用 for … if", "slice": "用 batch", "striptags": "数据里不写 HTML",
      "title": "用样式表（text-transform）", "urlize": "写成 <a href=\"{{ 网址 }}\">",
      "wordcount": "用 length", "wordwrap": "用样式表", "xmlattr": "把属性写出来",
    ],
    "测试": [
      "callable": "", "escaped": "", "filter": "", "lower": "和 |lower 的结果用 == 比较", "sameas": "用 ==", "test": "",
      "upper": "和 |upper 的结果用 == 比较",
    ],
  ]

  private static let notations = [
    "**": ("没有乘方 **", "用 * 写出来"), "*": ("参数不能用 * 展开", "把参数一个个写出来"),
    ":": ("没有切片", "前几项用 |batch(几)|first，文字用 |摘要 或 |truncate"), ".": ("字段不能 set，也没有 namespace", "set 一个变量"),
    "|": ("块 set 不能带过滤器", "set 以后再过滤"), "recursive": ("没有递归的 for", "用宏调用它自己"),
    "required": ("没有 required 的 block", "写一个空的 block"), "ignore": ("没有 ignore missing", "文件必须存在"),
    "with": ("没有 with context", "include 总能用这里的变量；宏要用的值，作为参数传给它"),
    "without": ("没有 without context", "include 总能用这里的变量；import 总不能用"),
  ].mapValues { (message: $0.0, hint: $0.1) }
}
