/// What inputs are spiced with.
enum Vocabulary {
  /// What no encoding, or not every one, explains.
  static let brokenText: [[UInt8]] = [
    [0], [0, 0, 0, 0], [0xFF], [0xFE, 0xFF], [0xFF, 0xFE], [0xC0, 0x80], [0xC3], [0xE4, 0xB8], [0xF0, 0x9F, 0x98],
    [0xED, 0xA0, 0x80], [0xED, 0xB0, 0x80], [0xF4, 0x90, 0x80, 0x80], [0xF8, 0x88, 0x80, 0x80, 0x80], [0x80], [0xBF],
    [0x81, 0x30, 0x81, 0x30], [0x81, 0x30], [0x84, 0x31, 0xA4, 0x37], [0xA1, 0xA1], [0xD6, 0xD0], [0xEF, 0xBB, 0xBF],
    [0xE3, 0x32, 0x9A, 0x35], [0xFE, 0x39, 0xFE, 0x39], [0xEF, 0xB7, 0x90], [0xEF, 0xB7, 0x91], [0xEF, 0xBF, 0xBF],
    fragment,
  ]

  /// A token for the first fragment of HTML in a Markdown text.
  static let fragment: [UInt8] = [0xEF, 0xB7, 0x90, 0x30, 0xEF, 0xB7, 0x91]

  /// Characters that are treated in a way of their own.
  static let characters: [[UInt8]] = [
    "\u{FEFF}", "\u{200B}", "\u{200D}", "\u{200E}", "\u{202E}", "\u{2028}", "\u{2029}", "\u{85}", "\u{A0}", "\u{3000}",
    "\u{AD}", "\u{FFFD}", "\u{10FFFF}", "\u{301}",
    "e\u{301}\u{323}", "👨‍👩‍👧", "🇨🇳", "𠮷", "䶮", "㼆", "\u{E000}", "İ", "ß", "ﬀ", "①", "㈠", "⑴", "〇", "０１２", "ＡＢ", "，", "。",
    "；", "：", "“", "”", "‘", "’", "《", "》", "（", "）", "〔", "〕", "【", "】", "、", "…", "——", "\u{1}", "\u{7F}",
    "\u{1B}[31m",
    "\u{C}", "\u{B}", "\r", "\r\n", "\n\n", "\n", "\t", " ",
  ].map { Array($0.utf8) }

  static let numbers = [
    "0", "-0", "-1", "00", "2147483647", "2147483648", "-2147483649", "4294967296", "9223372036854775807",
    "9223372036854775808", "-9223372036854775808", "18446744073709551616", "1e308", "1e309", "1e-400", "0.1",
    "0x7fffffffffffffff", "99999999999999999999999999999999999999", "1.0000000000000000000000001", "20250230", "45000",
    "2958466", "-1.5", "３", "一百二十", "13800138000", "110101199003070733", "6222021234567890123",
  ].map { Array($0.utf8) }

  private static let fields = [
    "类型", "届次", "年份", "编号", "案号", "标题", "提出人", "联名人数", "主题", "承办单位", "承办方式", "会办单位", "交办日期", "办理时限", "答复日期", "答复类别",
    "复文", "满意度", "公开方式", "公开日期", "连续多年", "联系电话", "采纳条数", "合计",
  ]
  private static let values = [
    "建议", "提案", "议案转建议", "省十四届人大二次会议", "市政协七届三次会议", "第0216号", "2024-05-20", "2024/5/2", "2024年5月20日", "2024.05.20",
    "2024-02-30", "主办", "会办", "分办", "A", "B", "满意", "不满意", "主动公开", "不予公开", "是", "否", "省水利厅", "张三、李四", "关于某事的建议",
  ]
  static let xlsx =
    brokenText + characters + numbers
    + [
      "<row r=\"1048576\">", "<row r=\"1048577\">", "<row r=\"-1\">", "<row hidden=\"1\">", "<c r=\"XFD1\">",
      "<c r=\"A1\" t=\"s\">",
      "<c t=\"b\">", "<c t=\"e\">", "<c t=\"d\">", "<c t=\"str\">", "<c s=\"1\">", "<c s=\"99999999999\">",
      "<v>1e999</v>", "<v/>",
      "<f>A1</f>", "<is><t>", "</t></is>", "<rPh>", "</rPh>", "_x000D_", "_xD800_", "_xDFFF_", "_x0000_", "&lt;",
      "&#0;", "&#x10FFFF;",
      "&b;", "<!DOCTYPE a [<!ENTITY b \"c\">]>", "<![CDATA[", "]]>", "<!--", "-->",
      "<?xml version=\"1.0\" encoding=\"UTF-16\"?>",
      "<?xml version=\"1.0\" encoding=\"GBK\"?>", "<mergeCell ref=\"A1:A9\"/>", "<mergeCell ref=\"A1:XFD1048576\"/>",
      "<sheetData>", "</sheetData>", "<si><t>", "</t></si>", "<cellXfs>", "<xf numFmtId=\"14\"/>", "\u{1E}",
      "<numFmt numFmtId=\"1\" formatCode=\"[h]\\\"/>", "x:", "xmlns:x=\"x\"",
    ].map { Array($0.utf8) }
  static let csv = texts(
    fields + values, [",", "\t", "\"", "\"\"", ",\"", "\",", "\n", "\r\n", "\"\n\"", ",,,,", "=1+1"])
  private static let yamlSigns = [
    "- ", ": ", ":", "\n- ", "\n  ", "\n    - ", "|\n", ">-\n", "[", "]", "{", "}", ", ", "\"", "'", "# ", "&a ", "*a",
    "<<: ", "!!str ", "!!binary ", "---\n", "...\n", "? ", "%YAML 1.2\n", "%TAG ! x\n", "~", "null", "\t", "\\x00",
    "\\u0000", "\\UFFFFFFFF", "\\uD800", "\"\\", "@", "`", "：", "-", "|9\n", "\u{85}", "\u{2028}",
  ]
  static let yaml = texts(fields + values, yamlSigns + ["记录:\n"])
  private static let jsonSigns = [
    "{", "}", "[", "]", ":", ",", "\"", "\\", "\\u", "\\u0000", "\\ud800", "\\udc00", "\\ud83d\\ude00", "\\n", "null",
    "true", "false", "-", "1e9", "1E+", "//", "/*", "{\"记录\":[", "\"编号\":", "{\"a\":", "\u{FEFF}",
  ]
  static let json = texts((fields + values).map { "\"\($0)\"" }, jsonSigns)
  static let body = texts(
    [
      "\"scope\": {\"year\": 2024, \"kind\": \"建议\"}, ", "\"year\": 2024", "\"year\": 0", "\"kind\": \"提案\"",
      "\"unit\": null",
      "\"session\": null", "\"asOf\": \"2025-09-30\"", "\"total\": ", "{\"n\": 1, \"d\": 2, \"percent\": 50.0}",
      "{\"n\": 0, \"d\": 0, \"percent\": null}", "\"percent\": 100.0", "\"median\": \"0x1p4\"", "\"median\": ",
      "\"count\": 100000000",
      "{\"scheme\": \"甲\", \"code\": \"A\", \"label\": \"已解决\", \"count\": 3, \"share\": 1.0}", "\"code\": \"\"",
      "\"scheme\": ",
      "\"homepage\": \"http://a\"", "\"title\": \"", "\"+1\"", "\"01\"", "\".5\"", "\"1.\"", "\"nan\"", "\"1_0\"",
    ], jsonSigns)
  static let settings = texts(
    [
      "站点名称", "网址", "网站标识码", "专栏名称", "专栏关键词", "主办单位", "提出人显示", "公开未公开件标题", "答复类别", "方案", "类别", "代码", "含义", "解决", "承办方式",
      "承办单位", "别名", "简称", "工作日历", "节假日", "调休", "截至日期", "主题", "旧网址", "年份", "类型", "起", "止", "全名", "姓氏", "隐藏",
      "https://a.example/",
      "http://[::1]:99999/", "2024-01-01..2024-01-03", "../", "%00",
    ], yamlSigns)
  static let frontMatter = texts(
    [
      "编号", "届次", "类型", "承办单位", "标题", "主送", "成文日期", "附件", "名称", "文件", "抄送", "答复序次", "更正", "日期", "说明", "已核", "规则", "内容",
      "理由",
      "旧网址", "文种", "工作总结", "联络动态", "公开方式", "公开日期", "统计范围", "统计表", "典型案例", "期号", "统计数字", "手机号", "办理情况简介", "制度建设", "制度名称",
      "办理范例",
    ], yamlSigns + ["---\n", "\n---\n", "----\n"])
  private static let markdownSigns = [
    "*", "**", "***", "_", "__", "`", "``", "```\n", "~~~\n", "#", "## ", "> ", "- ", "1. ", "1) ", "  ", "    ",
    "\n\n",
    "\n===\n", "\n---\n", "|", "| a | b |\n| - | - |\n| c | d |\n", "|:-:|", "[", "](", "]: ", "![", "[^1]", "\n[^1]: ",
    "[a]: <b> 'c'\n", "<", ">", "</p>", "<!--", "-->", "<script>", "<![CDATA[", "<?", "<a href=\"javascript:x\">", "&",
    "&amp;", "&#0;", "&#x110000;", "&ngE;", "\\", "\\\n", "(javascript:alert(1))", "<http://a.b>", "- [ ] ", "- [x] ",
    "一、", "（一）", "1.", "（1）", "**抓制度。**", "《", "》", "2022年〔23〕号", ":", "\"", "$", "../replies/1772.md", "#附件",
  ]
  static let markdown = texts([], markdownSigns)
  private static let templateSigns = [
    "{{", "}}", "{%", "%}", "{#", "#}", "{{-", "-}}", "{%-", "-%}", "{% if ", "{% elif 1 %}", "{% else %}",
    "{% endif %}",
    "{% for x in ", "{% endfor %}", "{% set a = ", "{% set a %}", "{% endset %}", "{% block a %}", "{% endblock %}",
    "{% extends 'base.html' %}", "{% include 'part.html' %}", "{% include 'main.html' %}",
    "{% import 'macros.html' as m %}", "{% from 'macros.html' import f %}", "{% macro f(a, b=1) %}", "{% endmacro %}",
    "{{ f(", "{{ m.f(1) }}", "{{ super() }}", "{{ loop.index }}", "{% raw %}", "{% endraw %}", "|", "|upper", "|e",
    "|safe",
    "|join(',')", "|length", "|sort", "|batch(3)", "|slice(2)", "|tojson", "|round(2)", "|default('x')",
    "|replace('a','b')",
    "|truncate(3)", "|int", "|float", "|groupby('a')", "|map(attribute='a')", "|selectattr('a')", "|sum", "|unique",
    "|first",
    "|reverse", "|format(1)", "|urlencode", "|wordwrap(1)", "|center(9)", "|indent(2)", "|list", "|string", "|abs",
    "|min",
    "range(", "range(9999)", "range(0, 9, 0)", " is defined", " is none", " in ", " not in ", " and ", " or ", "not ",
    " if ", " else ", "==", "!=", "<=", "<", "**", "//", "%", "~", "+", "-", "*", "/", "(", ")", "[", "]", ".", ",",
    ":",
    "'", "\"", "\\", "none", "true", "1e400", "a", "标题", "件", "l", "r", "n", "\u{1E}", "{\"a\":", "}",
  ]
  private static let statements = [
    "{{ a }}", "{{ n + 1 }}", "{{ l|join(',') }}", "{{ r.名 }}", "{{ {'a': [n]}.a[0] }}", "{{ [1, [2]]|tojson }}",
    "{% for x in l %}{{ x }}{% endfor %}", "{% if n %}{{ n }}{% endif %}", "{% set q = [a, 1] %}{{ q|length }}",
    "{% macro g(x) %}{{ x }}{% endmacro %}{{ g(1) }}", "{% include 'part.html' %}", "{{ '甲'|truncate(1) }}", "{# #}",
    "{% for k in range(99) %}{{ k ~ n }}{% endfor %}", "{% set t %}<b>{% endset %}{{ t|safe }}",
  ]
  static let template = texts(statements, templateSigns)
  static let narrative = texts(
    [
      "共办理16件", "其中主办2件", "满意率100%", "比上年增加5件", "办结率", "今年", "去年", "A类", "建议", "提案", "人大代表", "关于某事的建议",
      "13800138000", "身份证号110101199003070733", "秘密★1年", "家住幸福路1号2单元301室", "{{ 统计.件数 }}", "{% for 件 in 建议 %}",
      "{% endfor %}",
      "{{ 件.标题 }}", "{% include 'partials/统计表.html' %}", "百分之九十", "一百二十三件", "同比增长", "占12.5%", "1/3", "两成", "省水利厅",
    ], markdownSigns + ["\n---\n", "公开方式: 主动公开\n", "已核: [{规则: 手机号, 内容: x, 理由: y}]\n", "文种: 工作总结\n"])

  private static func texts(_ words: [String], _ signs: [String]) -> [[UInt8]] {
    (words + signs + signs).map { Array($0.utf8) }
  }
}
